package vn.minhchung.kernel.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhchung.kernel.text.Remark;

/**
 * Account at the State Treasury: {@code 3713.0.1099901}, that is the natural account (4), the budget level (1) and the
 * code of the unit (7). Source: TT 77/2017/TT-BTC.
 *
 * @param account natural account of the treasury's chart, 3713 for deposits of science tasks
 * @param level 0 none, 1 central, 2 province, 3 district, 4 commune
 * @param unit code of the unit with budget relations
 */
public record TreasuryAccount(String account, int level, String unit) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})\\.(\\d)\\.(\\d{7})");

    /** @throws IllegalArgumentException for what {@link IdentifierKind#check} finds wrong */
    public static TreasuryAccount parse(String text) {
        Matcher parts = SHAPE.matcher(normalise(text));
        if (check(normalise(text)).isPresent() || !parts.matches()) {
            throw new IllegalArgumentException("not an account at the State Treasury");
        }
        return new TreasuryAccount(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    static String normalise(String text) {
        String compact = Shapes.compact(text, "\\s");
        return compact.matches("\\d{12}")
                ? compact.substring(0, 4) + "." + compact.charAt(4) + "." + compact.substring(5)
                : compact;
    }

    static Optional<Remark> check(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Shapes.problem("treasury_account.shape");
        }
        if (Integer.parseInt(parts.group(2)) > 4) {
            return Shapes.problem("treasury_account.level");
        }
        return BudgetUnit.check(parts.group(3));
    }

    /** {@code 3713.0.1099901} */
    @Override
    public String toString() {
        return account + "." + level + "." + unit;
    }
}
