package vn.minhchung.kernel.log;

/** A note, a key or a checkpoint that is not what C2SP says it must be, or is not signed as it claims. */
public final class NoteFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoteFault(String message) {
        super(message);
    }
}
