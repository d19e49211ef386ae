package vn.minhchung.platform.axon;

/** What a command's handler answers over the wire: the positions of its first and last event. */
record Written(long first, long last) {}
