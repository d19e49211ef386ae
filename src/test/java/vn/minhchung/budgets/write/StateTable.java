package vn.minhchung.budgets.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.provider.Arguments;

/** A hand-written table under {@code states/}: in which state which command leads where, or is refused with which code. */
final class StateTable {
    private StateTable() {}

    /** State, command, expected. */
    static List<Arguments> cells(String file) throws IOException {
        List<Arguments> cells = new ArrayList<>();
        InputStream in = Objects.requireNonNull(StateTable.class.getResourceAsStream("/states/" + file), file);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                for (String command : row.getHeader())
                    if (!command.equals("state"))
                        cells.add(Arguments.of(row.getField("state"), command, row.getField(command)));
            }
        }
        return cells;
    }
}
