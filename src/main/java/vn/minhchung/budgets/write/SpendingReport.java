package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.NotAccepted;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReplaceSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.budgets.SpendingEvent;
import vn.minhchung.budgets.SpendingEvent.SpendingAccepted;
import vn.minhchung.budgets.SpendingEvent.SpendingReplaced;
import vn.minhchung.budgets.SpendingEvent.SpendingReported;
import vn.minhchung.budgets.SpendingEvent.SpendingReturned;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingReportState;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Rules;

/**
 * One report of a host's spending. Filed, its amounts are reported; accepted, in whole or in part, they are spent. A return
 * takes them back until another version is filed; a version filed after an acceptance takes that back too.
 */
@AggregateRoot(type = "SpendingReport")
class SpendingReport {
    @AggregateIdentifier
    private String id;

    private ProjectId project;
    private OrganisationId host;
    private SpendingReportState state;
    private int version;
    private int entries;
    private int year;
    private boolean last;
    private Vnd total;
    private List<SpendingItem> items;
    /** What is accepted, item by item; empty while nothing is. */
    private List<SpendingItem> accepted = List.of();

    private List<PersonId> filedBy;

    SpendingReport() {}

    /** What the guards of a step depend on. */
    record Terms(
            ProjectId project,
            SpendingReportState state,
            boolean last,
            List<SpendingItem> items,
            List<SpendingItem> accepted) {
        boolean reported() {
            return state != SpendingReportState.RETURNED;
        }

        List<SpendingSum> acceptedSums() {
            return SpendingContent.sums(accepted);
        }
    }

    Terms terms() {
        return new Terms(project, state, last, items, accepted);
    }

    void decide(FileSpendingReport command, List<PersonId> by, TaskFacts task, Decision decision) {
        SpendingContent content = new SpendingContent(command.from(), command.to(), command.items(), command.total());
        content.check(task.start(), decision.today());
        apply(new SpendingReported(
                command.report(),
                command.project(),
                task.host(),
                command.from(),
                command.to(),
                command.items(),
                command.total(),
                command.last(),
                by,
                Entries.id(command.report().value(), 1),
                command.to(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings(command.project(), command.to().getYear(), command.items(), 1, LedgerAccount.SPENT_REPORTED)
                        .list()));
    }

    void decide(ReturnSpendingReport command, Decision decision) {
        decision.requireTaken();
        require(SpendingReportState.FILED);
        apply(new SpendingReturned(
                command.report(),
                project,
                host,
                total,
                Acting.reason(command.reason()),
                next(),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings(project, year, items, -1, LedgerAccount.SPENT_REPORTED).list()));
    }

    void decide(AcceptSpendingReport command, Rules rules, Decision decision) {
        decision.requireTaken();
        require(SpendingReportState.FILED);
        rules.twoPersons(
                "four-eyes.spending",
                decision.today(),
                filedBy,
                Acting.persons(decision, Role.OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT));
        List<SpendingItem> taken = accepted(command.leftOut());
        apply(new SpendingAccepted(
                command.report(),
                project,
                host,
                total,
                sum(taken),
                command.leftOut(),
                next(),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings(project, year, taken, 1, LedgerAccount.SPENT).list()));
    }

    /** What would be accepted without these parts. @throws Refusal INVALID_INPUT, REASON_REQUIRED, AMOUNT_NOT_POSITIVE */
    List<SpendingItem> accepted(List<NotAccepted> leftOut) {
        List<SpendingItem> taken = new ArrayList<>(items);
        Set<Integer> seen = new HashSet<>();
        for (NotAccepted part : leftOut) {
            if (part.item() < 1 || part.item() > items.size() || !seen.add(part.item()))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1–" + items.size(), "value", part.item())
                        .at("notAccepted");
            if (PlainText.saysNothing(part.reason()))
                throw Refusal.of(ErrorCode.REASON_REQUIRED).at("notAccepted");
            SpendingItem item = items.get(part.item() - 1);
            Limits.requirePositive(part.amount(), "notAccepted");
            if (part.amount().isMoreThan(item.amount()))
                throw Refusal.of(
                                ErrorCode.INVALID_INPUT,
                                "expected",
                                "≤ " + item.amount(),
                                "value",
                                part.amount().digits())
                        .at("notAccepted");
            taken.set(part.item() - 1, less(item, part.amount()));
        }
        return taken.stream().filter(item -> item.amount().isPositive()).toList();
    }

    void decide(ReplaceSpendingReport command, List<PersonId> by, TaskFacts task, Decision decision) {
        SpendingContent content = new SpendingContent(command.from(), command.to(), command.items(), command.total());
        content.check(task.start(), decision.today());
        TaskPostings postings = TaskPostings.of(project);
        if (state != SpendingReportState.RETURNED) book(postings, year, items, -1, LedgerAccount.SPENT_REPORTED);
        book(postings, year, accepted, -1, LedgerAccount.SPENT);
        book(postings, command.to().getYear(), command.items(), 1, LedgerAccount.SPENT_REPORTED);
        apply(new SpendingReplaced(
                command.report(),
                project,
                host,
                version + 1,
                command.from(),
                command.to(),
                command.items(),
                command.total(),
                total,
                sum(accepted),
                command.last(),
                Acting.reason(command.reason()),
                by,
                next(),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings.list()));
    }

    private static SpendingItem less(SpendingItem item, Vnd amount) {
        return new SpendingItem(
                item.line(),
                item.source(),
                item.content(),
                item.amount().minus(amount),
                item.voucher(),
                item.labour(),
                item.seminar(),
                item.survey(),
                item.asset(),
                item.quantity());
    }

    private static TaskPostings postings(
            ProjectId project, int year, List<SpendingItem> items, int factor, LedgerAccount account) {
        TaskPostings postings = TaskPostings.of(project);
        book(postings, year, items, factor, account);
        return postings;
    }

    private static void book(
            TaskPostings postings, int year, List<SpendingItem> items, int factor, LedgerAccount account) {
        for (SpendingSum sum : SpendingContent.sums(items))
            postings.add(account, sum.source(), sum.line(), year, sum.amount().times(factor));
    }

    private static Vnd sum(List<SpendingItem> items) {
        return Vnd.sum(items.stream().map(SpendingItem::amount).toList());
    }

    private String next() {
        return Entries.id(id, entries + 1);
    }

    private void require(SpendingReportState allowed) {
        if (state != allowed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
    }

    @EventSourcingHandler
    void evolve(SpendingEvent event) {
        id = event.report().value();
        entries++;
        switch (event) {
            case SpendingReported e -> {
                project = e.project();
                host = e.host();
                hold(1, e.to(), e.items(), e.total(), e.last(), e.filedBy());
            }
            case SpendingReturned _ -> state = SpendingReportState.RETURNED;
            case SpendingAccepted e -> {
                state = SpendingReportState.ACCEPTED;
                accepted = accepted(e.notAccepted());
            }
            case SpendingReplaced e -> hold(e.version(), e.to(), e.items(), e.total(), e.last(), e.filedBy());
        }
    }

    private void hold(int number, LocalDate to, List<SpendingItem> held, Vnd sum, boolean isLast, List<PersonId> by) {
        state = SpendingReportState.FILED;
        version = number;
        year = to.getYear();
        items = held;
        total = sum;
        last = isLast;
        filedBy = by;
        accepted = List.of();
    }
}
