package vn.minhchung.budgets;

import java.util.regex.Pattern;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Refusal;

/**
 * The key of a year appropriation, and the string a withdrawal is signed over (domain.md 2.6).
 *
 * @param unit the fund-managing unit
 * @param chapter chương, 3 digits, e.g. {@code 417}
 * @param sector khoản, 3 digits, e.g. {@code 101}
 * @param sourceNature mã tính chất nguồn kinh phí, 2 digits, e.g. {@code 12}
 * @param programme programme or project, 5 digits; {@code 00000} for none
 * @param year budget year
 */
public record AppropriationKey(
        OrganisationId unit, String chapter, String sector, String sourceNature, String programme, int year) {
    private static final Pattern THREE = Pattern.compile("[0-9]{3}");
    private static final Pattern TWO = Pattern.compile("[0-9]{2}");
    private static final Pattern FIVE = Pattern.compile("[0-9]{5}");

    /** @throws Refusal INVALID_INPUT naming the part that has not the form of the state budget index */
    public AppropriationKey requireForm() {
        require(THREE, chapter, "chapter");
        require(THREE, sector, "sector");
        require(TWO, sourceNature, "sourceNature");
        require(FIVE, programme, "programme");
        if (year < 1990 || year > 2200)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", year).at("year");
        return this;
    }

    private static void require(Pattern form, String value, String field) {
        if (!form.matcher(value).matches())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", value, "expected", form.pattern())
                    .at(field);
    }

    /** One appropriation per key: the natural key of the guard. */
    public String key() {
        return String.join("/", unit.value(), chapter, sector, sourceNature, programme, Integer.toString(year));
    }
}
