package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.Bars;
import vn.minhchung.rules.Rules;

/** Bars of whoever answers for a task whose refund is owed. */
@Component
class RefundBars implements Bars {
    private final Aggregates aggregates;
    private final Rules rules;

    RefundBars(Aggregates aggregates, Rules rules) {
        this.aggregates = aggregates;
        this.rules = rules;
    }

    @Override
    public List<String> place(ProjectId owing, OrganisationId host) {
        List<String> answerable = aggregates.ask(Project.class, owing.value(), p -> p.answerable(host));
        answerable.forEach(barred -> place(barred, owing));
        return answerable;
    }

    @Override
    public void place(String barred, ProjectId owing) {
        aggregates.guard(BarGuard.class, BarGuard.id(barred), guard -> guard.place(barred, owing));
    }

    @Override
    public void lift(List<String> barred, ProjectId owing) {
        barred.forEach(each -> aggregates.guard(BarGuard.class, BarGuard.id(each), guard -> guard.lift(each, owing)));
    }

    /**
     * @param barred an organisation's or a person's id
     * @throws Refusal BARRED_BY_REFUND naming the tasks whose refund is owed
     */
    void requireFree(String barred, LocalDate on, String... field) {
        Set<String> owing = aggregates.peek(BarGuard.class, BarGuard.id(barred), BarGuard::owing);
        if (owing == null || owing.isEmpty()) return;
        try {
            rules.on(BarGuard.RULE, on)
                    .refuseUnless(false, ErrorCode.BARRED_BY_REFUND, "barred", barred, "because", owing);
        } catch (Refusal refusal) {
            throw refusal.at(field);
        }
    }
}
