package vn.minhchung.eventstore;

/** The store cannot be used as it is set up, and a person has to do something about it. Vietnamese, then English. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsRefused(String vietnamese, String english) {
        super(vietnamese + System.lineSeparator() + english);
    }
}
