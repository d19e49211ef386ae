package vn.minhchung.witness;

/** Why a witness signs nothing; in Vietnamese and then in English. */
final class WitnessFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    enum Kind {
        /** The next round may go better. */
        NO_ANSWER,
        /** Told wrongly what to do. */
        SETTINGS,
        /** The log is not what it was. Nothing is signed for it any more. */
        LOG_CHANGED
    }

    WitnessFault(Kind kind, String vietnamese, String english) {
        super(vietnamese + System.lineSeparator() + english);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
