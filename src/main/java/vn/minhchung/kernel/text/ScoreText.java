package vn.minhchung.kernel.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a score with its scale: {@code 82,5/100}, {@code 82.5/100 điểm}. A score without a scale is flagged. */
public final class ScoreText {

    private static final Pattern SCORE = Pattern.compile(
            "(?:đạt |điểm (?:trung bình|tb)?:? ?)*(?<points>\\d{1,4}(?:[.,]\\d{1,4})?) ?(?:điểm)? ?(?:/|trên) ?(?<outOf>\\d{1,4}) ?(?:điểm)?");
    private static final Pattern NO_SCALE = Pattern.compile("(?:đạt )?\\d{1,4}(?:[.,]\\d{1,4})? ?(?:điểm)?");

    private ScoreText() {}

    public static Reading<Score> read(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.score.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT);
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        Matcher score = SCORE.matcher(text);
        if (!score.matches()) {
            String key = NO_SCALE.matcher(text).matches() ? "text.score.scale_missing" : "text.score.not_understood";
            return Reading.unclear(raw, Remark.of(key));
        }
        BigDecimal points = new BigDecimal(score.group("points").replace(',', '.'));
        int outOf = Integer.parseInt(score.group("outOf"));
        if (outOf == 0 || points.compareTo(BigDecimal.valueOf(outOf)) > 0) {
            return Reading.unclear(
                    raw, Remark.of("text.score.above_scale", score.group("points"), score.group("outOf")));
        }
        String plain = points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
        return Reading.exact(raw, new Score(plain, outOf));
    }
}
