package vn.minhchung.rules;

import java.util.List;

/** What is missing of one family: lets a version that comes into force close the gaps it covers. */
public record RuleGapIndexView(String family, List<String> open) {}
