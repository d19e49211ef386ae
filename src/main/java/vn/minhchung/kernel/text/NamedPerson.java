package vn.minhchung.kernel.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as a source names them.
 *
 * @param titles academic rank, degree and profession in printed order, each in its usual spelling: {@code PGS}, {@code TS}
 * @param affiliation what stands in brackets or after a comma behind the name; null when nothing does
 */
public record NamedPerson(
        List<String> titles, String name, @Nullable String affiliation) {

    public NamedPerson {
        titles = List.copyOf(titles);
    }

    /** {@code PGS.TS. Lê Thanh Kiên} */
    public String toText() {
        return titles.isEmpty() ? name : String.join(".", titles) + ". " + name;
    }
}
