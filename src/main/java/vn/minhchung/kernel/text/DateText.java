package vn.minhchung.kernel.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;

/**
 * Reads a date as precise as it is printed: {@code 27-12-2011}, {@code 12/2023}, {@code tháng 5 năm 2020}, {@code 2015},
 * {@code cuối năm 2016}, {@code Thứ hai - 25/12/2023 04:21}. The day stands before the month, as everywhere in Viet Nam.
 *
 * <p>Flagged: a day the calendar does not have (30/02, 12/25), a year of two digits, a year no record can have, a weekday
 * that is not that day's.
 */
public final class DateText {

    private static final String WEEKDAY = "thứ (?<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|(?<sunday>chủ nhật|cn)";
    private static final Pattern LEAD = Pattern.compile("(?:(?:" + WEEKDAY
            + "|(?:buổi )?(?:sáng|trưa|chiều|tối)(?: nay)?|lúc|vào|ngày|hôm)(?:\\s*[-–,:]\\s*|\\s+))(?<rest>.*)");
    private static final Pattern CLOCK_FIRST =
            Pattern.compile("(?<hour>\\d{1,2})(?:h|:|g|giờ)(?<minute>\\d{2})?\\s*(?:,|-|–|ngày)*\\s*(?<rest>\\d.*)");
    private static final Pattern CLOCK_LAST = Pattern.compile(
            "(?<rest>.*\\d)(?:\\s*,\\s*|\\s+-\\s+|\\s+|t)(?:lúc )?(?<hour>\\d{1,2})(?::|h)(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d+)?)?"
                    + "\\s*(?<half>am|pm|sa|ch)?");
    private static final Pattern HEDGE = Pattern.compile(
            "(?<hedge>khoảng|chừng|đầu|giữa|cuối|trước|sau|nửa đầu|nửa cuối|quý (?:[1-4]|i{1,3}|iv)(?:\\s*[/-]|,| năm| của)?)\\s*(?<rest>.*)");
    private static final Pattern DAY =
            Pattern.compile("(?<d>\\d{1,2})\\s*([/.-])\\s*(?<m>\\d{1,2})\\s*\\2\\s*(?<y>\\d{4})");
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile("(?<d>\\d{1,2}) tháng (?<m>\\d{1,2})(?:,? năm |[/.-])(?<y>\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(?<y>\\d{4})([/-])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})");
    private static final Pattern MONTH =
            Pattern.compile("(?:tháng )?(?<m>\\d{1,2})(?:\\s*[/.-]\\s*|,? năm | )(?<y>\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(?<y>\\d{4})-(?<m>\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(?:năm )?(?<y>\\d{4})");
    private static final Pattern DAY_NO_YEAR = Pattern.compile("(?<d>\\d{1,2})\\s*(?:[/.-]| tháng )\\s*(?<m>\\d{1,2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([/.-])\\d{1,2}\\1\\d{2}");

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2099;

    private DateText() {}

    /** As {@link #readStated}, where a date is needed: a day without its year is flagged, a time of day is remarked on. */
    public static Reading<PartialDate> read(String raw) {
        Reading<StatedDate> stated = readStated(raw);
        StatedDate value = stated.value();
        if (value == null) {
            return new Reading<>(raw, null, stated.certainty(), stated.remark());
        }
        PartialDate date = value.date();
        return date == null
                ? Reading.unclear(raw, Remark.of("text.date.year_missing", value.toString()))
                : new Reading<>(raw, date, stated.certainty(), stated.remark());
    }

