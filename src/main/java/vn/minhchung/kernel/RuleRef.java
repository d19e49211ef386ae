package vn.minhchung.kernel;

/** A rule version by family and version id, as pinned in events and refusals. */
public record RuleRef(String family, String version) {}
