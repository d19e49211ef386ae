package vn.minhchung.kernel;

/** A stream moved on between load and append; the command is tried again. */
public final class StreamConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String stream;

    public StreamConflict(String stream) {
        super("stream moved on: " + stream, null, false, false);
        this.stream = stream;
    }

    public String stream() {
        return stream;
    }
}
