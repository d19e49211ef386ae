package vn.minhchung.audit.process;

/** The log, or what was sealed of it, is not what was signed. Nothing is sealed after that. */
final class LogAltered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogAltered(String message) {
        super(message);
    }
}
