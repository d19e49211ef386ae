package vn.minhchung.results;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file to import.
 *
 * @param fileName for people only; the kind of file is seen from its bytes
 * @param source where the table is from; a line with a source of its own keeps that
 * @param dryRun report only
 * @param goodLinesOnly record what is clear even where other lines are not
 * @param language of the report
 */
public record ImportRequest(
        String fileName, byte[] content, Source source, boolean dryRun, boolean goodLinesOnly, Locale language) {

    @SuppressWarnings("ArrayRecordComponent")
    public ImportRequest {}

    /**
     * The origin of a table.
     *
     * @param retrievedOn when the source was read
     */
    public record Source(
            String title, @Nullable String url, @Nullable LocalDate retrievedOn) {}
}
