package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.State;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.results.PastTaskImport;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** The 95 published tasks, imported into a real system and read back through GraphQL by anybody, cell by cell. */
class PastTasksReadBackTest {
    private static final Path FILE = Path.of("src/main/resources/demo/vn_tasks.csv");
    private static final String ALL = """
            query ($after: String) {
              projects(first: 100, after: $after, filter: {states: [PAST]}) {
                totalCount
                pageInfo { hasNextPage endCursor }
                edges { node {
                  stableId code title kind level standing start end
                  source { title url rating cells { field header raw reading certainty } }
                } }
              }
            }
            """;
    private static final Map<String, String> WORDS = Map.of(
            "đề tài", "DE_TAI",
            "dự án", "DU_AN",
            "tỉnh", "TINH",
            "bộ", "BO",
            "quốc gia", "QUOC_GIA",
            "huyện", "HUYEN",
            "cơ sở", "CO_SO");
    /** Numbers of contracts and of a decision that stand in the column of codes. */
    private static final Set<String> NO_CODES = Set.of("35/HĐ-KHCN", "03/2019/HĐ-ĐTKHCN", "1669/QĐ-UBND");

    private static @Nullable RunningSystem running;
    private static @Nullable ImportReport report;

    @BeforeAll
    static void the_tasks_are_imported() throws IOException {
        running = RunningSystem.start();
        report = imported("first");
    }

    @AfterAll
    static void stop() {
        system().close();
    }

    @Test
    void every_cell_reads_back_raw_and_as_read() throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        tasks().forEach(task -> byId.put(task.get("stableId").asString(), task));
        List<NamedCsvRecord> rows = rows();

        assertThat(byId).hasSize(95);
        int compared = 0;
        for (int i = 0; i < rows.size(); i++) {
            String id = report().lines().get(i).project().value();
            compared += compare(rows.get(i), Objects.requireNonNull(byId.get(id)));
        }
        assertThat(compared)
                .isEqualTo(rows.stream()
                        .mapToInt(row -> (int) row.getFields().stream()
                                .filter(cell -> !cell.isBlank())
                                .count())
                        .sum());
    }

    private static int compare(NamedCsvRecord row, JsonNode task) {
        int compared = 0;
        for (String column : row.getHeader()) {
            String raw = row.getField(column);
            List<JsonNode> found = new ArrayList<>();
            task.get("source").get("cells").forEach(cell -> {
                if (cell.get("header").asString().equals(column)) found.add(cell);
            });
            assertThat(found).as("%s of %s", column, task).hasSize(raw.isBlank() ? 0 : 1);
            if (raw.isBlank()) continue;
            compared++;
            JsonNode cell = found.getFirst();
            assertThat(text(cell, "raw")).isEqualTo(raw);
            assertThat(text(cell, "reading")).as(column).isEqualTo(expected(column, raw));
            assertThat(text(cell, "certainty")).isEqualTo(NO_CODES.contains(raw) ? "UNCLEAR" : "EXACT");
        }
        assertThat(text(task, "title")).isEqualTo(row.getField("title_vi"));
        assertThat(text(task, "kind")).isEqualTo(expected("task_type", row.getField("task_type")));
        assertThat(text(task, "level")).isEqualTo(expected("level", row.getField("level")));
        assertThat(text(task, "start")).isEqualTo(expected("start", row.getField("start")));
        assertThat(text(task, "end")).isEqualTo(expected("end", row.getField("end")));
        assertThat(text(task, "code")).isEqualTo(expected("code", row.getField("code")));
        assertThat(text(task, "standing")).isEqualTo("AS_PUBLISHED");
        assertThat(text(task.get("source"), "rating"))
                .isEqualTo(expected("result_rating", row.getField("result_rating")));
        assertThat(text(task.get("source"), "title")).isEqualTo(row.getField("source_title"));
        return compared;
    }

    private static @Nullable String expected(String column, String raw) {
        if (raw.isEmpty() || NO_CODES.contains(raw)) return null;
        return switch (column) {
            case "principal_investigator" -> raw.replaceAll("(^|; )((PGS|GS|TS|ThS|KS|BS|CN|NCS)[. ]*)+", "$1");
            case "task_type", "level" -> WORDS.get(raw);
            default -> raw;
        };
    }

    @Test
    void importing_again_changes_nothing() throws IOException {
        long before = system().views().position();

        ImportReport again = imported("second");

        assertThat(again.count(State.ALREADY_RECORDED)).isEqualTo(95);
        assertThat(again.outcomes()).isEmpty();
        assertThat(system().views().position()).isEqualTo(before);
    }

    @Test
    void the_same_request_again_answers_the_same_positions() throws IOException {
        ImportReport again = imported("first");

        assertThat(again.lines()).isEqualTo(report().lines());
        assertThat(again.outcomes()).allMatch(outcome -> outcome.replayed());
    }

    @Test
    void no_investigators_name_is_stored_in_the_clear() throws IOException, SQLException {
        String stored = stored();

        assertThat(stored).contains("PastTaskRecorded");
        for (NamedCsvRecord row : rows()) {
            for (String name : row.getField("principal_investigator").split(";", -1)) {
                String bare = name.strip().replaceAll("^((PGS|GS|TS|ThS|KS|BS|CN|NCS)[. ]*)+", "");
                if (!bare.isEmpty()) assertThat(stored).doesNotContain(bare);
            }
        }
    }

    /** Every stored event, as text. */
    private static String stored() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = system().database().owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name, convert_from(payload, 'UTF8'), convert_from(envelope, 'UTF8') from event_store.event")) {
            while (rows.next()) {
                for (int column = 1; column <= 3; column++)
                    all.append(rows.getString(column)).append('\n');
            }
        }
        return all.toString();
    }

    private static ImportReport imported(String key) throws IOException {
        ImportRequest request = new ImportRequest(
                "vn_tasks.csv",
                Files.readAllBytes(FILE),
                new ImportRequest.Source("Các trang công khai", null, null),
                false,
                false,
                Texts.VI);
        ImportReport imported = system().bean(PastTaskImport.class).run(request, decision(key), "hash");
        imported.outcomes()
                .forEach(outcome ->
                        assertThat(system().views().await(outcome.position())).isTrue());
        return imported;
    }

    private static Decision decision(String key) {
        Decision taken = Decisions.taken(Role.OFFICER);
        return new Decision(
                taken.actor(),
                taken.decidedBy(),
                taken.basis(),
                taken.reason(),
                taken.today(),
                taken.effectiveOn(),
                taken.documentDate(),
                taken.seenAt(),
                taken.requestId(),
                "importPastTasks",
                key,
                taken.channel());
    }

    private static List<JsonNode> tasks() {
        List<JsonNode> tasks = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>();
        JsonNode page;
        do {
            page = system().anonymous().data(ALL, variables).get("projects");
            page.get("edges").forEach(edge -> tasks.add(edge.get("node")));
            variables.put("after", page.get("pageInfo").get("endCursor").asString());
        } while (page.get("pageInfo").get("hasNextPage").asBoolean());
        assertThat(page.get("totalCount").asInt()).isEqualTo(tasks.size());
        return tasks;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asString() : null;
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        String csv = Files.readString(FILE, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }

    private static RunningSystem system() {
        return Objects.requireNonNull(running);
    }

    private static ImportReport report() {
        return Objects.requireNonNull(report);
    }
}
