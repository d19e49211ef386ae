package vn.minhchung.budgets.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.VolumeId;

/** Papers of 2025 for the {@link Cast}'s first task, each over one line, in few words. Amounts in million đồng. */
final class Papers {
    private Papers() {}

    static PrepareWithdrawal advance(String name, int tranche, long millions) {
        return withdrawal(name, TreasuryPaperKind.ADVANCE, tranche, millions, null);
    }

    static PrepareWithdrawal payment(String name, int tranche, long millions) {
        return withdrawal(name, TreasuryPaperKind.PAYMENT, tranche, millions, null);
    }

    static PrepareWithdrawal withdrawal(
            String name, @Nullable TreasuryPaperKind kind, int tranche, long millions, @Nullable VolumeId volume) {
        return withdrawal(name, kind, tranche, Cast.line(millions), volume);
    }

    /** @param kind an advance where it is not named */
    static PrepareWithdrawal withdrawal(
            String name,
            @Nullable TreasuryPaperKind kind,
            int tranche,
            TreasuryPaperLine line,
            @Nullable VolumeId volume) {
        return new PrepareWithdrawal(
                Cast.paper(name),
                kind,
                Cast.TASK,
                Cast.APPROPRIATION,
                name,
                2025,
                tranche,
                List.of(line),
                line.amount(),
                Cast.DEPOSIT,
                volume,
                null);
    }

    static PrepareClearing clearing(String name, String advance, long millions) {
        return clearing(name, advance, Cast.line(millions));
    }

    static PrepareClearing clearing(String name, String advance, TreasuryPaperLine line) {
        return clearing(name, advance, line, null);
    }

    static PrepareClearing clearing(String name, String advance, TreasuryPaperLine line, @Nullable VolumeId volume) {
        return new PrepareClearing(
                Cast.paper(name), Cast.paper(advance), "TT-" + name, List.of(line), line.amount(), volume, null);
    }

    static PrepareReturn giveBack(String name, String advance, long millions) {
        return giveBack(name, advance, Cast.line(millions));
    }

    static PrepareReturn giveBack(String name, String advance, TreasuryPaperLine line) {
        return new PrepareReturn(
                Cast.paper(name), Cast.paper(advance), "NT-" + name, List.of(line), line.amount(), "không dùng hết");
    }
}
