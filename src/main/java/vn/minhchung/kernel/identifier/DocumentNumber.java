package vn.minhchung.kernel.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Remark;

/**
 * Number and symbol of a document: {@code 558/QĐ-UBND}, {@code 89/TTr-SKHCN}, with the year for texts of law
 * ({@code 14/2020/QĐ-UBND}, {@code 93/2025/QH15}), and without a kind for letters ({@code 123/SKHCN-QLKH}). The serial
 * starts at 01 each year and kind, so a number names a document only together with its date and issuer. Source: NĐ
 * 30/2020/NĐ-CP, Annexes I and III; NĐ 78/2025/NĐ-CP for texts of law.
 *
 * @param year only texts of law carry it in the number; else null
 * @param kind abbreviation of the kind of document; null for a letter (công văn)
 * @param issuer abbreviation of who issued it, with the drafting unit if printed
 */
public record DocumentNumber(
        String serial, @Nullable Integer year, @Nullable String kind, String issuer) {

    private static final Set<String> KINDS = Set.of(
            "NQ", "QĐ", "CT", "QC", "QYĐ", "TC", "TB", "HD", "CTR", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTR", "HĐ",
            "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "NĐ", "TT", "TTLT", "PL", "L", "LCT",
            "VBHN", "KL", "CV", "PT");
    private static final String WORD = "\\p{Lu}[\\p{L}\\d&.]*";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<serial>\\d{1,5}[a-zđ]?)/(?:(?<year>(?:19|20)\\d{2})/)?(?<symbol>" + WORD + "(?:[-/]" + WORD + ")*)");

    /** @throws IllegalArgumentException for what {@link IdentifierKind#check} finds wrong */
    public static DocumentNumber parse(String text) {
        Matcher parts = SHAPE.matcher(normalise(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a document number: " + text);
        }
        String symbol = parts.group("symbol");
        int dash = symbol.indexOf('-');
        String first = dash < 0 ? "" : symbol.substring(0, dash);
        boolean hasKind = KINDS.contains(first.toUpperCase(Locale.ROOT));
        String year = parts.group("year");
        return new DocumentNumber(
                parts.group("serial"),
                year == null ? null : Integer.valueOf(year),
                hasKind ? first : null,
                hasKind ? symbol.substring(dash + 1) : symbol);
    }

    static String normalise(String text) {
        return Shapes.compact(text, "(?i)^(số|so)\\s*:?\\s*(?=\\d)")
                .replaceAll("\\s*([/–—-])\\s*", "$1")
                .replaceAll("[–—]", "-");
    }

    static Optional<Remark> check(String text) {
        return SHAPE.matcher(text).matches() ? Optional.empty() : Shapes.problem("document_number.shape");
    }

    /** As printed: {@code 14/2020/QĐ-UBND}. */
    @Override
    public String toString() {
        return serial + "/" + (year == null ? "" : year + "/") + (kind == null ? "" : kind + "-") + issuer;
    }
}
