package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.demo.Cast;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/**
 * A log once recorded stays readable: {@code axon/history/payment.jsonl} (one event per line, as stored) replays into the
 * views of {@code payment.views.jsonl} (one row per line). {@code -Dgolden=write} replays again and approves what comes
 * out; {@code -Dgolden=record} tells the story anew first, which is right only while no store in use holds such events.
 */
class HistoryTest {
    private static final Path LOG = Path.of("axon/history/payment.jsonl");
    private static final Path VIEWS = Path.of("axon/history/payment.views.jsonl");
    private static final String GOLDEN = System.getProperty("golden", "");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_log_recorded_long_ago_replays_into_the_approved_views() throws Exception {
        if (GOLDEN.equals("record")) record();
        List<JsonNode> log =
                Files.readAllLines(LOG).stream().map(JSON::readTree).toList();
        TestPostgres.Database database = TestPostgres.freshDatabase();
        append(database, log);
        try (RunningSystem system = RunningSystem.start(database)) {
            long head = system.bean(RecordedEvents.class).head();
            assertThat(head).isEqualTo(log.size());
            assertThat(system.views().await(head)).isTrue();
            assertThat(stored(database))
                    .as("positions, times and bytes as recorded")
                    .isEqualTo(log);
            List<String> views = views(system, head);
            if (!GOLDEN.isEmpty()) Files.write(VIEWS, views);

            assertThat(views).isEqualTo(Files.readAllLines(VIEWS));
            assertThat(system.bean(Rebuild.class).differences(head)).isEmpty();
        }
    }

    @Test
    void neither_the_recorded_log_nor_its_views_hold_a_personal_text() throws Exception {
        String everything = Files.readString(LOG) + Files.readString(VIEWS);
        for (Cast who : Cast.values()) {
            assertThat(everything).doesNotContain(who.personName()).doesNotContain("\"" + who.login() + "\"");
        }
    }

    private static void record() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = RunningSystem.start(database)) {
            new HistoryStory(system).tell();
            Files.createDirectories(LOG.toAbsolutePath().getParent());
            Files.write(
                    LOG, stored(database).stream().map(JSON::writeValueAsString).toList());
        }
    }

    /** The log as it lies in the store. Payload and envelope are JSON already and stay text: their bytes count. */
    private static List<JsonNode> stored(TestPostgres.Database database) throws SQLException {
        String sql = """
            select position, event_id, stream, sequence, type, name, revision, stored_ms, recorded_us,
              convert_from(payload, 'UTF8'), convert_from(envelope, 'UTF8')
            from event_store.event order by position\
            """;
        List<JsonNode> log = new ArrayList<>();
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("position", row.getLong(1));
                event.put("id", row.getString(2));
                event.put("stream", row.getString(3));
                event.put("sequence", row.getLong(4));
                event.put("type", row.getString(5));
                event.put("name", row.getString(6));
                event.put("revision", row.getString(7));
                event.put("storedMs", row.getLong(8));
                event.put("recordedUs", row.getLong(9));
                event.put("payload", row.getString(10));
                event.put("envelope", row.getString(11));
                // through text, so that numbers have the type a file's have
                log.add(JSON.readTree(JSON.writeValueAsString(event)));
            }
        }
        return log;
    }

    /** One append for each command, as it was. */
    private static void append(TestPostgres.Database database, List<JsonNode> log) {
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "history", InstantSource.system(), Appender.Limits.DEFAULT)) {
            List<NewEvent> command = new ArrayList<>();
            for (JsonNode event : log) {
                command.add(new NewEvent(
                        UUID.fromString(event.get("id").asString()),
                        event.get("stream").asString(),
                        event.get("sequence").asLong(),
                        event.get("type").asString(),
                        event.get("name").asString(),
                        event.get("revision").asString(),
                        event.get("storedMs").asLong(),
                        bytes(event, "payload"),
                        bytes(event, "envelope")));
                if (last(event)) {
                    appender.append(command);
                    command.clear();
                }
            }
            assertThat(command).as("the log ends with a whole command").isEmpty();
        }
    }

    private static byte[] bytes(JsonNode event, String field) {
        return event.get(field).asString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@code "part": "2/3"}: part 3 ends the command. */
    private static boolean last(JsonNode event) {
        String[] part = JSON.readTree(event.get("envelope").asString())
                .get("part")
                .asString()
                .split("/", 2);
        return part[0].equals(part[1]);
    }

    private static List<String> views(RunningSystem system, long head) throws SQLException, IOException {
        Rebuild rebuild = system.bean(Rebuild.class);
        String qualified = system.views().qualified("people_person");
        String schema = qualified.substring(0, qualified.indexOf('.'));
        List<String> rows = new ArrayList<>();
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : rebuild.hashes(schema, head).keySet()) {
                String sql = "select to_jsonb(t)::text as row from %s.%s t order by to_jsonb(t)::text collate \"C\""
                        .formatted(schema, table);
                try (ResultSet row = statement.executeQuery(sql)) {
                    while (row.next()) {
                        rows.add("{\"table\":\"%s\",\"row\":%s}".formatted(table, row.getString(1)));
                    }
                }
            }
        }
        return rows;
    }
}
