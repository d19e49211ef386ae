package vn.minhchung.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Sha256;

/** SHA-256 of a version's canonical form (RFC 8785, texts only): what a decider saw is what comes into force. */
public final class RuleHash {
    private RuleHash() {}

    /** Lower-case hex. */
    public static String of(RuleVersion version) {
        return Sha256.hex(CanonicalJson.write(canonical(version)));
    }

    private static Map<String, @Nullable Object> canonical(RuleVersion version) {
        Map<String, @Nullable Object> form = new HashMap<>();
        form.put("family", version.family());
        form.put("version", version.version());
        form.put("standing", version.standing().name());
        form.put("confidence", version.confidence().name());
        form.put("source", canonical(version.source()));
        form.put("validFrom", version.validFrom().toString());
        form.put("validTo", version.validTo() == null ? null : version.validTo().toString());
        form.put("trigger", version.trigger().name());
        form.put("evaluation", version.evaluation());
        form.put("parameters", version.parameters());
        List<Object> examples = new ArrayList<>();
        version.examples().forEach(each -> examples.add(Map.of("given", each.given(), "expect", each.expect())));
        form.put("examples", examples);
        return form;
    }

    private static Map<String, String> canonical(LegalSource source) {
        return Map.of(
                "number", source.number(),
                "article", source.article(),
                "title", source.title(),
                "vi", source.vi(),
                "en", source.en());
    }
}
