package vn.minhchung.eventstore;

import java.time.Duration;

/** Told about every batch the database answered, on the appender's thread; returns at once. */
@FunctionalInterface
public interface AppendObserver {
    /**
     * @param requests commands in the batch
     * @param events of those that were written
     * @param conflicts requests that were not, as a stream they rest on had moved
     * @param took from the first sending to the answer, with every attempt in between
     */
    void answered(int requests, int events, int conflicts, Duration took);
}
