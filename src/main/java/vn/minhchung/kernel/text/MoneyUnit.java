package vn.minhchung.kernel.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The unit an amount is printed in; {@code tỷ} is the Vietnamese milliard, 10<sup>9</sup>. */
public enum MoneyUnit {
    DONG(1, "đồng"),
    THOUSAND(1_000, "nghìn đồng"),
    MILLION(1_000_000, "triệu đồng"),
    BILLION(1_000_000_000, "tỷ đồng");

    private static final String DONG_WORD = "(?:đồng|đ|dong|vnđ|vnd)";
    /**
     * Larger units first. {@code đồng} alone is also part of contract, council and community, and {@code tỷ} without its
     * accent of company, so a bare unit counts only in brackets or after "unit:".
     */
    private static final Map<MoneyUnit, Pattern> IN_HEADER = inHeaderPatterns();

    private final long inDong;
    private final String label;

    MoneyUnit(long inDong, String label) {
        this.inDong = inDong;
        this.label = label;
    }

    public long inDong() {
        return inDong;
    }

    public String label() {
        return label;
    }

    /**
     * The unit a table's header or note states for its whole column: {@code Kinh phí (triệu đồng)}, {@code ĐVT: 1.000 đ},
     * {@code total_budget_vnd}.
     */
    public static Optional<MoneyUnit> inHeader(String header) {
        if (VietnameseText.isProse(header)) {
            return Optional.empty();
        }
        String text = VietnameseText.normalise(header).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (Map.Entry<MoneyUnit, Pattern> each : IN_HEADER.entrySet()) {
            if (each.getValue().matcher(text).find()) {
                return Optional.of(each.getKey());
            }
        }
        return Optional.empty();
    }

    /** The unit a word after a number means, {@code trđ}; the word is in small letters. */
    static Optional<MoneyUnit> ofWord(String word) {
        return switch (word) {
            case "đồng", "đ", "vnđ", "vnd", "₫", "đồng việt nam" -> Optional.of(DONG);
            case "nghìn", "ngàn" -> Optional.of(THOUSAND);
            case "triệu", "tr", "trđ" -> Optional.of(MILLION);
            case "tỷ", "tỉ" -> Optional.of(BILLION);
            default -> Optional.empty();
        };
    }

    private static Map<MoneyUnit, Pattern> inHeaderPatterns() {
        Map<MoneyUnit, Pattern> patterns = new LinkedHashMap<>();
        patterns.put(BILLION, words("(?:tỷ|tỉ|ty) " + DONG_WORD + "|" + bare("tỷ|tỉ")));
        patterns.put(
                MILLION,
                words("(?:triệu|trieu|tr)[ .]?" + DONG_WORD + "|" + bare("triệu|tr") + "|1[.,]?000[.,]?000 ?"
                        + DONG_WORD));
        patterns.put(
                THOUSAND,
                words("(?:nghìn|ngàn|nghin|ngan) " + DONG_WORD + "|" + bare("nghìn|ngàn") + "|1[.,]?000 ?"
                        + DONG_WORD));
        patterns.put(DONG, words("vnđ|vnd|" + bare("đồng|đ")));
        return Collections.unmodifiableMap(patterns);
    }

    private static String bare(String unit) {
        return "(?<=[(\\[]|(?:đvt|tính|đơn vị) ?: ?)(?:" + unit + ")(?=\\s*(?:[)\\]]|$))";
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + alternatives + ")(?!\\p{L})");
    }
}
