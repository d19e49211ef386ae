package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.TaskSpendingEvent;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSavingAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingNoLongerAccepted;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingReported;
import vn.minhchung.budgets.TaskSpendingEvent.TaskSpendingTakenBack;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * Guard: what a task has reported, had accepted and saved, by source and line over all years and reports, and which vouchers
 * are in use. The limits of a report are decided on it.
 */
@AggregateRoot(type = "TaskSpending")
class TaskSpending {
    record Key(FundSource source, LineCategory line) {
        static Key of(SpendingSum sum) {
            return new Key(sum.source(), sum.line());
        }
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private final Map<Key, Vnd> reported = new HashMap<>();
    private final Map<Key, Vnd> accepted = new HashMap<>();
    private final Map<Key, Vnd> saved = new HashMap<>();
    private final Map<String, SpendingReportId> vouchers = new HashMap<>();

    TaskSpending() {}

    static String id(ProjectId project) {
        return "task-spending:" + project.value().substring(project.value().indexOf(':') + 1);
    }

    /** @throws Refusal VOUCHER_NUMBER_USED, LINE_EXCEEDED */
    void report(
            TaskFacts task,
            SpendingReportId report,
            List<SpendingSum> sums,
            List<String> keys,
            List<BudgetShare> approved,
            Rules rules,
            LocalDate on) {
        for (String key : keys) {
            if (vouchers.containsKey(key))
                throw Refusal.of(ErrorCode.VOUCHER_NUMBER_USED, "voucher", key, "id", vouchers.get(key))
                        .at("items");
        }
        Applied limit = rules.on("spending.line-limit", on);
        for (SpendingSum sum : sums) {
            Vnd base = approved(approved, Key.of(sum));
            Vnd before = reported.getOrDefault(Key.of(sum), Vnd.ZERO);
            limit.work("baseVnd", base, "actualVnd", before.plus(sum.amount()))
                    .ifPresent(worked -> limit.refuseUnless(
                            worked.kept(),
                            ErrorCode.LINE_EXCEEDED,
                            "line",
                            sum.line(),
                            "source",
                            sum.source(),
                            "limit",
                            worked.vnd("maxVnd").digits(),
                            "actual",
                            before.plus(sum.amount()).digits(),
                            "remaining",
                            worked.vnd("maxVnd").minus(before).max(Vnd.ZERO).digits()));
        }
        apply(new TaskSpendingReported(task.id(), report, sums, keys));
    }

    Vnd stateAccepted() {
        return sum(accepted, key -> key.source().state());
    }

    Vnd stateSaved() {
        return sum(saved, key -> key.source().state());
    }

    void takeBack(ProjectId project, SpendingReportId report, List<SpendingSum> sums, List<String> keys) {
        apply(new TaskSpendingTakenBack(project, report, sums, keys));
    }

    /** What was saved of a line is split already and is not spent as well. @throws Refusal LINE_EXCEEDED */
    void accept(ProjectId project, SpendingReportId report, List<SpendingSum> sums, List<BudgetShare> approved) {
        for (SpendingSum sum : sums) {
            Key key = Key.of(sum);
            Vnd savedOfIt = saved.getOrDefault(key, Vnd.ZERO);
            Vnd limit = approved(approved, key).minus(savedOfIt);
            Vnd after = accepted.getOrDefault(key, Vnd.ZERO).plus(sum.amount());
            if (savedOfIt.isPositive() && after.isMoreThan(limit))
                throw lineExceeded(key, limit, after, limit.minus(after.minus(sum.amount())));
        }
        apply(new TaskSpendingAccepted(project, report, sums));
    }

    void noLongerAccept(ProjectId project, SpendingReportId report, List<SpendingSum> sums) {
        apply(new TaskSpendingNoLongerAccepted(project, report, sums));
    }

    /** At the end the other money was spent in the approved proportion to the state's. @throws Refusal COUNTERPART_SHORT */
    void requireCounterpart(TaskFacts task, List<BudgetShare> approved, Rules rules, LocalDate on) {
        Applied rule = rules.forTask(task.pinned(), "spending.counterpart", on);
        Vnd other = sum(accepted, key -> !key.source().state());
        rule.work(
                        "stateApprovedVnd",
                        sum(approved, share -> share.source().state()),
                        "otherApprovedVnd",
                        sum(approved, share -> !share.source().state()),
                        "stateSpentVnd",
                        sum(accepted, key -> key.source().state()),
                        "otherSpentVnd",
                        other)
                .ifPresent(worked -> rule.refuseUnless(
                        worked.kept(),
                        ErrorCode.COUNTERPART_SHORT,
                        "limit",
                        worked.vnd("requiredVnd").digits(),
                        "actual",
                        other.digits()));
    }

