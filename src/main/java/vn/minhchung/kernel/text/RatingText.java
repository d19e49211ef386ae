package vn.minhchung.kernel.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a council's grade: {@code khá}, {@code Đạt yêu cầu}, {@code 100% phiếu đạt xuất sắc}. {@code Đạt} beside another
 * grade is the verb ("reached"). More than one grade, or a grade that is only announced, is flagged.
 */
public final class RatingText {

    private static final Pattern FAILED = word("không đạt(?: yêu cầu)?|chưa đạt(?: yêu cầu)?");
    private static final Map<Rating, Pattern> WORDS = Map.of(
            Rating.EXCELLENT, word("xuất sắc"),
            Rating.VERY_GOOD, word("giỏi"),
            Rating.GOOD, word("tốt"),
            Rating.FAIR, word("khá"),
            Rating.AVERAGE, word("trung bình"),
            Rating.PASSED, word("đạt"));
    private static final Pattern NOT_YET =
            word("chưa nghiệm thu|chưa đánh giá|chưa xếp loại|đang thực hiện|đề nghị|dự kiến|tự đánh giá");

    private RatingText() {}

    public static Reading<Rating> read(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.rating.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT);
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        if (NOT_YET.matcher(text).find()) {
            return Reading.unclear(raw, Remark.of("text.rating.not_final"));
        }
        Set<Rating> found = EnumSet.noneOf(Rating.class);
        if (FAILED.matcher(text).find()) {
            found.add(Rating.FAILED);
        }
        String rest = FAILED.matcher(text).replaceAll(" ");
        WORDS.forEach((rating, word) -> {
            if (word.matcher(rest).find()) {
                found.add(rating);
            }
        });
        if (found.size() > 1 && !found.contains(Rating.FAILED)) {
            found.remove(Rating.PASSED);
        }
        if (found.isEmpty()) {
            found.addAll(withoutAccents(text));
        }
        if (found.size() != 1) {
            return Reading.unclear(
                    raw, Remark.of(found.isEmpty() ? "text.rating.not_understood" : "text.rating.more_than_one"));
        }
        Rating rating = found.iterator().next();
        return Reading.exact(
                raw, rating, rating.isOnCurrentScale() ? null : Remark.of("text.rating.older_scale", rating.label()));
    }

    /** Text without accents is only read when it is the whole grade: {@code Xuat sac}, but not {@code khac}. */
    private static Set<Rating> withoutAccents(String text) {
        Set<Rating> found = EnumSet.noneOf(Rating.class);
        String folded = VietnameseText.fold(text);
        for (Rating each : Rating.values()) {
            if (text.equals(folded) && VietnameseText.fold(each.label()).equals(folded)) {
                found.add(each);
            }
        }
        return found;
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})");
    }
}
