package vn.minhchung.kernel.identifier;

import java.util.Locale;
import java.util.Optional;
import vn.minhchung.kernel.text.Remark;

/** ISSN: eight characters, the last a check character mod 11 with weights 8 to 2. Source: ISO 3297. */
final class Issn {

    private Issn() {}

    static String normalise(String text) {
        String compact = Shapes.compact(text, "[\\s-]").toUpperCase(Locale.ROOT).replaceFirst("^E?ISSN:?", "");
        return compact.matches("\\d{7}[\\dX]") ? compact.substring(0, 4) + "-" + compact.substring(4) : compact;
    }

    static Optional<Remark> check(String issn) {
        if (!issn.matches("\\d{4}-\\d{3}[\\dX]")) {
            return Shapes.problem("issn.shape");
        }
        String digits = issn.replace("-", "");
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (digits.charAt(i) - '0') * (8 - i);
        }
        int check = (11 - sum % 11) % 11;
        char expected = check == 10 ? 'X' : (char) ('0' + check);
        return digits.charAt(7) == expected ? Optional.empty() : Shapes.problem("issn.check_digit");
    }
}
