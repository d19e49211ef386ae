package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.TermsEvent.Adjusted;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * Who is late with the acceptance dossier of a task by more than 30 days gets no new one: its host, and its investigator
 * (eligibility, TT 20/2023/TT-BKHCN; domain notes 1.3). Both are known from the contract on, until the dossier is filed.
 */
final class LateDossiers {
    static final String RULE = "bar.late-dossier";
    private static final String DUE = "deadline.acceptance-dossier";

    private final Aggregates aggregates;
    private final Rules rules;

    LateDossiers(Aggregates aggregates, Rules rules) {
        this.aggregates = aggregates;
        this.rules = rules;
    }

    /** The contract is in force. */
    void await(ProjectId project) {
        TaskTerms terms = terms(project);
        owing(terms).forEach(who -> guard(who, g -> g.await(who, project, terms.end())));
    }

    /** It was filed, or the task ended without one. */
    void over(ProjectId project) {
        owing(terms(project)).forEach(who -> guard(who, g -> g.over(who, project)));
    }

    /** The terms changed: an awaited dossier is due by the new end, and from whoever is the host and the investigator now. */
    void adjusted(Adjusted event, TaskTerms before) {
        ProjectId project = event.project();
        if (!awaited(before.host().value(), project)) return;
        TaskTerms after = terms(project);
        owing(before)
                .filter(who -> owing(after).noneMatch(who::equals))
                .forEach(who -> guard(who, g -> g.over(who, project)));
        await(project);
    }

    private boolean awaited(String who, ProjectId project) {
        Map<String, LocalDate> ends = aggregates.peek(DossierGuard.class, DossierGuard.id(who), DossierGuard::ends);
        return ends != null && ends.containsKey(project.value());
    }

    /**
     * @param who an organisation's or a person's id
     * @throws Refusal BARRED_BY_LATE_DOSSIER naming the tasks and by how many days the latest is late
     */
    void requireNone(String who, LocalDate on, String... field) {
        Map<String, LocalDate> ends = aggregates.peek(DossierGuard.class, DossierGuard.id(who), DossierGuard::ends);
        if (ends == null) return;
        Map<String, Long> late = new TreeMap<>();
        ends.forEach((task, end) -> late(end, on, late, task));
        if (late.isEmpty()) return;
        long most = late.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Applied rule = rules.on(RULE, on);
        try {
            rule.work("count", most)
                    .ifPresent(worked -> rule.refuseUnless(
                            worked.kept(),
                            ErrorCode.BARRED_BY_LATE_DOSSIER,
                            "barred",
                            who,
                            "because",
                            late.keySet(),
                            "limit",
                            worked.number("max"),
                            "actual",
                            most));
        } catch (Refusal refusal) {
            throw refusal.at(field);
        }
    }

    private void late(LocalDate end, LocalDate on, Map<String, Long> late, String task) {
        rules.on(DUE, end).work("from", end).ifPresent(due -> {
            long days = ChronoUnit.DAYS.between(LocalDate.parse(due.text("on")), on);
            if (days > 0) late.put(task, days);
        });
    }

    private static Stream<String> owing(TaskTerms terms) {
        return Stream.of(terms.host().value(), terms.investigator().value());
    }

    private TaskTerms terms(ProjectId project) {
        return aggregates.ask(Project.class, project.value(), Project::terms);
    }

    private void guard(String who, Consumer<DossierGuard> act) {
        aggregates.guard(DossierGuard.class, DossierGuard.id(who), act);
    }
}
