package vn.minhchung.kernel.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The defensible readings of digits with separators. Vietnamese writes {@code 1.234.567,8}, English
 * {@code 1,234,567.8}; a text is read by the rule that it can only follow, and where it follows both, both come back.
 */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern BY_SPACE = Pattern.compile("[1-9]\\d{0,2}( \\d{3})+");
    private static final Pattern BY_DOT = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern BY_COMMA = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(\\d+|[1-9]\\d{0,2}([. ]\\d{3})+),\\d+");
    private static final Pattern DECIMAL_DOT = Pattern.compile("(\\d+|[1-9]\\d{0,2}([, ]\\d{3})+)\\.\\d+");

    private Numbers() {}

    /**
     * @param wholeUnit the unit is the đồng itself: it has no decimals, so a single separator before three digits can
     *     only stand between thousands
     * @return none, one or two readings; of two the Vietnamese one first
     */
    static List<BigDecimal> readings(String number, boolean wholeUnit) {
        if (PLAIN.matcher(number).matches() || BY_SPACE.matcher(number).matches()) {
            return List.of(number(number.replace(" ", "")));
        }
        boolean byDot = BY_DOT.matcher(number).matches();
        boolean byComma = BY_COMMA.matcher(number).matches();
        boolean once = number.indexOf('.') == number.lastIndexOf('.') && number.indexOf(',') == number.lastIndexOf(',');
        if ((byDot || byComma) && (wholeUnit || !once)) {
            return List.of(number(number.replace(".", "").replace(",", "")));
        }
        if (byDot) {
            return List.of(number(number.replace(".", "")), number(number));
        }
        if (byComma && number.endsWith("00")) {
            return List.of(number(number.replace(',', '.')), number(number.replace(",", "")));
        }
        if (DECIMAL_COMMA.matcher(number).matches()) {
            return List.of(number(number.replace(".", "").replace(" ", "").replace(',', '.')));
        }
        if (DECIMAL_DOT.matcher(number).matches()) {
            return List.of(number(number.replace(",", "").replace(" ", "")));
        }
        return List.of();
    }

    /** What a reader should know about an unusual separator that still has one reading. */
    static @Nullable Remark remarkOn(String number, boolean wholeUnit) {
        boolean once = number.indexOf(',') == number.lastIndexOf(',');
        boolean byComma = BY_COMMA.matcher(number).matches() && (wholeUnit || !once);
        boolean byDot =
                DECIMAL_DOT.matcher(number).matches() && !BY_DOT.matcher(number).matches();
        boolean english = byComma || byDot;
        return english ? Remark.of("text.money.english_separators", number) : null;
    }

    private static BigDecimal number(String plain) {
        return new BigDecimal(plain);
    }
}
