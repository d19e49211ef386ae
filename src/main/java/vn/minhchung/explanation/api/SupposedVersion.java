package vn.minhchung.explanation.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.rules.RuleVersion;

/** A version to suppose: one on record, with other values of its parameters where these are given. */
final class SupposedVersion {
    private static final int MOST = 50;
    private static final int LONGEST_SHOWN = 60;
    /** Amounts, shares, counts, days and hours: nothing that a rule counts lies below zero. */
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

    private SupposedVersion() {}

    /** @throws Refusal INVALID_INPUT for a parameter the version does not have, or no whole number in place of one */
    static RuleVersion of(RuleVersion recorded, @Nullable List<SupposedParameter> parameters) {
        if (parameters == null || parameters.isEmpty()) return recorded;
        if (parameters.size() > MOST)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "tooMany", "value", parameters.size(), "limit", MOST)
                    .at("parameters");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            SupposedParameter parameter = parameters.get(i);
            String was = recorded.parameters().get(parameter.name());
            if (was == null) throw refused("noParameter", parameter.name(), i, "name");
            if (WHOLE.matcher(was).matches()
                    && !WHOLE.matcher(parameter.value()).matches())
                throw refused("notWhole", parameter.value(), i, "value");
            values.put(parameter.name(), parameter.value());
        }
        return recorded.supposing(values);
    }

    private static Refusal refused(String problem, String value, int index, String field) {
        return Refusal.of(
                        ErrorCode.INVALID_INPUT,
                        "problem",
                        problem,
                        "value",
                        PlainText.escaped(value, 0, LONGEST_SHOWN))
                .at("parameters", "[" + index + "]", field);
    }

    /** Each value may be one, but nothing can be computed with them. */
    static Refusal unusable(@Nullable List<SupposedParameter> parameters) {
        String values = (parameters == null ? List.<SupposedParameter>of() : parameters)
                .stream()
                        .map(parameter -> parameter.name() + "=" + parameter.value())
                        .collect(Collectors.joining(", "));
        return Refusal.of(
                        ErrorCode.INVALID_INPUT,
                        "problem",
                        "supposed",
                        "value",
                        PlainText.escaped(values, 0, LONGEST_SHOWN))
                .at("parameters");
    }
}
