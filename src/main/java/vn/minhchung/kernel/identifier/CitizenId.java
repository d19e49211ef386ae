package vn.minhchung.kernel.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Remark;

/**
 * Citizen identity number: province of birth registration (3), century and sex (1), year of birth (2), serial (6); no
 * check digit. The provinces are the 63 of 2016 to 2025: numbers given then stay for life. Source: NĐ 137/2015/NĐ-CP
 * Art. 13, TT 59/2021/TT-BCA (personal data; never repeated in a problem).
 */
public final class CitizenId {

    private static final Set<String> PROVINCES =
            Set.of(("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 "
                            + "027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 "
                            + "066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096")
                    .split(" ", -1));

    private CitizenId() {}

    static String normalise(String text) {
        return Shapes.compact(text, "[\\s.-]");
    }

    static Optional<Remark> check(String id) {
        if (!id.matches("\\d{12}")) {
            return Shapes.problem("citizen_id.shape");
        }
        return PROVINCES.contains(id.substring(0, 3)) ? Optional.empty() : Shapes.problem("citizen_id.province");
    }

    /**
     * As {@link IdentifierKind#check}, and against what else is known of the person.
     *
     * @param birth null when unknown
     * @param male null when unknown
     */
    public static Optional<Remark> checkAgainst(String text, @Nullable LocalDate birth, @Nullable Boolean male) {
        String id = normalise(text);
        Optional<Remark> problem = check(id);
        if (problem.isPresent()) {
            return problem;
        }
        int centuryAndSex = id.charAt(3) - '0';
        int year = 1900 + centuryAndSex / 2 * 100 + Integer.parseInt(id.substring(4, 6));
        if (birth != null && birth.getYear() != year) {
            return Shapes.problem("citizen_id.birth");
        }
        return male != null && male != (centuryAndSex % 2 == 0) ? Shapes.problem("citizen_id.sex") : Optional.empty();
    }
}
