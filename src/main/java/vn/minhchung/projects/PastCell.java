package vn.minhchung.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.text.Certainty;

/**
 * One cell of a source about a past task: exactly what stands there, and what it was read as.
 *
 * @param header the column's heading as printed; null when the source has none
 * @param raw the text in pieces, so that persons' names are sealed; their concatenation is the cell, byte for byte
 * @param reading canonical text (digits of whole đồng, ISO partial date, enum name); null when unclear, blank, or a name
 * @param remark what a reader should know about the reading
 */
public record PastCell(
        PastField field,
        @Nullable String header,
        List<Fragment> raw,
        @Nullable String reading,
        Certainty certainty,
        @Nullable String remark) {

    public PastCell {
        raw = List.copyOf(raw);
    }

    /** A piece of a cell: plain text, or a person's name sealed under that person's own key. */
    public record Fragment(
            @Nullable String text,
            @Nullable PersonId person,
            @Nullable Sealed name) {
        public static Fragment text(String text) {
            return new Fragment(text, null, null);
        }

        public static Fragment person(Sealed name) {
            return new Fragment(null, name.person(), name);
        }
    }

    /** The persons named in the cell, in order. */
    public List<PersonId> persons() {
        return raw.stream().map(Fragment::person).filter(p -> p != null).toList();
    }
}
