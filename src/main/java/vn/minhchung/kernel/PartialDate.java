package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A date as precise as its source and no more: {@code 2015}, {@code 2015-12} or {@code 2015-12-01}. It stands for every
 * day from {@link #firstDay()} to {@link #lastDay()}; a question about it has a certain answer only when it holds for all
 * of them, so {@code 2015} is neither certainly before nor certainly after {@code 2015-06}.
 *
 * <p>The order of {@link #compareTo} is for lists only: by first day, the less precise first.
 *
 * @param value the ISO text, which is also the JSON and GraphQL form
 */
public record PartialDate(@JsonValue String value) implements Comparable<PartialDate> {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Comparator<PartialDate> BY_FIRST_DAY =
            Comparator.comparing(PartialDate::firstDay).thenComparing(PartialDate::precision);

    /** How much of the date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    /** @throws IllegalArgumentException for another shape or a day the calendar does not have, {@code 2015-02-30} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartialDate {
        if (!SHAPE.matcher(value).matches() || value.startsWith("0000")) {
            throw new IllegalArgumentException("not a date of the form 2015, 2015-12 or 2015-12-01: " + value);
        }
        try {
            firstDayOf(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date: " + value, e);
        }
    }

    public static PartialDate parse(String value) {
        return new PartialDate(value);
    }

    public static PartialDate of(int year) {
        return new PartialDate("%04d".formatted(year));
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.toString());
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public Precision precision() {
        return switch (value.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    /** The earliest day this date may mean. */
    public LocalDate firstDay() {
        return firstDayOf(value);
    }

    /** The latest day this date may mean. */
    public LocalDate lastDay() {
        LocalDate first = firstDay();
        return switch (precision()) {
            case YEAR -> first.withDayOfYear(first.lengthOfYear());
            case MONTH -> first.withDayOfMonth(first.lengthOfMonth());
            case DAY -> first;
        };
    }

    /** Whether this date may mean that day. */
    public boolean mayBe(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** Whether both dates may mean the same day: neither is certainly before the other. */
    public boolean mayBe(PartialDate other) {
        return !isCertainlyBefore(other) && !isCertainlyAfter(other);
    }

    /** Whether every day this date may mean is before every day the other may mean. */
    public boolean isCertainlyBefore(PartialDate other) {
        return lastDay().isBefore(other.firstDay());
    }

    public boolean isCertainlyBefore(LocalDate day) {
        return lastDay().isBefore(day);
    }

    /** Whether every day this date may mean is after every day the other may mean. */
    public boolean isCertainlyAfter(PartialDate other) {
        return firstDay().isAfter(other.lastDay());
    }

    public boolean isCertainlyAfter(LocalDate day) {
        return firstDay().isAfter(day);
    }

    /** As people write it: {@code 2015}, {@code 12/2015}, {@code 01/12/2015}. */
    public String toText() {
        return switch (precision()) {
            case YEAR -> value;
            case MONTH -> value.substring(5) + "/" + value.substring(0, 4);
            case DAY -> value.substring(8) + "/" + value.substring(5, 7) + "/" + value.substring(0, 4);
        };
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_FIRST_DAY.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }

    private static LocalDate firstDayOf(String value) {
        int month = value.length() > 4 ? Integer.parseInt(value.substring(5, 7)) : 1;
        int day = value.length() > 7 ? Integer.parseInt(value.substring(8, 10)) : 1;
        return LocalDate.of(Integer.parseInt(value.substring(0, 4)), month, day);
    }
}
