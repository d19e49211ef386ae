package vn.minhchung.kernel.identifier;

import java.util.Optional;
import vn.minhchung.kernel.text.Remark;

/**
 * Tax code of an organisation: ten digits, the last a check digit, and {@code -nnn} for a branch. Check digit = 10 − (sum
 * of the first nine × 31, 29, 23, 19, 17, 13, 7, 5, 3 mod 11). Source: TT 86/2024/TT-BTC; formula checked on known codes.
 */
final class TaxCode {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxCode() {}

    static String normalise(String text) {
        String compact = Shapes.compact(text, "[\\s.]");
        return compact.matches("\\d{13}") ? compact.substring(0, 10) + "-" + compact.substring(10) : compact;
    }

    static Optional<Remark> check(String code) {
        if (!code.matches("\\d{10}(-\\d{3})?")) {
            return Shapes.problem("tax_code.shape");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * WEIGHTS[i];
        }
        if (10 - sum % 11 != code.charAt(9) - '0') {
            return Shapes.problem("tax_code.check_digit");
        }
        return code.endsWith("-000") ? Shapes.problem("tax_code.branch") : Optional.empty();
    }
}
