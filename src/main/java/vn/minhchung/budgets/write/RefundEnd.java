package vn.minhchung.budgets.write;

import java.util.List;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.Bars;

/**
 * All has come back when the debt is paid, no advance is outstanding and no withdrawal may still be paid, whichever comes
 * last: then the bars are lifted. What was cleared after the decision is in no debt yet, what was uncleared is in it
 * wrongly: that takes a new decision.
 */
final class RefundEnd {
    private final Aggregates aggregates;
    private final Bars bars;

    RefundEnd(Aggregates aggregates, Bars bars) {
        this.aggregates = aggregates;
        this.bars = bars;
    }

    void check(ProjectId project) {
        compare(project);
        String refund = RefundId.of(project).value();
        Boolean paidUp = aggregates.peek(Refund.class, refund, Refund::paidUp);
        if (paidUp == null || !paidUp) return;
        Vnd outstanding = aggregates.ask(TaskFunds.class, TaskFunds.id(project), TaskFunds::advanceOutstanding);
        if (outstanding.isPositive() || Unpaid.of(aggregates, project).all().isPositive()) return;
        List<String> barred = aggregates.ask(Refund.class, refund, Refund::barred);
        aggregates.on(Refund.class, refund, Refund::settle);
        bars.lift(barred, project);
    }

    /** After a booking that may have changed what is cleared: whether the decision still counts all of it. */
    void compare(ProjectId project) {
        String refund = RefundId.of(project).value();
        Boolean open = aggregates.peek(Refund.class, refund, Refund::open);
        if (open == null || !open) return;
        Vnd cleared = aggregates
                .ask(TaskFunds.class, TaskFunds.id(project), TaskFunds::spentAtTreasury)
                .minus(Unpaid.of(aggregates, project).payments());
        if (aggregates.ask(Refund.class, refund, r -> r.changedBy(cleared)))
            aggregates.on(Refund.class, refund, r -> r.compare(cleared));
    }

    /** A payment of a closed year turned out to be made: what was decided, or settled, did not count it. */
    void paidAfterAll(ProjectId project) {
        reopen(project);
        compare(project);
    }

    /** A booking that had settled it was reversed. */
    void reopen(ProjectId project) {
        String refund = RefundId.of(project).value();
        Boolean settled = aggregates.peek(Refund.class, refund, Refund::settled);
        if (settled == null || !settled) return;
        List<String> barred = bars.place(project, aggregates.ask(Refund.class, refund, Refund::host));
        aggregates.on(Refund.class, refund, r -> r.reopen(barred));
    }
}
