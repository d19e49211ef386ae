package vn.minhchung.budgets.write;

import java.util.Objects;
import java.util.Set;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;

/**
 * What withdrawals of a task bind and the treasury has not paid. The task's sums count it, for no other paper may bind it;
 * the host has not received it, so nothing of it comes back.
 */
record Unpaid(Vnd advances, Vnd payments) {
    static Unpaid of(Aggregates aggregates, ProjectId project) {
        Set<TreasuryPaperId> papers = Objects.requireNonNullElse(
                aggregates.peek(TaskFunds.class, TaskFunds.id(project), TaskFunds::papers), Set.of());
        aggregates.ahead(papers.stream().map(TreasuryPaperId::value).toList());
        Vnd advances = Vnd.ZERO;
        Vnd payments = Vnd.ZERO;
        for (TreasuryPaperId paper : papers) {
            Vnd amount = aggregates.ask(TreasuryPaper.class, paper.value(), TreasuryPaper::unpaid);
            if (amount.isZero()) continue;
            TreasuryPaperKind kind = aggregates
                    .ask(TreasuryPaper.class, paper.value(), TreasuryPaper::terms)
                    .kind();
            if (kind == TreasuryPaperKind.ADVANCE) advances = advances.plus(amount);
            else payments = payments.plus(amount);
        }
        return new Unpaid(advances, payments);
    }

    Vnd all() {
        return advances.plus(payments);
    }
}