    /** All that the text says, a day without its year and a time of day included. */
    public static Reading<StatedDate> readStated(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.date.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT).replace('\n', ' ');
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        DayOfWeek weekday = null;
        Matcher lead = LEAD.matcher(text);
        while (lead.matches()) {
            weekday = weekday == null ? weekday(lead) : weekday;
            text = lead.group("rest").strip();
            lead = LEAD.matcher(text);
        }
        Matcher clock = CLOCK_LAST.matcher(text);
        if (!clock.matches()) {
            clock = CLOCK_FIRST.matcher(text);
        }
        if (clock.matches()) {
            LocalTime time = time(clock);
            return time == null
                    ? Reading.unclear(raw, Remark.of("text.date.impossible", raw.strip()))
                    : withTime(readDay(raw, clock.group("rest"), weekday), time);
        }
        return readDay(raw, text, weekday);
    }

    private static Reading<StatedDate> readDay(String raw, String text, @Nullable DayOfWeek weekday) {
        Matcher hedge = HEDGE.matcher(text);
        if (hedge.matches()) {
            return hedged(raw, hedge.group("hedge"), readDay(raw, hedge.group("rest"), weekday));
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            return Reading.unclear(raw, Remark.of("text.date.two_digit_year", text));
        }
        try {
            StatedDate date = parse(text.startsWith("ngày ") ? text.substring(5) : text);
            if (date == null) {
                return Reading.unclear(raw, Remark.of("text.date.not_understood"));
            }
            return checked(raw, date, weekday);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Reading.unclear(raw, Remark.of("text.date.impossible", text));
        }
    }

    private static @Nullable StatedDate parse(String text) {
        for (Pattern shape : List.of(DAY, DAY_IN_WORDS, ISO_DAY)) {
            Matcher day = shape.matcher(text);
            if (day.matches()) {
                return StatedDate.of(
                        PartialDate.of(LocalDate.of(number(day, "y"), number(day, "m"), number(day, "d"))));
            }
        }
        for (Pattern shape : List.of(ISO_MONTH, MONTH)) {
            Matcher month = shape.matcher(text);
            if (month.matches()) {
                return StatedDate.of(PartialDate.of(YearMonth.of(number(month, "y"), number(month, "m"))));
            }
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return StatedDate.of(PartialDate.of(number(year, "y")));
        }
        Matcher noYear = DAY_NO_YEAR.matcher(text);
        return noYear.matches()
                ? new StatedDate(null, MonthDay.of(number(noYear, "m"), number(noYear, "d")), null)
                : null;
    }

    private static Reading<StatedDate> checked(String raw, StatedDate stated, @Nullable DayOfWeek weekday) {
        PartialDate date = stated.date();
        if (date == null) {
            return Reading.exact(raw, stated, Remark.of("text.date.year_missing", stated.toString()));
        }
        if (date.year() < EARLIEST_YEAR || date.year() > LATEST_YEAR) {
            return Reading.unclear(raw, Remark.of("text.date.implausible_year", Integer.toString(date.year())));
        }
        if (weekday != null
                && date.precision() == PartialDate.Precision.DAY
                && date.firstDay().getDayOfWeek() != weekday) {
            return Reading.unclear(raw, Remark.of("text.date.weekday_disagrees", date.toText()));
        }
        return Reading.exact(raw, stated);
    }

    /** "Around" keeps the date; "before" and "after" are bounds, and a bound is not a date. */
    private static Reading<StatedDate> hedged(String raw, String hedge, Reading<StatedDate> bare) {
        StatedDate value = bare.value();
        if (value == null) {
            return bare;
        }
        if (hedge.equals("trước") || hedge.equals("sau")) {
            return Reading.unclear(raw, Remark.of("text.date.bound", hedge, value.toString()));
        }
        PartialDate date = value.date();
        if (hedge.startsWith("quý") && (date == null || date.precision() != PartialDate.Precision.YEAR)) {
            return Reading.unclear(raw, Remark.of("text.date.not_understood"));
        }
        return Reading.approximate(raw, value, Remark.of("text.date.around", raw.strip()));
    }

    private static Reading<StatedDate> withTime(Reading<StatedDate> reading, LocalTime time) {
        StatedDate value = reading.value();
        if (value == null) {
            return reading;
        }
        StatedDate timed = new StatedDate(value.date(), value.dayWithoutYear(), time);
        return new Reading<>(
                reading.raw(), timed, reading.certainty(), Remark.of("text.date.with_time", time.toString()));
    }

    private static @Nullable LocalTime time(Matcher clock) {
        int hour = number(clock, "hour");
        int minute = clock.group("minute") == null ? 0 : number(clock, "minute");
        String half = clock.namedGroups().containsKey("half") ? clock.group("half") : null;
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.equals("pm") || half.equals("ch") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    private static @Nullable DayOfWeek weekday(Matcher lead) {
        if (lead.group("sunday") != null) {
            return DayOfWeek.SUNDAY;
        }
        String name = lead.group("weekday");
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "hai", "2" -> DayOfWeek.MONDAY;
            case "ba", "3" -> DayOfWeek.TUESDAY;
            case "tư", "4" -> DayOfWeek.WEDNESDAY;
            case "năm", "5" -> DayOfWeek.THURSDAY;
            case "sáu", "6" -> DayOfWeek.FRIDAY;
            default -> DayOfWeek.SATURDAY;
        };
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
