package vn.minhchung.budgets.write;

import java.util.List;
import java.util.Objects;
import vn.minhchung.budgets.SettlementClaim;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.projects.LineCategory;

/** A liquidated task and its settlement, in few words. Amounts in million đồng. */
final class Settling {
    private Settling() {}

    /** 800 advanced, of it 550 cleared; 250 are outstanding. */
    static Cast advanced() {
        Cast cast = new Cast();
        cast.put(Cast.task(Cast.TASK, 1_600, true));
        cast.assigned(1_000).allocated(Cast.TASK, 1_000).depositAccount();
        cast.prepared("a", Cast.TASK, 800).executed("a");
        return cleared(cast, "c", 550);
    }

    /** As {@link #advanced}, and all of it cleared. */
    static Cast spent() {
        return cleared(advanced(), "rest", 250);
    }

    static Cast cleared(Cast cast, String name, long millions) {
        cast.fixture.given(Papers.clearing(name, "a", millions), Cast.ACCOUNTANT);
        return booked(cast, name);
    }

    static Cast booked(Cast cast, String name) {
        cast.sent(name)
                .fixture
                .given(
                        new RecordExecution(Cast.paper(name), "CT-" + name, Cast.TODAY, null),
                        Cast.voucher(Cast.ACCOUNTANT))
                .given(new ConfirmTreasuryFact(Cast.paper(name)), Cast.OFFICER);
        return cast;
    }

    static Cast liquidated(Cast cast, boolean failed) {
        cast.put(Cast.liquidated(Objects.requireNonNull(cast.tasks.get(Cast.TASK)), failed));
        return cast;
    }

    static FileTaskSettlement file(long millions) {
        return new FileTaskSettlement(
                Cast.TASK,
                List.of(new SettlementClaim(LineCategory.REMUNERATION, Cast.m(millions))),
                YearEndExamples.TABLE);
    }

    static ReviewTaskSettlement approve(SettlementCut... cuts) {
        return new ReviewTaskSettlement(Cast.TASK, SettlementOutcome.APPROVED, List.of(cuts), null);
    }

    static SettlementCut cut(long millions) {
        return new SettlementCut(null, LineCategory.REMUNERATION, null, Cast.m(millions), "không có chứng từ");
    }
}
