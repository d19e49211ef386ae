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
        LOG_CHANGED,
        /** A file of the witness's own is not what it wrote. Nothing is signed until a person decided. */
        FOLDER_DAMAGED
    }

    WitnessFault(Kind kind, String vietnamese, String english) {
        super(vietnamese + System.lineSeparator() + english);
        this.kind = kind;
    }

    static WitnessFault settings(String vietnamese, String english) {
        return new WitnessFault(Kind.SETTINGS, vietnamese, english);
    }

    Kind kind() {
        return kind;
    }
}
