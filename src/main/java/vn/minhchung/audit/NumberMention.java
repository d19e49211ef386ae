package vn.minhchung.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place where an event names a document by its number.
 *
 * @param event its id; {@code stream} the object it is about
 * @param inserted the letter of an inserted number ({@code a} of 12a), else empty
 * @param number as printed
 * @param dated the date given beside the number
 * @param issuedBy who issued it, as given beside the number
 * @param place where in the event: {@code basis}, {@code decidedBy}, or the path within the payload
 * @param recordedOn the day the event was recorded, in Vietnam
 */
public record NumberMention(
        long position,
        String event,
        String stream,
        int serial,
        String inserted,
        String number,
        @Nullable LocalDate dated,
        @Nullable String issuedBy,
        String place,
        LocalDate recordedOn) {}
