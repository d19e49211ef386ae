package vn.minhchung.architecture.offending.modules.first;

import vn.minhchung.architecture.offending.modules.second.Second;

/** Knows the second module, which knows the inside of the first. */
public record First(Second second) {}
