package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/** What the input of a mutation says about its decision. */
public final class Decisions {
    private Decisions() {}

    /** A document to rest a decision on. */
    public static Map<String, Object> on(String kind, String number) {
        return Map.of(
                "reason",
                "Theo hồ sơ",
                "basis",
                List.of(Map.of("kind", kind, "number", number, "issuer", "Sở KH&CN", "seen", "SCAN_COMPARED")));
    }

    /** Taken on paper by somebody else. */
    public static Map<String, Object> recordedFor(Cast decider, String role, LocalDate signedOn) {
        String document = "901/QĐ-UBND";
        Map<String, Object> decision = new HashMap<>(on("DECISION", document));
        decision.put("mode", "RECORDED");
        decision.put(
                "decidedBy",
                Map.of(
                        "person",
                        decider.person().value(),
                        "role",
                        role,
                        "office",
                        "Người có thẩm quyền",
                        "capacity",
                        "SELF",
                        "signedOn",
                        signedOn.toString(),
                        "document",
                        document));
        return decision;
    }
}
