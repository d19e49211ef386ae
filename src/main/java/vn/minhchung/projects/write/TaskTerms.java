package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;

/**
 * The terms of a task in force: as approved, and as adjustments changed them since.
 *
 * @param approvedOn selects the rule versions of its adjustments
 * @param termMonths as approved: what an extension is measured by
 * @param budgetVersion of the budget in force; the approval is 1
 * @param extensions granted so far
 * @param exceptions allowed so far by their number; those recorded from paper only once they are confirmed
 * @param recorded exceptions that wait for their second person, by number
 * @param used numbers of exceptions an adjustment has used up
 */
record TaskTerms(
        LocalDate approvedOn,
        TaskLevel level,
        OrganisationId host,
        PersonId investigator,
        List<TaskMember> members,
        int termMonths,
        LocalDate start,
        LocalDate end,
        List<BudgetShare> budget,
        int budgetVersion,
        int extensions,
        SortedMap<Integer, ExceptionKind> exceptions,
        SortedMap<Integer, ExceptionRecorded> recorded,
        Set<Integer> used) {

    static TaskTerms of(ApprovedTaskRegistered approval) {
        return new TaskTerms(
                approval.codeValidFrom(),
                approval.level(),
                approval.host(),
                approval.principalInvestigator(),
                approval.members(),
                approval.durationMonths(),
                approval.start(),
                approval.end(),
                approval.budget(),
                1,
                0,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Set.of());
    }

    TaskTerms after(TermsEvent event) {
        return switch (event) {
            case TaskExtended e -> {
                Set<Integer> all = new TreeSet<>(used);
                all.addAll(e.exceptions());
                yield with(host, investigator, members, e.end(), budget, budgetVersion, extensions + 1)
                        .exceptions(exceptions, recorded, all);
            }
            case TaskShortened e -> with(host, investigator, members, e.end(), budget, budgetVersion, extensions);
            case InvestigatorReplaced e ->
                with(host, e.investigator(), without(e.investigator()), end, budget, budgetVersion, extensions);
            case HostSucceeded e -> with(e.host(), investigator, members, end, budget, budgetVersion, extensions);
            case MembersChanged e -> with(host, investigator, e.members(), end, budget, budgetVersion, extensions);
            case TermsReworded _ -> this;
            case TaskBudgetAdjusted e -> with(host, investigator, members, end, e.after(), e.version(), extensions);
            case ExceptionRecorded e -> exceptions(exceptions, plus(recorded, e.number(), e), used);
            case ExceptionGranted e -> {
                SortedMap<Integer, ExceptionRecorded> open = new TreeMap<>(recorded);
                open.remove(e.number());
                yield exceptions(plus(exceptions, e.number(), e.kind()), open, used);
            }
        };
    }

    /** An exception of this kind that nothing has used up yet. */
    Optional<Integer> unused(ExceptionKind kind) {
        return exceptions.entrySet().stream()
                .filter(each -> each.getValue() == kind && !used.contains(each.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The number the next exception gets. */
    int nextException() {
        return exceptions.size() + recorded.size() + 1;
    }

    /** Who led or leads the task is no member beside. */
    private List<TaskMember> without(PersonId person) {
        return members.stream()
                .filter(member -> !member.person().equals(person))
                .toList();
    }

    private TaskTerms with(
            OrganisationId newHost,
            PersonId newInvestigator,
            List<TaskMember> newMembers,
            LocalDate newEnd,
            List<BudgetShare> newBudget,
            int version,
            int granted) {
        return new TaskTerms(
                approvedOn,
                level,
                newHost,
                newInvestigator,
                newMembers,
                termMonths,
                start,
                newEnd,
                newBudget,
                version,
                granted,
                exceptions,
                recorded,
                used);
    }

    private TaskTerms exceptions(
            SortedMap<Integer, ExceptionKind> allowed,
            SortedMap<Integer, ExceptionRecorded> open,
            Set<Integer> usedUp) {
        return new TaskTerms(
                approvedOn,
                level,
                host,
                investigator,
                members,
                termMonths,
                start,
                end,
                budget,
                budgetVersion,
                extensions,
                Collections.unmodifiableSortedMap(allowed),
                Collections.unmodifiableSortedMap(open),
                Set.copyOf(usedUp));
    }

    private static <V> SortedMap<Integer, V> plus(SortedMap<Integer, V> map, int number, V value) {
        SortedMap<Integer, V> all = new TreeMap<>(map);
        all.put(number, value);
        return all;
    }
}
