package vn.minhchung.results.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.text.Remark;

/**
 * One task of a table, as read.
 *
 * @param project derived from what the line says and its source
 * @param title as read; null when blank
 */
record SourceLine(
        @Nullable String sheet,
        int line,
        ProjectId project,
        String sourceTitle,
        @Nullable String sourceUrl,
        @Nullable String title,
        List<SourceCell> cells,
        List<Doubt> doubts) {

    SourceLine {
        cells = List.copyOf(cells);
        doubts = List.copyOf(doubts);
    }

    /**
     * Something a person should look at.
     *
     * @param column heading as printed; null when the whole line is meant
     */
    record Doubt(@Nullable String column, @Nullable String raw, Remark remark, boolean blocking) {}

    boolean unclear() {
        return doubts.stream().anyMatch(Doubt::blocking);
    }
}
