package vn.minhchung.budgets.write;

import java.time.LocalDate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/**
 * What may still be done about the money of a task that was stopped or has ended (TT 04/2015/TT-BKHCN art. 21–22, TTLT 27/2015
 * art. 16–17; ADR 13): nothing is planned any more, but what was spent until then is reported, for the refund rests on it.
 */
final class StoppedTasks {
    static final String SAVING = "savings.accepted-task";

    private StoppedTasks() {}

    /** An estimate, and moves between its lines, plan what is still to be spent. @throws Refusal WRONG_STATE */
    static void requireRunning(TaskFacts task) {
        if (task.suspended() || task.failed() || task.liquidated()) throw wrongState(task);
    }

    /**
     * A report of spending: of a task that is stopped or terminated up to the day it was stopped, of a liquidated one none.
     *
     * @param to last day of the report
     * @throws Refusal WRONG_STATE, DATES_OUT_OF_ORDER
     */
    static void requireReportable(TaskFacts task, Tasks tasks, LocalDate to) {
        if (task.liquidated()) throw wrongState(task);
        tasks.stoppedOn(task.id()).filter(to::isAfter).ifPresent(stopped -> {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "suspended", stopped, "to", to)
                    .at("to");
        });
    }

    /** What is left over is a saving once the work was accepted, with Đạt or better. */
    static void requirePassed(TaskFacts task, Rules rules, LocalDate on) {
        boolean passed = task.grade() != null && task.grade() != Grade.FAILED && !task.terminated();
        rules.forTask(task.pinned(), SAVING, on)
                .refuseUnless(
                        passed,
                        ErrorCode.SAVING_BEFORE_ACCEPTANCE,
                        "grade",
                        task.grade() == null ? "…" : task.grade(),
                        "state",
                        task.state());
    }

    private static Refusal wrongState(TaskFacts task) {
        return Refusal.of(
                ErrorCode.WRONG_STATE,
                "state",
                task.state(),
                "suspended",
                task.suspended(),
                "needed",
                TaskState.CONTRACTED);
    }
}
