package vn.minhchung.rules;

import java.util.List;

/** A worked example as shown: given these facts, this result. */
public record RuleExample(List<RuleParameter> given, List<RuleParameter> expect) {
    public static RuleExample of(RuleVersion.Example example) {
        return new RuleExample(RuleParameter.listOf(example.given()), RuleParameter.listOf(example.expect()));
    }
}
