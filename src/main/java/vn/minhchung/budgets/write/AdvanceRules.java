package vn.minhchung.budgets.write;

import java.time.LocalDate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/**
 * How much may be advanced and on what papers (TTLT 27/2015/TTLT-BKHCN-BTC art. 12–14; domain.md 2.5), by the version the task is pinned to,
 * else by the one in force on the day.
 */
final class AdvanceRules {
    private final Rules rules;
    private final LocalDate date;

    AdvanceRules(Rules rules, LocalDate date) {
        this.rules = rules;
        this.date = date;
    }

    /**
     * The first instalment: at most a share of the task's state money, and within what the year's appropriation gives it.
     *
     * @param advanced of the same instalment so far
     */
    void first(TaskFacts task, Vnd advanced, Vnd asked, Vnd inYear) {
        Applied rule = applied("advance.first", task);
        rule.work(
                        "stateBudgetVnd",
                        task.stateBudget(),
                        "yearAppropriationVnd",
                        inYear,
                        "advancedVnd",
                        advanced,
                        "askedVnd",
                        asked)
                .ifPresent(result -> rule.refuseUnless(
                        result.kept(),
                        ErrorCode.ADVANCE_CAP_EXCEEDED,
                        "limit",
                        result.vnd("maxVnd").digits(),
                        "actual",
                        asked.digits(),
                        "remaining",
                        result.vnd("maxVnd").minus(advanced).max(Vnd.ZERO).digits()));
    }

    /** A further instalment: only when enough of the earlier advances was settled. */
    void next(TaskFacts task, Vnd advanced, Vnd settled) {
        Applied rule = applied("advance.next", task);
        rule.work("advancedVnd", advanced, "settledVnd", settled)
                .ifPresent(result -> rule.refuseUnless(
                        result.kept(),
                        ErrorCode.ADVANCE_CLEARING_SHARE,
                        "limit",
                        result.vnd("requiredVnd").digits(),
                        "actual",
                        settled.digits(),
                        "remaining",
                        result.vnd("requiredVnd").minus(settled).max(Vnd.ZERO).digits()));
    }

    /** A payment, a clearing or a further advance rests on a table of completed work. */
    void volume(boolean present) {
        rules.on("payment.volume", date).refuseUnless(present, ErrorCode.VOLUME_MISSING);
    }

    /** The last instalment waits for acceptance with Đạt or better; a contract of one instalment has no last one. */
    void last(TaskFacts task, int tranche) {
        boolean last =
                task.tranches().size() > 1 && task.tranches().stream().allMatch(plan -> plan.number() <= tranche);
        boolean passed = task.grade() != null && task.grade() != Grade.FAILED;
        rules.on("payment.last", date)
                .refuseUnless(
                        !last || passed,
                        ErrorCode.LAST_PAYMENT_BEFORE_ACCEPTANCE,
                        "tranche",
                        tranche,
                        "grade",
                        task.grade() == null ? "…" : task.grade());
    }

    private Applied applied(String family, TaskFacts task) {
        RuleRef pinned = task.pinned().get(family);
        return pinned == null ? rules.on(family, date) : rules.pinned(family, pinned.version());
    }
}
