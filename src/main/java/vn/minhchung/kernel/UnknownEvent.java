package vn.minhchung.kernel;

/** A stored name or revision this build does not know. Whoever reads it stops; nothing is skipped. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;
    private final String name;
    private final String revision;

    public UnknownEvent(long position, String name, String revision) {
        super("unknown event %s revision %s at position %d".formatted(name, revision, position));
        this.position = position;
        this.name = name;
        this.revision = revision;
    }

    public long position() {
        return position;
    }

    public String name() {
        return name;
    }

    public String revision() {
        return revision;
    }
}
