package vn.minhchung.system;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/**
 * A credential is set anew by the administrator, and its owner decides at once: the audit rules find it. The department
 * explains, an inspector takes it for a false alarm, thinks better of it, and makes it a finding,
 * and takes evidence out.
 */
final class OversightScene {
    static final String BUNDLE = Id.derived("bundle", "oversight");

    private static final String PART = "DECIDED_AFTER_RESET";
    private static final Map<String, Object> PAPER = Sender.on("DECISION", "903/QĐ-TTT");

    private final RunningSystem system;
    private final Sender sender;
    private final Runnable moment;

    OversightScene(RunningSystem system, Runnable moment) {
        this.system = system;
        this.sender = new Sender(system);
        this.moment = moment;
    }

    void told() {
        sender.does(
                Cast.ADMIN,
                "resetCredential",
                Map.of(
                        "account",
                        Cast.REGISTRAR.account().value(),
                        "password",
                        RunningSystem.PASSWORD,
                        "decision",
                        PAPER));
        sender.does(
                Cast.REGISTRAR,
                "registerPerson",
                Map.of("person", Scene.person("oversight"), "name", "Phùng Giám Sát Thử", "decision", PAPER));
        recorded(true);
        moment.run();
        String hit = hit(system);
        sender.does(Cast.OFFICER, "explainHit", Map.of("hit", hit, "explanation", "Cấp lại theo yêu cầu bằng văn bản"));
        moment.run();
        sender.does(Cast.INSPECTOR, "acceptFalseAlarm", closing(hit, "reason", "Đã đối chiếu phiếu yêu cầu"));
        sender.does(Cast.INSPECTOR, "reopenHit", closing(hit, "reason", "Phiếu yêu cầu không có chữ ký"));
        moment.run();
        sender.does(Cast.INSPECTOR, "turnIntoFinding", closing(hit, "finding", "Đặt lại mật khẩu không đúng thủ tục"));
        moment.run();
        sender.does(
                Cast.INSPECTOR,
                "exportBundle",
                Map.of(
                        "bundle",
                        BUNDLE,
                        "of",
                        DemoLoader.firstTask().value(),
                        "entries",
                        false,
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
        moment.run();
    }

    /** Until nothing is left for another round. */
    private void recorded(boolean wholePast) {
        JsonNode round;
        do {
            round = sender.asked(
                            Cast.INSPECTOR.login(),
                            "auditRecord",
                            Map.of("wholePast", wholePast),
                            "position errors { code facts } auditRound { hits left }")
                    .get("auditRound");
        } while (round.get("left").intValue() > 0);
    }

    private static Map<String, Object> closing(String hit, String field, String words) {
        return Map.of("hit", hit, field, words, "seenAt", Sender.NOW, "decision", PAPER);
    }

    /** The hit of this scene. */
    static String hit(RunningSystem system) {
        List<String> hits = system.as(Cast.INSPECTOR.login())
                .data("{ auditHits(filter: {parts: [%s]}) { nodes { stableId } } }".formatted(PART))
                .at("/auditHits/nodes")
                .valueStream()
                .map(node -> node.get("stableId").stringValue())
                .toList();
        return hits.getLast();
    }
}
