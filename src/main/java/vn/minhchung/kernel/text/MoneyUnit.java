package vn.minhchung.kernel.text;

import java.util.Optional;

/** The unit an amount is printed in; {@code tỷ} is the Vietnamese milliard, 10<sup>9</sup>. */
public enum MoneyUnit {
    DONG(1, "đồng"),
    THOUSAND(1_000, "nghìn đồng"),
    MILLION(1_000_000, "triệu đồng"),
    BILLION(1_000_000_000, "tỷ đồng");

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
        String folded =
                VietnameseText.fold(header).replaceAll("[^a-z0-9]+", " ").strip();
        if (folded.matches(".*\\b(ty|ti) (dong|d|vnd)\\b.*") || folded.matches(".*\\b(ty|ti)$")) {
            return Optional.of(BILLION);
        }
        if (folded.matches(".*\\b(trieu|tr)( (dong|d|vnd))?\\b.*")
                || folded.matches(".*\\btrd\\b.*")
                || folded.matches(".*\\b(1 )?000 000 (dong|d|vnd)\\b.*")) {
            return Optional.of(MILLION);
        }
        if (folded.matches(".*\\b(nghin|ngan)( (dong|d|vnd))?\\b.*")
                || folded.matches(".*\\b1 000 (dong|d|vnd)\\b.*")
                || folded.matches(".*\\b1000 ?(dong|d|vnd)\\b.*")) {
            return Optional.of(THOUSAND);
        }
        return folded.matches(".*\\b(dong|vnd)\\b.*") ? Optional.of(DONG) : Optional.empty();
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
}
