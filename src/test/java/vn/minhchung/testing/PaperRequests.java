package vn.minhchung.testing;

import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.Errands.Mutation;
import vn.minhchung.testing.Errands.Request;

/** The way of a prepared paper to the treasury and back; or it is cancelled. */
final class PaperRequests {
    private PaperRequests() {}

    static List<Request> booked(String paper, String voucher, String on) {
        Map<String, Object> executed = Map.of(
                "paper",
                paper,
                "voucherNumber",
                voucher,
                "executedOn",
                on,
                "decision",
                Decisions.on("TREASURY_VOUCHER", voucher));
        return List.of(
                Request.by(Cast.CHIEF_ACCOUNTANT, step("signSecond", paper)),
                Request.by(Cast.DIRECTOR, step("signFirst", paper)),
                Request.by(Cast.ACCOUNTANT, step("sendToTreasury", paper)),
                Request.by(Cast.ACCOUNTANT, Mutation.onSeen("recordExecution", paper, executed)),
                Request.by(Cast.CHIEF_ACCOUNTANT, step("confirmTreasuryFact", paper)));
    }

    static Mutation cancelled(String paper) {
        return Mutation.onSeen("cancelTreasuryPaper", paper, Map.of("paper", paper, "reason", "Lập trùng"));
    }

    private static Mutation step(String name, String paper) {
        return Mutation.onSeen(name, paper, Map.of("paper", paper));
    }
}
