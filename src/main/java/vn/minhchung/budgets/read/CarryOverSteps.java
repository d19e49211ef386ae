package vn.minhchung.budgets.read;

import java.time.LocalDate;
import vn.minhchung.budgets.CarryOverEvent;
import vn.minhchung.budgets.CarryOverEvent.*;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.TreasuryPaperId;

/** Whom a carry-over waits for: always one step. */
final class CarryOverSteps {
    private CarryOverSteps() {}

    static void project(CarryOverEvent event, WaitingList list) {
        switch (event) {
            case CarryOverDeclared e ->
                waits(e, WaitingStep.RECORD_CARRY_OVER_CONFIRMATION, e.code().year(), list);
            case CarryOverConfirmationRecorded e -> waits(e, WaitingStep.CONFIRM_CARRY_OVER, e.year(), list);
            case CarryOverConfirmed e -> waits(e, WaitingStep.RECORD_CARRY_OVER_LETTER, e.year(), list);
            case CarryOverLetterRecorded e -> waits(e, WaitingStep.CONFIRM_CARRY_OVER, e.year(), list);
            case CarryOverRecordRejected e ->
                waits(
                        e,
                        e.letter() ? WaitingStep.RECORD_CARRY_OVER_LETTER : WaitingStep.RECORD_CARRY_OVER_CONFIRMATION,
                        e.year(),
                        list);
            case CarryOverRefused e -> {
                list.done(e.carryOver().value());
                if (e.kind() == CarryOverKind.ADVANCE) demandReturns(e, list);
            }
            case CarryOverWithdrawn e -> list.done(e.carryOver().value());
            case CarriedOver e -> list.done(e.carryOver().value());
        }
    }

    /** Advances that may not move come back. */
    private static void demandReturns(CarryOverRefused refused, WaitingList list) {
        refused.parts().forEach(part -> {
            TreasuryPaperId advance = part.advance();
            if (advance != null)
                list.waits(
                        returning(advance),
                        WaitingStep.RETURN_ADVANCE,
                        advance.value(),
                        part.project(),
                        null,
                        LocalDate.of(refused.year(), 12, 31));
        });
    }

    static String returning(TreasuryPaperId advance) {
        return advance.value() + "/return";
    }

    private static void waits(CarryOverEvent event, WaitingStep step, int year, WaitingList list) {
        String id = event.carryOver().value();
        list.waits(id, step, id, null, null, LocalDate.of(year, 12, 31));
    }
}
