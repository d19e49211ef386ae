package vn.minhchung.results.process;

import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.kernel.text.NamedPerson;
import vn.minhchung.kernel.text.PersonText;
import vn.minhchung.kernel.text.Reading;
import vn.minhchung.projects.PastField;
import vn.minhchung.results.process.SourceCell.Piece;

/**
 * Cuts the cells of one line where they name persons, and counts the persons: investigators first, then the others. What
 * may be a name is treated as one.
 */
final class NamedPieces {
    private final List<String> names = new ArrayList<>();
    private int persons;

    /** A cell of names. One that cannot be read is sealed as a whole. */
    SourceCell ofNames(PastField field, String header, Reading<List<NamedPerson>> read) {
        List<Piece> pieces = new ArrayList<>();
        if (read.certainty() == Certainty.BLANK) {
            return new SourceCell(field, header, List.of(new Piece(read.raw(), null)), null, Certainty.BLANK, null);
        }
        List<PersonText.Piece> cut = PersonText.pieces(read);
        boolean anybody = cut.stream().anyMatch(piece -> piece.person() != null);
        for (PersonText.Piece piece : cut) {
            if (piece.person() == null && anybody) {
                pieces.add(new Piece(piece.text(), null));
            } else {
                pieces.add(new Piece(piece.text(), persons++));
                names.add(piece.text());
            }
        }
        return new SourceCell(field, header, pieces, null, read.certainty(), read.remark());
    }

    /** A cell about the first person named in the line; about somebody of its own when nobody is. */
    SourceCell ofPersonalData(PastField field, String header, String raw) {
        int about = 0;
        if (persons == 0) {
            persons++;
            names.add(raw);
        }
        return new SourceCell(field, header, List.of(new Piece(raw, about)), null, Certainty.EXACT, null);
    }

    /** A free text, cut where it repeats a name of this line. */
    SourceCell cutAtNames(SourceCell cell) {
        List<Piece> pieces = new ArrayList<>(cell.pieces());
        for (int person = 0; person < names.size(); person++) {
            // One word alone is no full name, and may be part of any other.
            if (!names.get(person).contains(" ")) continue;
            List<Piece> finer = new ArrayList<>();
            for (Piece piece : pieces) {
                cut(piece, names.get(person), person, finer);
            }
            pieces = finer;
        }
        SourceCell cut =
                new SourceCell(cell.field(), cell.header(), pieces, cell.reading(), cell.certainty(), cell.remark());
        return cut.names()
                ? new SourceCell(cut.field(), cut.header(), pieces, null, cut.certainty(), cut.remark())
                : cell;
    }

    private static void cut(Piece piece, String name, int person, List<Piece> into) {
        int from = 0;
        int at = piece.person() == null ? piece.text().indexOf(name) : -1;
        while (at >= 0) {
            if (at > from) {
                into.add(new Piece(piece.text().substring(from, at), null));
            }
            into.add(new Piece(name, person));
            from = at + name.length();
            at = piece.text().indexOf(name, from);
        }
        if (from < piece.text().length()) {
            into.add(from == 0 ? piece : new Piece(piece.text().substring(from), null));
        }
    }
}
