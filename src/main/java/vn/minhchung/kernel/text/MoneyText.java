package vn.minhchung.kernel.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;

/**
 * Reads an amount of money in whole đồng: {@code 574.380.000 đồng}, {@code 702,123 triệu đồng}, {@code 1 tỷ 250 triệu},
 * {@code khoảng 16,680 tỷ đồng}.
 *
 * <p>Flagged, never guessed: a bound ({@code hơn}, {@code gần}), a range, a fraction of a đồng, a small number without a
 * unit, words that contradict the digits, and separators that two people would read differently. The last: Vietnamese
 * writes a dot between thousands and a comma before decimals, but spreadsheets do the reverse. {@code 702,123 triệu} is
 * a decimal; {@code 1.234 triệu} may be 1234 million or 1,234 million and {@code 1,500 triệu} would be an odd way to
 * write 1,5 million, so both are flagged with the two readings.
 */
public final class MoneyText {

    private static final String AROUND = "khoảng|ước tính|ước khoảng|ước|xấp xỉ|tầm|cỡ|chừng|~|≈|±";
    private static final String ABOVE = "hơn|trên|ít nhất|tối thiểu|không dưới|từ|>=?|≥";
    private static final String BELOW = "gần|dưới|không quá|tối đa|chưa đến|chưa tới|<=?|≤";
    private static final Pattern HEDGE = Pattern.compile(
            "(?:(?<around>" + AROUND + ")|(?<above>" + ABOVE + ")|(?<below>" + BELOW + "))\\s*(?<rest>.*)");
    private static final String NUMBER = "\\d[\\d.,]*(?: \\d{3})*(?:[.,]\\d+)?";
    private static final Pattern TERM = Pattern.compile(
            "(?<number>" + NUMBER + ")\\s*(?<unit>nghìn tỷ|nghìn tỉ|ngàn tỷ"
                    + "|đồng|vnđ|vnd|₫|nghìn|ngàn|triệu|trđ|tr|tỷ|tỉ|đ)?(?:\\.?\\s*(?:đồng việt nam|đồng|vnđ|vnd|đ|₫)(?!\\p{L}))?\\s*");
    private static final Pattern RANGE = Pattern.compile(
            "(?:từ )?(" + NUMBER + ")\\D{0,20}?(?:-|–|—|đến|tới)\\s*(" + NUMBER + ")\\D*", Pattern.DOTALL);
    private static final Pattern IN_WORDS =
            Pattern.compile("\\(\\s*(?:số tiền )?bằng chữ\\s*:?\\s*(?<words>[^)]*)\\)?");
    private static final Pattern BLANK_WITH_UNIT =
            Pattern.compile("[\\s.…_·\\-–—:]*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)?\\s*(?:đồng|đ|vnđ|vnd)?)[\\s.…_·]*");
    private static final Pattern FOREIGN =
            Pattern.compile(".*(?:usd|\\$|eur|€|jpy|¥|đô la|yên nhật).*", Pattern.DOTALL);

    /** More than this in millions or more is a unit taken twice ({@code 574.380.000 triệu}): a hundred thousand tỷ. */
    private static final BigDecimal CEILING_WITH_UNIT = BigDecimal.valueOf(100_000_000_000_000L);

    private static final BigDecimal CEILING = BigDecimal.valueOf(1_000_000_000_000_000_000L);
    /** Below this a number without any unit is as likely to be in millions, or a year. */
    private static final long SMALLEST_WITHOUT_UNIT = 1_000_000L;

    private MoneyText() {}

    public static Reading<Vnd> read(String raw) {
        return read(raw, null);
    }

