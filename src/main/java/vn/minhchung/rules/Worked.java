package vn.minhchung.rules;

import java.util.Map;
import vn.minhchung.kernel.Vnd;

/**
 * What a rule version says about given facts. The names of the results stand beside each evaluation
 * ({@code rules.RuleArithmetic}) and in the worked examples of the shipped versions.
 */
public record Worked(Map<String, String> results) {

    /** Whether the given facts keep the rule. */
    public boolean kept() {
        return Boolean.parseBoolean(text("kept"));
    }

    public Vnd vnd(String name) {
        return Vnd.of(number(name));
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /** @throws IllegalArgumentException when the evaluation gives no such result */
    public String text(String name) {
        String value = results.get(name);
        if (value == null) throw new IllegalArgumentException("no result " + name + " among " + results.keySet());
        return value;
    }
}
