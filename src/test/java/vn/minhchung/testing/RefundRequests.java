package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;

/**
 * What comes back of a failed task, whose recorded decision waits for its second person: it is confirmed, or rejected once
 * one holds; a small payment is recorded, and confirmed or rejected; a revised decision is recorded. The host of another
 * failed task reports once more why.
 */
public final class RefundRequests implements Errands {
    private static final long PROVEN = 150_000_000;
    private static final long A_TURN = 1_000;

    private final ProjectId decided;
    private final ProjectId reported;
    private final LocalDate on;

    /**
     * @param decided of which 550 million đồng were cleared and nothing is paid back; one caller's alone, for its payments
     *     are numbered
     * @param reported without a decision yet
     * @param on the story's last day
     */
    public RefundRequests(ProjectId decided, ProjectId reported, LocalDate on) {
        this.decided = decided;
        this.reported = reported;
        this.on = on;
    }

    @Override
    public List<Request> of(Turn turn) {
        return List.of(
                Request.by(Cast.SONG_LUOC_HEAD, report(turn)),
                Request.by(
                        Cast.CHIEF_ACCOUNTANT,
                        turn.odd() ? step("confirmRefund", Map.of()) : step("rejectRefund", reason())),
                Request.by(Cast.ACCOUNTANT, payment(turn)),
                Request.by(Cast.CHIEF_ACCOUNTANT, compared(turn)),
                Request.by(Cast.OFFICER, decision(turn)));
    }

    private Mutation report(Turn turn) {
        return Mutation.of(
                "reportNonCompletion",
                RefundId.of(reported).value(),
                Map.of("project", reported.value(), "used", "620000000", "explanation", "Giải trình lần " + turn));
    }

    private Mutation payment(Turn turn) {
        String voucher = "C1-" + turn;
        return step(
                "recordRefundPayment",
                Map.of(
                        "amount",
                        Advance.AMOUNT,
                        "voucherNumber",
                        voucher,
                        "paidOn",
                        on.toString(),
                        "decision",
                        Decisions.on("TREASURY_VOUCHER", voucher)));
    }

    private Mutation compared(Turn turn) {
        Map<String, Object> input = new HashMap<>();
        input.put("payment", turn.number());
        if (turn.odd()) return step("confirmRefundPayment", input);
        input.putAll(reason());
        return step("rejectRefundPayment", input);
    }

    /** Every time a little less had an objective cause, so that the debt grows. */
    private Mutation decision(Turn turn) {
        long objective = PROVEN - turn.number() * A_TURN;
        return step(
                "decideRefund",
                Map.of(
                        "parts",
                        List.of(part("SUBJECTIVE", 400_000_000, 3_000), part("OBJECTIVE", objective, 0)),
                        "unproven",
                        "0",
                        "procedureFollowed",
                        true,
                        "fraud",
                        false,
                        "decision",
                        Decisions.recordedFor(Cast.COMMITTEE, "COMMITTEE", on)));
    }

    private static Map<String, Object> part(String cause, long proven, int shareBp) {
        return Map.of(
                "cause",
                cause,
                "proven",
                Long.toString(proven),
                "shareBp",
                shareBp,
                "reason",
                "Theo biên bản kiểm tra");
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "Ghi sai so với chứng từ");
    }

    private Mutation step(String name, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("project", decided.value());
        return Mutation.onSeen(name, RefundId.of(decided).value(), input);
    }
}
