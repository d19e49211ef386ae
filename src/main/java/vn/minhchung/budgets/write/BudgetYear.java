package vn.minhchung.budgets.write;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCarryOverOpened;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrectionRecorded;
import vn.minhchung.budgets.AppropriationEvent.YearClosingRecorded;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/** What one year appropriation keeps for the end of its year: who draws on it, what was spent, and how far its closing is. */
final class BudgetYear {
    private final Map<TreasuryPaperId, Vnd> bound = new LinkedHashMap<>();
    private final Map<CarryOverId, AppropriationCarryOverOpened> carryOvers = new LinkedHashMap<>();
    private final Spending spending = new Spending();
    private @Nullable YearClosingRecorded asked;
    private @Nullable ClosedYearCorrectionRecorded correction;
    private boolean closed;

    /** @throws Refusal APPROPRIATION_YEAR_CLOSED: after the closing nothing is posted in the year */
    void requireOpen(AppropriationKey code) {
        if (closed) throw Refusal.of(ErrorCode.APPROPRIATION_YEAR_CLOSED, "year", code.year());
    }

    boolean closed() {
        return closed;
    }

    Spending spending() {
        return spending;
    }

    /** @param by negative when it binds less */
    void bind(TreasuryPaperId paper, Vnd by) {
        Vnd now = bound.getOrDefault(paper, Vnd.ZERO).plus(by);
        if (now.isZero()) bound.remove(paper);
        else bound.put(paper, now);
    }

    /** @throws Refusal WRONG_STATE before the closing: until then an entry is reversed */
    void requireClosed(AppropriationKey code) {
        if (!closed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "OPEN", "needed", "CLOSED", "year", code.year());
    }

    void correcting(@Nullable ClosedYearCorrectionRecorded by) {
        correction = by;
    }

    /** @throws Refusal PROVISIONAL: one correction at a time waits for the account holder */
    void requireNoCorrection() {
        if (correction != null)
            throw Refusal.of(
                    ErrorCode.PROVISIONAL, "id", correction.correction().of());
    }

    /** @throws Refusal ALREADY_CONFIRMED when none waits */
    ClosedYearCorrectionRecorded requireCorrection() {
        if (correction == null) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED);
        return Objects.requireNonNull(correction);
    }

    /** The withdrawals that still bind money, in a fixed order: locks are taken in it. */
    List<TreasuryPaperId> binding() {
        return bound.keySet().stream()
                .sorted(Comparator.comparing(TreasuryPaperId::value))
                .toList();
    }

    void opened(AppropriationCarryOverOpened carryOver) {
        carryOvers.put(carryOver.carryOver(), carryOver);
    }

    void ended(CarryOverId carryOver) {
        carryOvers.remove(carryOver);
    }

    /** What of the balance is asked to be carried over: not cancelled, nor declared once more, before that is decided. */
    Vnd declared() {
        return Vnd.sum(carryOvers.values().stream()
                .filter(each -> each.kind() == CarryOverKind.APPROPRIATION)
                .map(AppropriationCarryOverOpened::amount)
                .toList());
    }

    /** @throws Refusal YEAR_NOT_READY while a carry-over is not decided */
    void requireCarryOversDecided(AppropriationKey code) {
        if (!carryOvers.isEmpty())
            throw Refusal.of(
                    ErrorCode.YEAR_NOT_READY,
                    "problem",
                    "carryOver",
                    "year",
                    code.year(),
                    "id",
                    carryOvers.keySet().iterator().next().value());
    }

    void asked(@Nullable YearClosingRecorded closing) {
        asked = closing;
    }

    void close() {
        closed = true;
        asked = null;
        bound.clear();
    }

    /** @throws Refusal WRONG_STATE when nobody asked to close the year */
    YearClosingRecorded requireAsked(AppropriationKey code) {
        requireOpen(code);
        if (asked == null)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", "OPEN", "needed", "CLOSING", "year", code.year());
        return Objects.requireNonNull(asked);
    }
}
