package vn.minhchung.operations;

import java.time.Instant;

/**
 * Something a process could not do, as it is kept now.
 *
 * @param order of its coming, growing, not contiguous
 * @param attempts 0 while it has not been tried and only waits behind another of its sequence
 * @param seen up to which event the views were when it failed last: a retry ordered later lets it be tried again
 */
public record DeadLetter(
        DeadLetterId id,
        long order,
        String process,
        String sequence,
        String item,
        int attempts,
        long seen,
        String cause,
        Instant firstAt,
        Instant lastAt) {}
