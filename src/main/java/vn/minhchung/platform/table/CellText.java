package vn.minhchung.platform.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a spreadsheet cell as a Vietnamese reader would write it: dates day first and only as precise as they are
 * shown, numbers with a decimal comma and no thousands separator. A number is not cut to the decimals its format shows:
 * the cell knows more than the screen, and a budget must not lose it.
 */
final class CellText {

    /** A spreadsheet computes with 15 digits; what comes after them is dust of binary fractions. */
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);

    private static final Set<Integer> DAYS = Set.of(14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);

    /** Day 0; from March 1900 on, for the leap day of 1900 that spreadsheets invented. */
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** 31/12/9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private CellText() {}

    /** @param date1904 whether the workbook counts days from 1904, as old Macintosh files do */
    static String of(Cell cell, boolean date1904) {
        Object value = cell.getValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> Objects.requireNonNullElse(cell.getText(), "");
            case BOOLEAN -> Boolean.TRUE.equals(value) ? "TRUE" : "FALSE";
            case ERROR -> Objects.requireNonNullElse(cell.getRawValue(), "#ERROR!");
            case NUMBER, FORMULA -> ofNumberOrFormula(cell, value, date1904);
        };
    }

    private static String ofNumberOrFormula(Cell cell, @Nullable Object value, boolean date1904) {
        BigDecimal number = number(cell, value);
        if (number == null) {
            return Objects.requireNonNullElse(cell.getRawValue(), "");
        }
        String date = date(cell, number, date1904);
        if (date != null) {
            return date;
        }
        String format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
        boolean percent = format.replaceAll("\"[^\"]*\"", "").contains("%");
        BigDecimal shown = (percent ? number.movePointRight(2) : number).round(FIFTEEN_DIGITS);
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return plain.replace('.', ',') + (percent ? "%" : "");
    }

    private static @Nullable BigDecimal number(Cell cell, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        String raw = cell.getRawValue();
        boolean numeric =
                cell.getType() == CellType.FORMULA && raw != null && raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
        return numeric ? new BigDecimal(raw) : null;
    }

    private static @Nullable String date(Cell cell, BigDecimal serial, boolean date1904) {
        String pattern = pattern(cell);
        if (pattern == null || serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return null;
        }
        LocalDate day = (date1904 ? EPOCH_1904 : EPOCH_1900).plusDays(serial.longValue());
        long seconds = serial.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(day.atStartOfDay().plusSeconds(seconds));
    }

    /** How much of a moment the cell's format shows; null when it shows a number. */
    private static @Nullable String pattern(Cell cell) {
        int id = Objects.requireNonNullElse(cell.getDataFormatId(), 0);
        if (DAYS.contains(id)) {
            return "dd/MM/uuuu";
        }
        if (TIMES.contains(id)) {
            return "HH:mm";
        }
        return switch (id) {
            case 16 -> "dd/MM";
            case 17 -> "MM/uuuu";
            case 22 -> "dd/MM/uuuu HH:mm";
            default -> pattern(Objects.requireNonNullElse(cell.getDataFormatString(), ""));
        };
    }

    private static @Nullable String pattern(String format) {
        String bare = format.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "")
                .replaceAll(";.*", "");
        boolean year = bare.contains("y");
        boolean day = bare.contains("d");
        boolean time = bare.contains("h") || bare.contains("s");
        boolean month = bare.contains("m") && (year || day || !time);
        if (bare.contains("general") || bare.contains("0") || bare.contains("#") || !(year || day || month || time)) {
            return null;
        }
        String date = (day ? "dd/" : "") + (month ? "MM/" : "") + (year ? "uuuu/" : "");
        String shown = date.isEmpty() ? "" : date.substring(0, date.length() - 1);
        return (shown + (time ? " HH:mm" : "")).strip();
    }
}
