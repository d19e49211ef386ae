package vn.minhchung.states;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A table a person wrote down under {@code states/}, read from the domain notes and never from the code. A column is a
 * situation an object can be in, the line {@code state} says in which state it is then; every other line is a command. A
 * cell holds the state the command leads to, or the code of the refusal.
 *
 * @param columns in the order of the file, without the column of labels
 * @param lines label → column → cell
 */
public record StateTable(List<String> columns, Map<String, Map<String, String>> lines) {
    private static final Path WRITTEN = Path.of("src/test/resources/states");
    private static final String STATE = "state";

    public static StateTable read(String name) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(WRITTEN.resolve(name + ".csv"))) {
            List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
            List<String> columns = rows.getFirst().subList(1, rows.getFirst().size());
            Map<String, Map<String, String>> lines = new LinkedHashMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                if (row.size() != columns.size() + 1)
                    throw new AssertionError("%s: %s has %d cells".formatted(name, row.getFirst(), row.size() - 1));
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) cells.put(columns.get(i), row.get(i + 1));
                if (lines.put(row.getFirst(), cells) != null)
                    throw new AssertionError("%s: %s stands there twice".formatted(name, row.getFirst()));
            }
            return new StateTable(columns, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of commands. */
    Set<String> commands() {
        Map<String, Map<String, String>> commands = new LinkedHashMap<>(lines);
        commands.remove(STATE);
        return commands.keySet();
    }

    String state(String column) {
        return cell(STATE, column);
    }

    public String cell(String line, String column) {
        return Objects.requireNonNull(
                Objects.requireNonNull(lines.get(line), line).get(column), column);
    }
}
