package vn.minhchung.access.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** What several commands ask of their decision or dates. */
final class Requires {
    private Requires() {}

    static void basis(Decision decision) {
        if (decision.basis().isEmpty()) {
            throw Refusal.of(ErrorCode.BASIS_REQUIRED, "mutation", decision.mutation())
                    .at("decision", "basis");
        }
    }

    static void inOrder(LocalDate from, @Nullable LocalDate to, String field) {
        if (to != null && to.isBefore(from)) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "from", from, "to", to)
                    .at(field);
        }
    }
}
