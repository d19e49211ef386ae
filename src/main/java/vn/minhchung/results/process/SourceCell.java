package vn.minhchung.results.process;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.kernel.text.Reading;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.projects.PastField;

/**
 * A cell as read, its names not yet sealed.
 *
 * @param pieces of the raw text; their concatenation is the cell, character for character
 * @param reading canonical text; null when unclear, blank, or when the cell names somebody
 */
record SourceCell(
        PastField field,
        String header,
        List<Piece> pieces,
        @Nullable String reading,
        Certainty certainty,
        @Nullable Remark remark) {

    SourceCell {
        pieces = List.copyOf(pieces);
    }

    /** @param person place among the persons the line names, from 0; null for plain text */
    record Piece(String text, @Nullable Integer person) {}

    /** A cell without names. */
    static SourceCell plain(PastField field, String header, Reading<String> read) {
        return new SourceCell(
                field, header, List.of(new Piece(read.raw(), null)), read.value(), read.certainty(), read.remark());
    }

    boolean names() {
        return pieces.stream().anyMatch(piece -> piece.person() != null);
    }

    String raw() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
