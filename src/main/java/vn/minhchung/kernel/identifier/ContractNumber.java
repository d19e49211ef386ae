package vn.minhchung.kernel.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Remark;

/**
 * Number of a task's contract: {@code 07/2025/HĐ-SKHCN}; older ones leave out the year ({@code 35/HĐ-KHCN}). There is no
 * national form; this is what departments print.
 *
 * @param year null when the number does not carry it
 */
public record ContractNumber(String serial, @Nullable Integer year, String issuer) {

    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{1,4}[a-z]?)/(?:((?:19|20)\\d{2})/)?HĐ-(\\p{Lu}[\\p{L}\\d.]*(?:-\\p{Lu}[\\p{L}\\d.]*)*)");

    /** @throws IllegalArgumentException for what {@link IdentifierKind#check} finds wrong */
    public static ContractNumber parse(String text) {
        Matcher parts = SHAPE.matcher(normalise(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a contract number: " + text);
        }
        String year = parts.group(2);
        return new ContractNumber(parts.group(1), year == null ? null : Integer.valueOf(year), parts.group(3));
    }

    static String normalise(String text) {
        return DocumentNumber.normalise(text);
    }

    static Optional<Remark> check(String text) {
        return SHAPE.matcher(text).matches() ? Optional.empty() : Shapes.problem("contract_number.shape");
    }

    @Override
    public String toString() {
        return serial + "/" + (year == null ? "" : year + "/") + "HĐ-" + issuer;
    }
}