    /**
     * Reads a cell of a column.
     *
     * @param ofColumn the unit the column's header states; a unit in the cell itself goes before it
     */
    public static Reading<Vnd> read(String raw, @Nullable MoneyUnit ofColumn) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.money.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT).replace('\n', ' ');
        if (VietnameseText.isBlank(text) || BLANK_WITH_UNIT.matcher(text).matches()) {
            return Reading.blank(raw);
        }
        if (FOREIGN.matcher(text).matches()) {
            return Reading.unclear(raw, Remark.of("text.money.other_currency"));
        }
        Matcher inWords = IN_WORDS.matcher(text);
        String words = inWords.find() ? inWords.group("words") : null;
        String digits =
                words == null ? text : text.replace(inWords.group(), " ").strip();
        Reading<Vnd> reading =
                readHedged(raw, digits.replaceAll("[\\s./;]+$", "").strip(), ofColumn);
        Vnd value = reading.value();
        if (words != null && value != null && !VndWordsText.agree(words, value)) {
            return Reading.unclear(raw, Remark.of("text.money.words_disagree", value.toText(), value.toWords()));
        }
        return reading;
    }

    private static Reading<Vnd> readHedged(String raw, String text, @Nullable MoneyUnit ofColumn) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return Reading.unclear(raw, Remark.of("text.money.range", range.group(1), range.group(2)));
        }
        Matcher hedge = HEDGE.matcher(text);
        if (!hedge.matches()) {
            return readAmount(raw, text, ofColumn);
        }
        Reading<Vnd> bare = readAmount(raw, hedge.group("rest"), ofColumn);
        Vnd value = bare.value();
        if (value == null) {
            return bare;
        }
        if (hedge.group("around") != null) {
            return Reading.approximate(raw, value, Remark.of("text.money.around", value.toText()));
        }
        String key = hedge.group("above") != null ? "text.money.more_than" : "text.money.less_than";
        return Reading.unclear(raw, Remark.of(key, value.toText()));
    }

    private static Reading<Vnd> readAmount(String raw, String text, @Nullable MoneyUnit ofColumn) {
        boolean negative = text.matches("[-−]\\s*\\d.*");
        Matcher term = TERM.matcher(negative ? text.substring(1).strip() : text);
        List<Term> terms = new ArrayList<>();
        int end = 0;
        while (term.find() && term.start() == end && term.end() > end) {
            terms.add(new Term(term.group("number").strip(), term.group("unit"), inDong(term.group("unit"), ofColumn)));
            end = term.end();
            term.region(end, term.regionEnd());
        }
        if (terms.isEmpty() || end != (negative ? text.substring(1).strip() : text).length()) {
            return Reading.unclear(raw, Remark.of("text.money.not_understood"));
        }
        return terms.size() == 1
                ? single(raw, terms.getFirst(), negative, ofColumn != null)
                : compound(raw, terms, negative);
    }

    private static Reading<Vnd> single(String raw, Term term, boolean negative, boolean unitOfColumn) {
        List<BigDecimal> readings = Numbers.readings(term.number(), term.inDong() == 1);
        if (readings.isEmpty()) {
            return Reading.unclear(raw, Remark.of("text.money.separators", term.number()));
        }
        List<BigDecimal> whole = readings.stream()
                .map(n -> n.multiply(BigDecimal.valueOf(term.inDong())))
                .toList();
        if (whole.size() > 1) {
            return Reading.unclear(raw, Remark.of("text.money.two_readings", plain(whole.get(0)), plain(whole.get(1))));
        }
        BigDecimal dong = whole.getFirst();
        if (dong.stripTrailingZeros().scale() > 0) {
            return Reading.unclear(raw, Remark.of("text.money.fraction", plain(dong)));
        }
        if (dong.compareTo(term.inDong() == 1 ? CEILING : CEILING_WITH_UNIT) > 0) {
            return Reading.unclear(raw, Remark.of("text.money.too_large", plain(dong)));
        }
        long amount = dong.longValueExact();
        if (term.unit() == null && !unitOfColumn && amount != 0 && amount < SMALLEST_WITHOUT_UNIT) {
            return Reading.unclear(raw, Remark.of("text.money.unit_missing", term.number()));
        }
        return Reading.exact(
                raw, Vnd.of(negative ? -amount : amount), Numbers.remarkOn(term.number(), term.inDong() == 1));
    }

    /** {@code 1 tỷ 250 triệu đồng}: whole numbers in falling units, each smaller than one of the unit before. */
    private static Reading<Vnd> compound(String raw, List<Term> terms, boolean negative) {
        BigInteger sum = BigInteger.ZERO;
        long before = Long.MAX_VALUE;
        for (Term term : terms) {
            List<BigDecimal> readings = Numbers.readings(term.number(), true);
            if (readings.size() != 1 || term.unit() == null || term.inDong() >= before) {
                return Reading.unclear(raw, Remark.of("text.money.not_understood"));
            }
            BigInteger part = readings.getFirst()
                    .multiply(BigDecimal.valueOf(term.inDong()))
                    .toBigInteger();
            if (part.compareTo(BigInteger.valueOf(before)) >= 0
                    || readings.getFirst().stripTrailingZeros().scale() > 0) {
                return Reading.unclear(raw, Remark.of("text.money.not_understood"));
            }
            sum = sum.add(part);
            before = term.inDong();
        }
        if (sum.compareTo(CEILING_WITH_UNIT.toBigInteger()) > 0) {
            return Reading.unclear(raw, Remark.of("text.money.too_large", sum.toString()));
        }
        return Reading.exact(raw, Vnd.of(negative ? -sum.longValueExact() : sum.longValueExact()));
    }

    private static long inDong(@Nullable String unit, @Nullable MoneyUnit ofColumn) {
        if (unit == null) {
            return ofColumn == null ? 1 : ofColumn.inDong();
        }
        if (unit.contains(" ")) {
            return 1_000 * MoneyUnit.BILLION.inDong();
        }
        Optional<MoneyUnit> found = MoneyUnit.ofWord(unit);
        return found.map(MoneyUnit::inDong).orElse(1L);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** @param unit as printed after the number; null when the cell leaves it to the column */
    private record Term(String number, @Nullable String unit, long inDong) {}
}
