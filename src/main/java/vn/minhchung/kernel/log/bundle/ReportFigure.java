package vn.minhchung.kernel.log.bundle;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One amount of a bundle's report, with what it is the sum of, so that a verifier can add it up anew.
 *
 * @param sum accounts of the ledger, {@code -} before what is taken off; at least one
 * @param where year, source, line, item, or the first few of them; empty: all
 * @param value whole đồng
 */
public record ReportFigure(List<String> sum, List<String> where, long value) {
    private static final Pattern ACCOUNT = Pattern.compile("-?[A-Z_]+");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_.]*");
    private static final int LEVELS = 4;
    /** Before every third digit from the right. */
    private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9])(?=(?:[0-9]{3})+$)");

    public ReportFigure {
        sum = List.copyOf(sum);
        where = List.copyOf(where);
        if (sum.isEmpty() || !sum.stream().allMatch(it -> ACCOUNT.matcher(it).matches()))
            throw new IllegalArgumentException("no sum of accounts: " + sum);
        if (where.size() > LEVELS
                || !where.stream().allMatch(it -> PLACE.matcher(it).matches()))
            throw new IllegalArgumentException("no place: " + where);
    }

    /** The element. It has to stand on a line of its own. */
    public String html() {
        return "<data class=\"figure\" data-sum=\"%s\" data-where=\"%s\" value=\"%d\">%s</data>"
                .formatted(String.join(" ", sum), String.join("/", where), value, text());
    }

    /** As amounts are written in Vietnam: 120.000.000. */
    public String text() {
        return dotted(value);
    }

    static String dotted(long value) {
        return THOUSANDS.matcher(Long.toString(value)).replaceAll(".");
    }
}
