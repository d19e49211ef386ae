package vn.minhchung.eventstore.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.testing.TestPostgres;

/** Logs to put into files, and files to damage. */
final class ArchiveFixture {
    private final Random random = new Random(20_260_630);

    /** Commands of one to three events over seven streams, with texts of every kind; appended as any other. */
    void fill(TestPostgres.Database database, int commands) {
        long[] sequences = new long[7];
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "fixture", InstantSource.system(), Appender.Limits.DEFAULT)) {
            for (int command = 0; command < commands; command++) {
                int parts = 1 + random.nextInt(3);
                int stream = random.nextInt(sequences.length);
                List<NewEvent> events = new ArrayList<>();
                for (int part = 1; part <= parts; part++) {
                    events.add(event("task:" + stream, sequences[stream]++, part + "/" + parts));
                }
                appender.append(events);
            }
        }
    }

    NewEvent event(String stream, long sequence, String part) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String text = List.of("đề tài", "\\\"<&\\u0000\\n", "𠀀 \\ud83d\\ude00", "\u2028", "x".repeat(3_000))
                .get(random.nextInt(5));
        return new NewEvent(
                new UUID(random.nextLong(), random.nextLong()),
                stream,
                sequence,
                "Task",
                "archivetest.Noted",
                "1",
                // times go back too
                1_767_225_600_000L + random.nextInt(50),
                "{\"text\":\"%s\",\"n\":%d}".formatted(text, sequence).getBytes(StandardCharsets.UTF_8),
                """
                {"build":"b","extra":{},"part":"%s","rules":[],"salt":"%s","warnings":[]}""".formatted(part, HexFormat.of().formatHex(salt)).getBytes(StandardCharsets.UTF_8));
    }

    /** Attempts chained as the application chains them. */
    static void refuse(TestPostgres.Database database, int attempts) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            for (int i = 1; i <= attempts; i++) refuse(connection, i);
        }
    }

    /** The attempt of this number, after those that are there. */
    static void refuse(Connection connection, int i) throws SQLException {
        @Nullable String[] before = {null};
        LogTable.refusals(connection, last -> before[0] = last.hash());
        Lines.Refused refused = new Lines.Refused(
                i * 1_000L,
                "2026-01-0" + i,
                i == 1 ? null : "account:" + i,
                null,
                "COMMAND",
                "signPaper",
                "FOUR_EYES",
                i == 3 ? "access.signing:v2" : null,
                i == 2 ? null : (Long) (long) i,
                "request-" + i,
                "{\"lý do\":\"%d\"}".formatted(i),
                before[0],
                null);
        try (PreparedStatement insert = connection.prepareStatement(LogTable.INSERT_REFUSAL)) {
            LogTable.bind(insert, hashed(refused, refused.expectedHash()));
            insert.executeUpdate();
        }
    }

    /** Readings chained as the application chains them. */
    static void read(TestPostgres.Database database, int readings) throws SQLException {
        String before = null;
        try (Connection connection = database.app().getConnection();
                PreparedStatement insert = connection.prepareStatement(LogTable.INSERT_READING)) {
            for (int i = 0; i < readings; i++) {
                Lines.Read row = LogFiles.read(i, before, null);
                LogTable.bind(insert, LogFiles.read(i, before, row.expectedHash()));
                insert.executeUpdate();
                before = row.expectedHash();
            }
        }
    }

    static List<Lines.Read> readings(TestPostgres.Database database) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            List<Lines.Read> readings = new ArrayList<>();
            LogTable.readings(connection, readings::add);
            return readings;
        }
    }

    static Lines.Refused hashed(Lines.Refused refused, String hash) {
        return new Lines.Refused(
                refused.atUs(),
                refused.day(),
                refused.account(),
                refused.actor(),
                refused.kind(),
                refused.mutation(),
                refused.code(),
                refused.rule(),
                refused.position(),
                refused.requestId(),
                refused.detail(),
                refused.hashBefore(),
                hash);
    }

    /** The same with another id and text. */
    static NewEvent with(NewEvent event, UUID id, String payload) {
        return new NewEvent(
                id,
                event.stream(),
                event.sequence(),
                event.type(),
                event.name(),
                event.revision(),
                event.storedMs(),
                payload.getBytes(StandardCharsets.UTF_8),
                event.envelope());
    }

    static ConnectionSource of(TestPostgres.Database database) {
        return ConnectionSource.of(database.app());
    }

    /** Of a log that is all here. */
    static LogSummary export(ConnectionSource log, Path file, Progress progress) throws IOException {
        return LogExport.write(
                log,
                () -> {
                    throw new AssertionError("asked elsewhere");
                },
                file,
                progress);
    }

    static List<StoredEvent> events(TestPostgres.Database database) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            List<StoredEvent> events = new ArrayList<>();
            LogTable.events(connection, 0, events::add);
            return events;
        }
    }

    static List<Lines.Refused> refusals(TestPostgres.Database database) throws SQLException {
        try (Connection connection = database.app().getConnection()) {
            List<Lines.Refused> refusals = new ArrayList<>();
            LogTable.refusals(connection, refusals::add);
            return refusals;
        }
    }

    static void execute(TestPostgres.Database database, String sql) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The file with one line changed; the last line's SHA-256 is made right, so that other rules have to find it. */
    static Path changed(Path file, int line, String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String before = lines.get(line - 1);
        if (!before.contains(from)) throw new IllegalStateException(from + " is not in " + before);
        lines.set(line - 1, before.replace(from, to));
        return resealed(file, lines);
    }

    /** A file of these lines, the last of which gets the SHA-256 of the others. */
    static Path resealed(Path file, List<String> lines) throws IOException {
        var digest = Sha256.digest();
        for (String line : lines.subList(0, lines.size() - 1)) {
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        List<String> sealed = new ArrayList<>(lines);
        sealed.set(
                lines.size() - 1,
                lines.getLast()
                        .replaceFirst(
                                "\"sha256\":\"[^\"]*\"",
                                "\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\""));
        Path changed = Files.createTempFile(file.toAbsolutePath().getParent(), "changed", ".jsonl");
        return Files.write(changed, sealed);
    }
}
