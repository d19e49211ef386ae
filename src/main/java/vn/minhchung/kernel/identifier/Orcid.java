package vn.minhchung.kernel.identifier;

import java.util.Locale;
import java.util.Optional;
import vn.minhchung.kernel.text.Remark;

/** ORCID: sixteen characters in four groups, the last a check character by ISO 7064 mod 11-2. Source: ORCID Inc. */
final class Orcid {

    private Orcid() {}

    static String normalise(String text) {
        String bare = Shapes.compact(text, "\\s").replaceFirst("(?i)^(https?://)?(www\\.)?orcid\\.org/|^orcid:", "");
        String compact = bare.replace("-", "").toUpperCase(Locale.ROOT);
        return compact.matches("\\d{15}[\\dX]")
                ? String.join(
                        "-",
                        compact.substring(0, 4),
                        compact.substring(4, 8),
                        compact.substring(8, 12),
                        compact.substring(12))
                : bare;
    }

    static Optional<Remark> check(String orcid) {
        if (!orcid.matches("(\\d{4}-){3}\\d{3}[\\dX]")) {
            return Shapes.problem("orcid.shape");
        }
        String digits = orcid.replace("-", "");
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + (digits.charAt(i) - '0')) * 2;
        }
        int check = (12 - total % 11) % 11;
        char expected = check == 10 ? 'X' : (char) ('0' + check);
        return digits.charAt(15) == expected ? Optional.empty() : Shapes.problem("orcid.check_digit");
    }
}
