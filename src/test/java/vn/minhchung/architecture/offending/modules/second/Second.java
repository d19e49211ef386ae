package vn.minhchung.architecture.offending.modules.second;

import vn.minhchung.architecture.offending.modules.first.inside.Inside;

/** Reaches into another module. */
public record Second(Inside inside) {}
