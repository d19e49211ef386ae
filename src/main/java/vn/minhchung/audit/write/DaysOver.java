package vn.minhchung.audit.write;

import java.time.LocalDate;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Only a day that is over is sealed: a row could come after the seal. */
final class DaysOver {
    private DaysOver() {}

    static void require(LocalDate day, Decision decision) {
        if (!day.isBefore(decision.today())) {
            throw Refusal.of(ErrorCode.WRONG_STATE, "day", day, "today", decision.today())
                    .at("day");
        }
    }
}
