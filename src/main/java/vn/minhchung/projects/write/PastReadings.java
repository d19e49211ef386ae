package vn.minhchung.projects.write;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;

/**
 * What the cells of a past task were read as, in types. A reading that is not of its field's form is refused: the raw text
 * may be anything, the reading may not.
 */
record PastReadings(
        @Nullable String code,
        @Nullable String title,
        @Nullable TaskKind kind,
        @Nullable TaskLevel level,
        List<PersonId> principalInvestigators,
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        @Nullable String rating) {

    static PastReadings of(List<PastCell> cells) {
        if (cells.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "cells").at("cells");
        for (int i = 0; i < cells.size(); i++) requireWellFormed(cells.get(i), i);
        PartialDate start = read(cells, PastField.START, PartialDate::parse);
        PartialDate end = read(cells, PastField.END, PartialDate::parse);
        if (start != null && end != null && start.isCertainlyAfter(end)) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "start", start, "end", end)
                    .at("cells");
        }
        read(cells, PastField.COUNCIL_DATE, PartialDate::parse);
        read(cells, PastField.TOTAL_BUDGET, PastReadings::amount);
        read(cells, PastField.STATE_BUDGET, PastReadings::amount);
        return new PastReadings(
                read(cells, PastField.CODE, Words::tidy),
                read(cells, PastField.TITLE, Words::tidy),
                read(cells, PastField.KIND, TaskKind::valueOf),
                read(cells, PastField.LEVEL, TaskLevel::valueOf),
                cells.stream()
                        .filter(cell -> cell.field() == PastField.PRINCIPAL_INVESTIGATOR)
                        .flatMap(cell -> cell.persons().stream())
                        .distinct()
                        .toList(),
                start,
                end,
                printed(cells, PastField.RATING));
    }

    /** The first reading of a field; null when no cell of it has one. */
    private static <T> @Nullable T read(List<PastCell> cells, PastField field, Function<String, T> reader) {
        for (int i = 0; i < cells.size(); i++) {
            PastCell cell = cells.get(i);
            String reading = cell.reading();
            if (cell.field() != field || reading == null) continue;
            try {
                return reader.apply(reading);
            } catch (IllegalArgumentException _) {
                throw invalid(field + " in its canonical form", reading, i);
            }
        }
        return null;
    }

    private static Vnd amount(String digits) {
        return Vnd.parse(digits).requireNotNegative();
    }

    private static @Nullable String printed(List<PastCell> cells, PastField field) {
        String text = cells.stream()
                .filter(cell -> cell.field() == field && cell.certainty() != Certainty.BLANK)
                .flatMap(cell -> cell.raw().stream())
                .map(PastCell.Fragment::text)
                .filter(t -> t != null)
                .collect(Collectors.joining());
        return text.isBlank() ? null : text;
    }

    private static void requireWellFormed(PastCell cell, int index) {
        for (PastCell.Fragment fragment : cell.raw()) {
            boolean plain = fragment.text() != null && fragment.person() == null && fragment.name() == null;
            boolean personal = fragment.text() == null
                    && fragment.person() != null
                    && fragment.name() != null
                    && fragment.person().equals(fragment.name().person());
            if (!plain && !personal) throw invalid("text, or person and name", "fragment", index);
        }
        boolean without = cell.certainty() == Certainty.BLANK || cell.certainty() == Certainty.UNCLEAR;
        boolean named = !cell.persons().isEmpty();
        if (cell.reading() != null && (without || named)) throw invalid("no reading", cell.certainty(), index);
        if (cell.reading() == null && !without && !named) throw invalid("a reading", cell.certainty(), index);
        if (cell.field() == PastField.OTHER && cell.header() == null) throw invalid("header", PastField.OTHER, index);
    }

    private static Refusal invalid(String expected, Object value, int index) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "expected", expected, "value", value)
                .at("cells", Integer.toString(index));
    }
}
