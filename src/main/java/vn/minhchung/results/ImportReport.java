package vn.minhchung.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Commands;

/**
 * What a file holds and what became of it, line by line.
 *
 * @param dryRun true when nothing was to be written
 * @param goodLinesOnly true when lines that are not clear were to be left out
 * @param notes about the file as a whole, in the language asked for
 * @param outcomes of the commands sent, in order; empty when nothing was written
 */
public record ImportReport(
        String fileName,
        boolean dryRun,
        boolean goodLinesOnly,
        List<String> notes,
        List<Line> lines,
        List<Commands.Outcome> outcomes) {

    public ImportReport {
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        outcomes = List.copyOf(outcomes);
    }

    /** What is to be done with a line. */
    public enum State {
        /** Clear, not on record yet. */
        READY,
        /** Somebody has to decide about a cell first. */
        UNCLEAR,
        /** On record before this request; nothing was done. */
        ALREADY_RECORDED,
        /** Recorded by this request. */
        RECORDED
    }

    /**
     * One task of the table.
     *
     * @param sheet null when the file has none
     * @param line counted from 1, as the person's program shows it
     * @param title as read; null when blank
     * @param project the id it has, or would get
     * @param position of its event; null unless recorded by this request
     */
    public record Line(
            @Nullable String sheet,
            int line,
            @Nullable String title,
            State state,
            List<Problem> problems,
            ProjectId project,
            @Nullable Long position) {
        public Line {
            problems = List.copyOf(problems);
        }

        /** This line in another state. */
        public Line in(State newState, @Nullable Long newPosition) {
            return new Line(sheet, line, title, newState, problems, project, newPosition);
        }
    }

    /**
     * Something a person should look at.
     *
     * @param column heading as printed; null when the whole line is meant
     * @param raw the cell as it stands; null when the whole line is meant
     * @param code of the message, stable
     * @param message in the language asked for
     * @param blocking whether the line has to wait for it; otherwise the cell is kept raw, marked unclear
     */
    public record Problem(
            @Nullable String column, @Nullable String raw, String code, String message, boolean blocking) {}

    public int count(State state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }
}
