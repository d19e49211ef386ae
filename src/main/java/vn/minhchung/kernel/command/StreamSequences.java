package vn.minhchung.kernel.command;

/** Turns a position somebody saw into the sequence a stream had then. */
public interface StreamSequences {
    /** The last sequence of the stream at or before the position; −1 when it had no event yet. */
    long sequenceAt(String stream, long position);
}
