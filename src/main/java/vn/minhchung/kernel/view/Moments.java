package vn.minhchung.kernel.view;

import java.time.Instant;
import java.util.Optional;

/** Turns positions and instants into moments. */
public interface Moments {
    /** Now: the position all views have seen. */
    Moment now();

    /** The past moment of a position, moved on to the last part of its command. Empty when it lies in the future. */
    Optional<Moment> at(long position);

    /** The last moment recorded at or before the instant. */
    Moment at(Instant instant);
}
