package vn.minhchung.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A named value of a rule version, the unit last in the name: {@code maxVnd}, {@code shareBp}, {@code payDays}. */
public record RuleParameter(String name, String value) {

    /** In the order of their names. */
    public static List<RuleParameter> listOf(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> new RuleParameter(each.getKey(), each.getValue()))
                        .toList();
    }

    /** @throws IllegalStateException when a name stands twice */
    public static Map<String, String> mapOf(List<RuleParameter> parameters) {
        return parameters.stream()
                .collect(Collectors.toMap(
                        RuleParameter::name,
                        RuleParameter::value,
                        (one, other) -> {
                            throw new IllegalStateException("two values: " + one + ", " + other);
                        },
                        TreeMap::new));
    }
}
