package vn.minhchung.architecture.offending.modules.first.inside;

/** Not for other modules. */
public record Inside(String secret) {}
