package vn.minhchung.kernel.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PartialDate.Precision;

/**
 * Reads the time a task runs: {@code 24 tháng (từ tháng 5/2020 đến tháng 4/2022)}, {@code 2 năm (2012 - 2013)},
 * {@code 12 tháng, từ 1-12/2016}, {@code 18 tháng}. Months count inclusively: May 2020 to April 2022 is 24. A stated
 * length that cannot be the span is remarked on; which of the two is wrong is not for a reader to say, so both stay.
 */
public final class PeriodText {

    private static final Pattern LENGTH =
            Pattern.compile("(?:trong |thời gian )?\\(?(?<count>\\d{1,3})\\s*(?<unit>tháng|năm)(?!\\s*\\d)\\)?");
    private static final Pattern FROM_TO =
            Pattern.compile("(?:từ\\s+)?(?<from>.+?)\\s+(?:đến|tới)\\s+(?:hết\\s+)?(?<to>.+)");
    private static final Pattern SPACED_DASH = Pattern.compile(
            "(?:từ\\s+)?(?<from>.+?)\\s+[-–—]\\s*(?<to>.+)|" + "(?:từ\\s+)?(?<from2>.+?)\\s*[–—]\\s*(?<to2>.+)");
    private static final Pattern ONE_DASH = Pattern.compile("(?:từ\\s+)?(?<from>[^-]+)-(?<to>[^-]+)");
    private static final Pattern ISO_MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final Pattern FROM_ONLY = Pattern.compile("từ\\s+(?<date>.+)");
    private static final Pattern TO_ONLY = Pattern.compile("(?:đến|tới)\\s+(?:hết\\s+)?(?<date>.+)");
    private static final Pattern BARE_MONTH = Pattern.compile("(?:tháng\\s+)?(?<m>0?[1-9]|1[0-2])");
    private static final Pattern BARE_DAY = Pattern.compile("(?:ngày\\s+)?(?<d>\\d{1,2})[/.](?<m>\\d{1,2})");

    private PeriodText() {}

    public static Reading<Period> read(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.period.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        Integer months = null;
        boolean inYears = false;
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            inYears = length.group("unit").equals("năm");
            months = Integer.parseInt(length.group("count")) * (inYears ? 12 : 1);
            text = text.substring(0, length.start()) + " " + text.substring(length.end());
        }
        String span = text.replaceAll("[()\\[\\];]", " ").replaceAll("^[\\s,:.–-]+|[\\s,:.–-]+$", "");
        if (span.isEmpty()) {
            return months == null || months == 0
                    ? Reading.unclear(raw, Remark.of("text.period.not_understood"))
                    : Reading.exact(raw, new Period(null, null, months));
        }
        return readSpan(raw, span.replaceAll(" +", " "), months);
    }

    private static Reading<Period> readSpan(String raw, String span, @Nullable Integer months) {
        Matcher ends = FROM_TO.matcher(span);
        if (ends.matches()) {
            return between(raw, ends.group("from"), ends.group("to"), months);
        }
        ends = SPACED_DASH.matcher(span);
        if (ends.matches()) {
            boolean first = ends.group("from") != null;
            return between(raw, ends.group(first ? "from" : "from2"), ends.group(first ? "to" : "to2"), months);
        }
        ends = ONE_DASH.matcher(span);
        if (ends.matches() && !ISO_MONTH.matcher(span).matches()) {
            return between(raw, ends.group("from").strip(), ends.group("to").strip(), months);
        }
        Matcher one = FROM_ONLY.matcher(span);
        if (one.matches()) {
            return open(raw, one.group("date"), true, months);
        }
        one = TO_ONLY.matcher(span);
        return one.matches()
                ? open(raw, one.group("date"), false, months)
                : Reading.unclear(raw, Remark.of("text.period.not_understood"));
    }

    private static Reading<Period> open(String raw, String text, boolean isStart, @Nullable Integer months) {
        Reading<PartialDate> date = DateText.read(text);
        PartialDate value = date.value();
        if (value == null) {
            return Reading.unclear(raw, Remark.of("text.period.not_understood"));
        }
        Period period = isStart ? new Period(value, null, months) : new Period(null, value, months);
        return new Reading<>(raw, period, date.certainty(), Remark.of("text.period.open"));
    }

    private static Reading<Period> between(String raw, String from, String to, @Nullable Integer months) {
        Reading<PartialDate> end = DateText.read(to);
        PartialDate endDate = end.value();
        if (endDate == null) {
            return Reading.unclear(raw, remarkOr(end.remark(), "text.period.not_understood"));
        }
        PartialDate withoutYear = yearFrom(endDate, from);
        Reading<PartialDate> start = withoutYear != null ? Reading.exact(from, withoutYear) : DateText.read(from);
        PartialDate startDate = start.value();
        if (startDate == null) {
            return Reading.unclear(raw, remarkOr(start.remark(), "text.period.not_understood"));
        }
        if (startDate.isCertainlyAfter(endDate)) {
            return Reading.unclear(raw, Remark.of("text.period.reversed", startDate.toText(), endDate.toText()));
        }
        Period period = new Period(startDate, endDate, months);
        Remark remark = lengthRemark(startDate, endDate, months);
        if (start.certainty() == Certainty.APPROXIMATE || end.certainty() == Certainty.APPROXIMATE) {
            return Reading.approximate(raw, period, remarkOr(remark, "text.period.around"));
        }
        return Reading.exact(
                raw, period, remark == null && withoutYear != null ? Remark.of("text.period.year_of_end") : remark);
    }

    /** {@code từ 1-12/2016}: the year is printed once, at the end. Only when both ends then lie in order. */
    private static @Nullable PartialDate yearFrom(PartialDate end, String from) {
        Matcher month = BARE_MONTH.matcher(from);
        if (month.matches() && end.precision() == Precision.MONTH) {
            return PartialDate.parse("%04d-%02d".formatted(end.year(), Integer.parseInt(month.group("m"))));
        }
        Matcher day = BARE_DAY.matcher(from);
        if (day.matches() && end.precision() == Precision.DAY) {
            return DateText.read(day.group("d") + "/" + day.group("m") + "/" + end.year())
                    .value();
        }
        return null;
    }

    private static @Nullable Remark lengthRemark(PartialDate start, PartialDate end, @Nullable Integer months) {
        if (months == null) {
            return null;
        }
        long longest = months(start.firstDay(), end.lastDay());
        long shortest = start.precision() == Precision.YEAR || end.precision() == Precision.YEAR
                ? months(start.lastDay().withDayOfMonth(1), end.firstDay().withDayOfMonth(28))
                : longest;
        return months >= shortest && months <= longest
                ? null
                : Remark.of("text.period.length_disagrees", months.toString(), Long.toString(longest));
    }

    /** Whole months with both ends inside; the first day of a month to its last is one. */
    private static long months(LocalDate first, LocalDate last) {
        return ChronoUnit.MONTHS.between(first, last.plusDays(1));
    }

    private static Remark remarkOr(@Nullable Remark remark, String key) {
        return remark == null ? Remark.of(key) : remark;
    }
}
