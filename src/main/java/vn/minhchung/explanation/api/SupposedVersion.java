package vn.minhchung.explanation.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.rules.RuleVersion;

/** A version to suppose: one on record, with other values of its parameters where these are given. */
final class SupposedVersion {
    private static final int MOST = 50;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

    private SupposedVersion() {}

    /** @throws Refusal INVALID_INPUT for a parameter the version does not have, or words in place of a number */
    static RuleVersion of(RuleVersion recorded, @Nullable List<SupposedParameter> parameters) {
        if (parameters == null || parameters.isEmpty()) return recorded;
        if (parameters.size() > MOST)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "tooMany", "value", parameters.size(), "limit", MOST)
                    .at("parameters");
        Map<String, String> values = new LinkedHashMap<>();
        for (SupposedParameter parameter : parameters) {
            String was = recorded.parameters().get(parameter.name());
            boolean number = was != null && WHOLE.matcher(was).matches();
            if (was == null || (number && !WHOLE.matcher(parameter.value()).matches()))
                throw unusable(parameter.name());
            values.put(parameter.name(), parameter.value());
        }
        return recorded.supposing(values);
    }

    static Refusal unusable(String value) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "problem", "supposed", "value", value)
                .at("parameters");
    }
}
