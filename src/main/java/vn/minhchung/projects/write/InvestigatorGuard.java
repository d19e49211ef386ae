package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.InvestigatorEvent;
import vn.minhchung.projects.InvestigatorEvent.InvestigatorEngaged;
import vn.minhchung.projects.InvestigatorEvent.InvestigatorReleased;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.rules.Applied;

/**
 * Counts the running tasks of a level a person leads; how many there may be is the rule {@link #RULE} (one: eligibility of
 * the principal investigator, TT 20/2023/TT-BKHCN; domain notes 1.3).
 */
@AggregateRoot(type = "TaskInvestigator")
class InvestigatorGuard {
    static final String RULE = "investigator.one-running-task";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Set<ProjectId> running = new HashSet<>();

    InvestigatorGuard() {}

    static String id(PersonId person, TaskLevel level) {
        return "pi:" + person.value().substring("person:".length()) + ":" + level;
    }

    /** @param rule how many running tasks of a level one person may lead */
    void engage(PersonId person, TaskLevel level, ProjectId project, Applied rule) {
        requireFree(level, rule);
        apply(new InvestigatorEngaged(id(person, level), person, level, project));
    }

    /** @throws vn.minhchung.kernel.Refusal INVESTIGATOR_BUSY when one more would be too many */
    boolean requireFree(TaskLevel level, Applied rule) {
        long count = running.size() + 1L;
        rule.work("count", count)
                .ifPresent(worked -> rule.refuseUnless(
                        worked.kept(),
                        ErrorCode.INVESTIGATOR_BUSY,
                        "level",
                        level,
                        "limit",
                        worked.number("max"),
                        "actual",
                        count));
        return true;
    }

    /** Leads the task no longer; nothing happens where the person did not. */
    void release(PersonId person, TaskLevel level, ProjectId project) {
        if (running.contains(project)) apply(new InvestigatorReleased(id(person, level), person, level, project));
    }

    @EventSourcingHandler
    void evolve(InvestigatorEvent event) {
        switch (event) {
            case InvestigatorEngaged e -> {
                id = e.guard();
                running.add(e.project());
            }
            case InvestigatorReleased e -> running.remove(e.project());
        }
    }
}
