package vn.minhchung.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/**
 * The host asks for other words of what it does: supplemented, heard and decided by the director, or decided on paper. What
 * it may decide itself it notifies; that takes effect, or is taken back.
 */
public final class AdjustmentRequests implements Errands {
    private static final Map<String, Object> PAPER = Decisions.on("LETTER", "903/CV-TCCT");

    private final Advance advance;

    public AdjustmentRequests(Advance advance) {
        this.advance = advance;
    }

    @Override
    public List<Request> of(Turn turn) {
        return turn.odd() ? supplementedAndDecided(turn) : decidedOnPaper(turn);
    }

    private List<Request> supplementedAndDecided(Turn turn) {
        String asked = id(turn, 0);
        String notified = id(turn, 1);
        return List.of(
                Request.by(Cast.HOST_HEAD, request(turn, asked), notice(turn, notified)),
                Request.by(Cast.OFFICER, step("askAdjustmentSupplement", asked, Map.of("reason", "Thiếu thuyết minh"))),
                Request.by(Cast.HOST_HEAD, step("supplementAdjustment", asked, Map.of("note", "Kèm thuyết minh"))),
                Request.by(Cast.OFFICER, step("recordAdjustmentOpinion", asked, opinion())),
                Request.by(
                        Cast.DIRECTOR,
                        step("decideAdjustment", asked, granting(turn, PAPER)),
                        step("recordNoObjection", notified, Map.of())));
    }

    private List<Request> decidedOnPaper(Turn turn) {
        String asked = id(turn, 0);
        String again = id(turn, 1);
        String notified = id(turn, 2);
        Map<String, Object> paper = Decisions.recordedFor(Cast.COMMITTEE, "COMMITTEE", advance.on());
        Map<String, Object> takenBack = Map.of("reason", "Không còn cần");
        return List.of(
                Request.by(Cast.HOST_HEAD, request(turn, asked), request(turn, again), notice(turn, notified)),
                Request.by(Cast.OFFICER, step("decideAdjustment", asked, granting(turn, paper))),
                Request.by(Cast.REGISTRAR, step("confirmAdjustment", asked, Map.of())),
                Request.by(
                        Cast.HOST_HEAD,
                        step("withdrawAdjustment", again, takenBack),
                        step("withdrawAdjustment", notified, takenBack)));
    }

    private Mutation request(Turn turn, String id) {
        return asking("requestAdjustment", id, "CONTENT", "Khảo nghiệm hai vụ, lần " + turn);
    }

    private Mutation notice(Turn turn, String id) {
        return asking("notifyAdjustment", id, "MATERIALS", "Vật tư theo danh mục " + turn);
    }

    private Mutation asking(String name, String id, String kind, String after) {
        return Mutation.of(
                name,
                id,
                Map.of(
                        "adjustment",
                        id,
                        "project",
                        advance.project(),
                        "kind",
                        kind,
                        "content",
                        Map.of("after", after),
                        "reason",
                        "Theo tình hình thực hiện",
                        "decision",
                        PAPER));
    }

    private Map<String, Object> opinion() {
        return Map.of("by", "EXPERTS", "favourable", true, "document", "12/BB-CG", "givenOn", advance.today());
    }

    private Map<String, Object> granting(Turn turn, Map<String, Object> decision) {
        return Map.of(
                "outcome",
                "APPROVED",
                "reason",
                "Hồ sơ đầy đủ",
                "annexNumber",
                "PLHĐ-" + turn,
                "annexDate",
                advance.today(),
                "decision",
                decision);
    }

    private static Mutation step(String name, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("adjustment", id);
        return Mutation.onSeen(name, id, input);
    }

    private static String id(Turn turn, int i) {
        return turn.id("adjustment", i);
    }
}
