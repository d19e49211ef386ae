package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.minhchung.kernel.Vnd;

/**
 * The facts an evaluation is asked about, as texts: the same form in decisions and in worked examples.
 *
 * @param values a collection is its items joined by a comma
 */
record Given(Map<String, String> values) {

    static Given of(Object... namesAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), text(namesAndValues[i + 1]));
        }
        return new Given(values);
    }

    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    /** @throws IllegalArgumentException when the fact was not given */
    String text(String name) {
        String value = values.get(name);
        if (value == null) throw new IllegalArgumentException("not given: " + name + ", only " + values.keySet());
        return value;
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** For a fact that need not be given. */
    long number(String name, long otherwise) {
        return values.containsKey(name) ? number(name) : otherwise;
    }

    Vnd vnd(String name) {
        return Vnd.of(number(name));
    }

    LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    boolean yes(String name) {
        return Boolean.parseBoolean(text(name));
    }

    Set<String> items(String name) {
        return Arrays.stream(text(name).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
