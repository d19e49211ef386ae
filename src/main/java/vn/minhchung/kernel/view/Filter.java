package vn.minhchung.kernel.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions over a version's columns (alias {@code v}) and its identity ({@code i.id}, {@code i.first_position}), joined
 * by "and". Parameters are named and unique within one filter.
 */
public final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public static Filter none() {
        return new Filter();
    }

    public Filter and(String condition) {
        conditions.add("(" + condition + ")");
        return this;
    }

    public Filter and(String condition, String parameter, Object value) {
        if (parameters.put(parameter, value) != null) throw new IllegalArgumentException("twice: " + parameter);
        return and(condition);
    }

    public String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
