package vn.minhchung.platform.views;

/**
 * A projector that failed.
 *
 * @param position the last event its tables have seen
 * @param comingBack true while it takes in what it missed
 */
record SetAside(String projector, long position, String cause, boolean comingBack) {
    SetAside at(long seen) {
        return new SetAside(projector, seen, cause, comingBack);
    }

    SetAside comesBack() {
        return new SetAside(projector, position, cause, true);
    }

    @Override
    public String toString() {
        return "%s %d (%s)".formatted(projector, position, cause);
    }
}