    /**
     * A saving is what is left of a line when all work was done.
     *
     * @param notDone by line, the money of work that was not done: it is returned, never saved
     * @throws Refusal SAVING_EXCEEDED
     */
    void save(
            ProjectId project,
            SavingsReportId saving,
            List<SpendingSum> sums,
            List<SpendingSum> notDone,
            List<BudgetShare> approved) {
        for (SpendingSum sum : sums) {
            Key key = Key.of(sum);
            Vnd undone = Vnd.sum(notDone.stream()
                    .filter(each -> Key.of(each).equals(key))
                    .map(SpendingSum::amount)
                    .toList());
            Vnd left = approved(approved, key)
                    .minus(accepted.getOrDefault(key, Vnd.ZERO))
                    .minus(saved.getOrDefault(key, Vnd.ZERO))
                    .minus(undone)
                    .max(Vnd.ZERO);
            if (sum.amount().isMoreThan(left))
                throw Refusal.of(
                        ErrorCode.SAVING_EXCEEDED,
                        "line",
                        sum.line(),
                        "limit",
                        left.digits(),
                        "actual",
                        sum.amount().digits());
        }
        apply(new TaskSavingAccepted(project, saving, sums));
    }

    /** What was reported or saved stays within its line. @throws Refusal LINE_EXCEEDED when a line would fall below it */
    boolean requireWithin(List<BudgetShare> after) {
        Set<Key> keys = new HashSet<>(reported.keySet());
        keys.addAll(saved.keySet());
        for (Key key : keys) {
            Vnd used = accepted.getOrDefault(key, Vnd.ZERO).plus(saved.getOrDefault(key, Vnd.ZERO));
            Vnd amount = used.max(reported.getOrDefault(key, Vnd.ZERO));
            Vnd limit = approved(after, key);
            if (amount.isMoreThan(limit)) throw lineExceeded(key, limit, amount, Vnd.ZERO);
        }
        return true;
    }

    private static Refusal lineExceeded(Key key, Vnd limit, Vnd actual, Vnd remaining) {
        return Refusal.of(
                ErrorCode.LINE_EXCEEDED,
                "line",
                key.line(),
                "source",
                key.source(),
                "limit",
                limit.digits(),
                "actual",
                actual.digits(),
                "remaining",
                remaining.max(Vnd.ZERO).digits());
    }

    private static Vnd approved(List<BudgetShare> shares, Key key) {
        return sum(shares, share -> share.source() == key.source() && share.line() == key.line());
    }

    private static Vnd sum(List<BudgetShare> shares, Predicate<BudgetShare> which) {
        return Vnd.sum(shares.stream().filter(which).map(BudgetShare::amount).toList());
    }

    private static Vnd sum(Map<Key, Vnd> sums, Predicate<Key> which) {
        return Vnd.sum(sums.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    @EventSourcingHandler
    void evolve(TaskSpendingEvent event) {
        id = id(event.project());
        switch (event) {
            case TaskSpendingReported e -> {
                add(reported, e.sums(), Vnd::plus);
                e.vouchers().forEach(key -> vouchers.put(key, e.report()));
            }
            case TaskSpendingTakenBack e -> {
                add(reported, e.sums(), Vnd::minus);
                e.vouchers().forEach(vouchers::remove);
            }
            case TaskSpendingAccepted e -> add(accepted, e.sums(), Vnd::plus);
            case TaskSpendingNoLongerAccepted e -> add(accepted, e.sums(), Vnd::minus);
            case TaskSavingAccepted e -> add(saved, e.sums(), Vnd::plus);
        }
    }

    private static void add(Map<Key, Vnd> to, List<SpendingSum> sums, BinaryOperator<Vnd> how) {
        for (SpendingSum sum : sums)
            to.put(Key.of(sum), how.apply(to.getOrDefault(Key.of(sum), Vnd.ZERO), sum.amount()));
    }
}
