package vn.minhchung.operations.write;

import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Whoever interferes with how the system runs says why. */
final class Reasons {
    private Reasons() {}

    static void require(Decision decision) {
        String reason = decision.reason();
        if (reason == null || reason.isBlank())
            throw Refusal.of(ErrorCode.REASON_REQUIRED, "mutation", decision.mutation())
                    .at("decision", "reason");
    }
}
