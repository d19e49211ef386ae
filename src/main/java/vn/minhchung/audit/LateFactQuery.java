package vn.minhchung.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which late facts; what is null does not narrow.
 *
 * @param moreThanDays recorded more than so many calendar days late
 * @param subject an id that occurs in the event
 * @param recordedFrom first day of recording; {@code recordedThrough} the last
 * @param happenedFrom first day of the fact, the earlier of its dates; {@code happenedThrough} the last
 */
public record LateFactQuery(
        int moreThanDays,
        @Nullable String subject,
        @Nullable LocalDate recordedFrom,
        @Nullable LocalDate recordedThrough,
        @Nullable LocalDate happenedFrom,
        @Nullable LocalDate happenedThrough) {}
