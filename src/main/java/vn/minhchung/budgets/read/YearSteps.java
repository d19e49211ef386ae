package vn.minhchung.budgets.read;

import java.time.LocalDate;
import vn.minhchung.budgets.AppropriationEvent.*;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.TreasuryPaperId;

/** Whom the end of a budget year waits for, from the day the appropriation holds. */
final class YearSteps {
    private YearSteps() {}

    static void open(String appropriation, int year, WaitingList list) {
        waits(appropriation, WaitingStep.CLOSE_YEAR, year, list);
    }

    /** No year is to be closed any more. */
    static void over(String appropriation, WaitingList list) {
        list.done(key(appropriation));
    }

    static void project(OfYear event, WaitingList list) {
        String id = event.appropriation().value();
        switch (event) {
            case YearClosingRecorded e -> waits(id, WaitingStep.CONFIRM_YEAR_CLOSING, e.year(), list);
            case YearClosingRejected e -> waits(id, WaitingStep.CLOSE_YEAR, e.year(), list);
            case YearClosed e -> {
                over(id, list);
                list.waits(
                        SettlementSteps.key(SettlementId.of(e.appropriation())),
                        WaitingStep.FILE_YEARLY_SETTLEMENT,
                        id,
                        null);
            }
            case ClosedYearCorrectionRecorded _ ->
                list.waits(correction(id), WaitingStep.CONFIRM_CLOSED_YEAR_CORRECTION, id, null);
            case ClosedYearCorrectionRejected _, ClosedYearCorrected _ -> list.done(correction(id));
            case AppropriationCancelled e -> AppropriationSteps.done(id, e.change(), list);
            case AdvanceReturnDemanded e -> {
                list.done(CarryOverSteps.returning(e.advance()));
                if (e.because() == ReturnCause.NO_NEXT_APPROPRIATION)
                    list.waits(
                            finance(e.paper()),
                            WaitingStep.HANDLE_ADVANCE_WITHOUT_APPROPRIATION,
                            e.paper().value(),
                            e.project(),
                            null,
                            LocalDate.of(e.year(), 12, 31));
            }
            case AppropriationSpent _,
                    AppropriationSpendingReversed _,
                    AppropriationCarryOverOpened _,
                    AppropriationCarryOverEnded _,
                    AppropriationCarriedOut _,
                    AppropriationCarriedIn _,
                    AdvanceMovedOut _,
                    AdvanceMovedIn _ -> {
                // nobody is waited for
            }
        }
    }

    private static void waits(String appropriation, WaitingStep step, int year, WaitingList list) {
        list.waits(key(appropriation), step, appropriation, null, null, LocalDate.of(year, 12, 31));
    }

    /** The finance department knows of the return until it is booked or given up. */
    static String finance(TreasuryPaperId paper) {
        return paper.value() + "/finance";
    }

    private static String correction(String appropriation) {
        return appropriation + "/correction";
    }

    private static String key(String appropriation) {
        return appropriation + "/year";
    }
}
