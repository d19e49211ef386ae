package vn.minhchung.eventstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.RefusedRow;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.testing.TestPostgres;

/** A log goes into a file and comes out the same, in another database; a file that breaks a rule comes out nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogFileTest {
    private static final Progress SILENT = (_, _) -> {};
    private static final Pattern SALT = Pattern.compile("\"salt\":\"([0-9a-f]{32})\"");

    private final TestPostgres.Database source = TestPostgres.freshDatabase();
    private LogSummary written = new LogSummary(0, 0, 0, "");
    private Path file = Path.of("");

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    void export() throws IOException, SQLException {
        new ArchiveFixture().fill(source, 400);
        ArchiveFixture.refuse(source, 4);
        ArchiveFixture.read(source, 3);
        file = folder.resolve("log.jsonl");
        written = ArchiveFixture.export(ArchiveFixture.of(source), file, SILENT);
    }

    @Test
    void a_log_comes_out_of_its_file_byte_for_byte() throws Exception {
        TestPostgres.Database target = TestPostgres.freshDatabase();

        LogSummary read = LogImport.read(file, ArchiveFixture.of(target), SILENT);

        List<StoredEvent> events = ArchiveFixture.events(source);
        assertThat(read).isEqualTo(written).isEqualTo(new LogSummary(events.size(), 4, 3, rootOf(events)));
        assertThat(ArchiveFixture.events(target).stream().map(Lines.Event::of))
                .containsExactlyElementsOf(events.stream().map(Lines.Event::of).toList());
        assertThat(ArchiveFixture.refusals(target)).isEqualTo(ArchiveFixture.refusals(source));
        assertThat(ArchiveFixture.readings(target)).hasSize(3).isEqualTo(ArchiveFixture.readings(source));
        Path again = folder.resolve("again.jsonl");
        ArchiveFixture.export(ArchiveFixture.of(target), again, SILENT);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    /** As they were before readings were kept. */
    @Test
    void a_file_of_the_first_version_is_still_read() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.startsWith("{\"readUs\":"));
        lines.replaceAll(line -> line.replaceFirst("(\"refusals\":4),\"readings\":3", "$1"));
        lines.set(0, lines.getFirst().replace("\"version\":2", "\"version\":1"));

        LogSummary read = LogImport.read(
                ArchiveFixture.resealed(file, lines), ArchiveFixture.of(TestPostgres.freshDatabase()), SILENT);

        assertThat(read).isEqualTo(new LogSummary(written.events(), 4, 0, written.root()));
    }

    @Test
    void an_empty_log_has_a_file_too() throws Exception {
        Path empty = folder.resolve("empty.jsonl");
        LogSummary none = ArchiveFixture.export(ArchiveFixture.of(TestPostgres.freshDatabase()), empty, SILENT);

        assertThat(none).isEqualTo(new LogSummary(0, 0, 0, rootOf(List.of())));
        assertThat(LogImport.read(empty, ArchiveFixture.of(TestPostgres.freshDatabase()), SILENT))
                .isEqualTo(none);
    }

    @Test
    void a_name_that_ends_in_gz_is_packed_and_read_all_the_same() throws Exception {
        Path packed = folder.resolve("log.jsonl.gz");
        ArchiveFixture.export(ArchiveFixture.of(source), packed, SILENT);

        assertThat(Files.size(packed)).isLessThan(Files.size(file) / 2);
        assertThat(LogImport.read(packed, ArchiveFixture.of(TestPostgres.freshDatabase()), SILENT))
                .isEqualTo(written);
        byte[] half = Files.readAllBytes(packed);
        Path cut = folder.resolve("cut.jsonl.gz");
        Files.write(cut, Arrays.copyOf(half, half.length / 2));
        assertThat(faultOf(cut).rule()).isEqualTo(ArchiveRule.TRUNCATED);
        Path plain = folder.resolve("plain.gz");
        Files.copy(file, plain);
        assertThat(faultOf(plain).rule()).isEqualTo(ArchiveRule.NOT_A_LOG_FILE);
    }

    @Test
    void a_file_is_for_its_owner_alone_and_none_is_written_over() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> ArchiveFixture.export(ArchiveFixture.of(source), file, SILENT))
                .isInstanceOfSatisfying(
                        ArchiveFault.class, fault -> assertThat(fault.rule()).isEqualTo(ArchiveRule.FILE_EXISTS));
    }

    @Test
    void a_log_with_a_hole_makes_no_file() throws Exception {
        TestPostgres.Database holed = TestPostgres.freshDatabase();
        new ArchiveFixture().fill(holed, 5);
        ArchiveFixture.execute(holed, """
                alter table event_store.event disable trigger append_only;
                delete from event_store.event where position = 3""");
        Path target = folder.resolve("holed.jsonl");

        assertThatThrownBy(() -> ArchiveFixture.export(ArchiveFixture.of(holed), target, SILENT))
                .isInstanceOfSatisfying(ArchiveFault.class, fault -> {
                    assertThat(fault.rule()).isEqualTo(ArchiveRule.POSITION);
                    assertThat(fault.value()).isEqualTo("4");
                });
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("holed.jsonl.part")).doesNotExist();
    }

    @Test
    void what_fails_on_its_way_into_a_file_leaves_no_part_of_it_there() {
        Path keys = folder.resolve("keys.json.gz");

        assertThatThrownBy(() -> ArchiveFile.write(keys, out -> {
                    out.write("secret".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("no space left on device");
                }))
                .hasMessage("no space left on device");
        assertThatThrownBy(() -> ArchiveFile.write(keys, out -> {
                    throw new IllegalStateException("no keys");
                }))
                .hasMessage("no keys");

        assertThat(keys).doesNotExist();
        assertThat(folder.resolve("keys.json.gz.part")).doesNotExist();
    }

    @Test
    void only_an_empty_log_takes_a_file() throws Exception {
        TestPostgres.Database used = TestPostgres.freshDatabase();
        new ArchiveFixture().fill(used, 1);
        long before = ArchiveFixture.events(used).size();

        ArchiveFault fault =
                catchThrowableOfType(ArchiveFault.class, () -> LogImport.read(file, ArchiveFixture.of(used), SILENT));

        assertThat(fault.rule()).isEqualTo(ArchiveRule.LOG_NOT_EMPTY);
        assertThat(ArchiveFixture.events(used)).hasSize((int) before);
    }

    /** The line, what is put in place of what, and the rule that finds it. The file's SHA-256 is made right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|\"minhchung-log\"|\"other-log\"|NOT_A_LOG_FILE",
                "1|\"version\":2|\"version\":3|UNKNOWN_VERSION",
                "1|\"version\":2|\"version\":\"2\"|NOT_A_LOG_FILE",
                "9|{\"position\":8,|{|FIELDS",
                "9|{\"position\":8,|{\"position\":8,\"position\":8,|FIELDS",
                "9|{\"position\":8,|{\"position\":8,\"more\":1,|FIELDS",
                "9|\"revision\":\"1\"|\"revision\":null|FIELDS",
                "9|\"revision\":\"1\"|\"revision\":1|FIELDS",
                "9|\"revision\":\"1\"|\"revision\":\"x\"|LIMIT",
                "9|\"revision\":\"1\"|\"revision\":\"01\"|LIMIT",
                "9|\"revision\":\"1\"|\"revision\":\"1234567890\"|LIMIT",
                "9|\"type\":\"Task\"|\"type\":\"\"|LIMIT",
                "9|\"position\":8|\"position\":9|POSITION",
                "9|\"recordedUs\":1767|\"recordedUs\":1768|RECORDED_TIME",
                "9|\"payload\":\"{|\"payload\":\"|PAYLOAD",
                "9|\\\"salt\\\":\\\"|\\\"salt\\\":\\\"0|ENVELOPE",
                "9|\\\"part\\\":\\\"|\\\"part\\\":\\\"7|PARTS",
            })
    void a_line_that_breaks_a_rule_is_named_with_value_and_rule(int line, String from, String to, ArchiveRule rule)
            throws Exception {
        ArchiveFault fault = faultOf(ArchiveFixture.changed(file, line, from, to));

        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.value()).isNotBlank();
        assertThat(fault.getMessage()).startsWith("Dòng " + line).contains("\nLine " + line);
    }

    @Test
    void one_changed_letter_anywhere_is_found_by_the_digest_and_without_it_by_the_root() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Path bare = folder.resolve("bare.jsonl");
        List<String> changed = new ArrayList<>(lines);
        changed.set(40, lines.get(40).replace("archivetest.Noted", "archivetest.Note"));
        Files.write(bare, changed);

        assertThat(faultOf(bare).rule()).isEqualTo(ArchiveRule.DIGEST);
        assertThat(faultOf(ArchiveFixture.resealed(file, changed)).rule()).isEqualTo(ArchiveRule.ROOT);
    }

    @Test
    void lines_taken_out_put_in_exchanged_or_cut_off_are_found() throws Exception {
        List<String> lines = Files.readAllLines(file);
        int last = lines.size();

        assertThat(ruleWithout(lines, 10)).isEqualTo(ArchiveRule.POSITION);
        assertThat(ruleWithout(lines, last - 7)).as("an attempt").isEqualTo(ArchiveRule.CHAIN);
        assertThat(ruleWithout(lines, last - 4)).as("the last attempt").isEqualTo(ArchiveRule.FIELDS);
        assertThat(ruleWithout(lines, last - 3)).as("a reading").isEqualTo(ArchiveRule.CHAIN);
        assertThat(ruleWithout(lines, last - 1)).as("the last reading").isEqualTo(ArchiveRule.FIELDS);
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(12, lines.get(12));
        assertThat(faultOf(ArchiveFixture.resealed(file, doubled)).rule()).isEqualTo(ArchiveRule.POSITION);
        List<String> longer = new ArrayList<>(lines);
        longer.add(last - 1, lines.get(last - 2));
        assertThat(faultOf(ArchiveFixture.resealed(file, longer)).rule()).isEqualTo(ArchiveRule.FIELDS);
        Path cut = folder.resolve("cut.jsonl");
        Files.write(cut, lines.subList(0, last - 1));
        assertThat(faultOf(cut).rule()).isEqualTo(ArchiveRule.TRUNCATED);
        Path more = folder.resolve("more.jsonl");
        Files.write(more, lines);
        Files.writeString(more, Files.readString(more) + "{}\n");
        assertThat(faultOf(more).rule()).isEqualTo(ArchiveRule.AFTER_END);
    }

    /** The last lines but one are four attempts and three readings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|\"atUs\":1000|\"atUs\":1001",
                "7|\"day\":\"2026-01-01\"|\"day\":\"2026-01-02\"",
                "6|\"account\":\"account:2\"|\"account\":\"account:9\"",
                "6|\"actor\":null|\"actor\":\"person:1\"",
                "7|\"kind\":\"COMMAND\"|\"kind\":\"LOGIN\"",
                "7|\"mutation\":\"signPaper\"|\"mutation\":\"readPaper\"",
                "7|\"code\":\"FOUR_EYES\"|\"code\":\"STALE\"",
                "5|\"rule\":\"access.signing:v2\"|\"rule\":null",
                "7|\"position\":1|\"position\":null",
                "7|\"requestId\":\"request-1\"|\"requestId\":\"request-9\"",
                "4|lý do|do lý",
                "4|\"hash\":\"|\"hash\":\"00",
                "3|\"readUs\":17|\"readUs\":16",
                "3|\"kind\":\"QUERY\"|\"kind\":\"ENTRIES\"",
                "3|\"actor\":\"person:1\"|\"actor\":\"person:2\"",
                "2|\"operation\":\"ThanhTra\"|\"operation\":null",
                "1|\"position\":19|\"position\":18",
                "1|INSPECTOR|OFFICER",
            })
    void an_altered_attempt_or_reading_is_found_by_its_hash_also_when_the_file_s_digest_was_made_right(
            int fromEnd, String from, String to) throws Exception {
        int line = Files.readAllLines(file).size() - fromEnd;

        ArchiveFault fault = faultOf(ArchiveFixture.changed(file, line, from, to));

        assertThat(fault.rule()).isEqualTo(ArchiveRule.CHAIN);
        assertThat(fault.line()).isEqualTo(line);
    }

    @Test
    void an_attempt_that_is_just_being_kept_is_waited_for_and_makes_the_log_one_that_is_not_empty() throws Exception {
        TestPostgres.Database target = TestPostgres.freshDatabase();
        try (Connection keeping = target.app().getConnection()) {
            keeping.setAutoCommit(false);
            try (Statement lock = keeping.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(" + RefusedRow.CHAIN_LOCK + ")");
            }
            ArchiveFixture.refuse(keeping, 1);
            CompletableFuture<ArchiveFault> fault = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    ArchiveFault.class, () -> LogImport.read(file, ArchiveFixture.of(target), SILENT)));
            eventually(() -> assertThat(fault.isDone() || waits(target)).isTrue());
            keeping.commit();

            assertThat(fault.get(30, TimeUnit.SECONDS))
                    .isNotNull()
                    .extracting(ArchiveFault::rule)
                    .isEqualTo(ArchiveRule.LOG_NOT_EMPTY);
        }
        assertThat(ArchiveFixture.events(target)).isEmpty();
        assertThat(ArchiveFixture.refusals(target)).hasSize(1);
    }

    private static boolean waits(TestPostgres.Database database) {
        try (Connection connection = database.app().getConnection()) {
            return LogTable.number(connection, """
                    select count(*) from pg_locks
                    where locktype = 'advisory' and not granted
                      and database = (select oid from pg_database where datname = current_database())""") > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_id_or_a_sequence_twice_and_a_hole_in_a_stream_are_found_by_the_database() throws Exception {
        List<String> lines = Files.readAllLines(file);
        String id = lines.get(1).replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
        String other = lines.get(500).replaceFirst(".*\"id\":\"([^\"]*)\".*", "$1");
        Path twice = ArchiveFixture.changed(file, 501, other, id);

        ArchiveFault fault = faultOf(withRoot(twice));
        assertThat(fault.rule()).isEqualTo(ArchiveRule.DUPLICATE);
        assertThat(fault.line()).isEqualTo(501);
        assertThat(fault.value()).contains(id);

        Path hole = ArchiveFixture.changed(file, 501, "\"stream\":\"task:", "\"stream\":\"other:");
        fault = faultOf(withRoot(hole));
        assertThat(fault.rule()).isEqualTo(ArchiveRule.SEQUENCE);
        assertThat(fault.line()).isPositive();
    }

    @Test
    void cut_off_in_the_middle_the_log_is_as_empty_as_before_and_takes_the_file_again() throws Exception {
        TestPostgres.Database target = TestPostgres.freshDatabase();
        TestPostgres.Database big = TestPostgres.freshDatabase();
        new ArchiveFixture().fill(big, 3_500);
        Path large = folder.resolve("large.jsonl");
        LogSummary whole = ArchiveFixture.export(ArchiveFixture.of(big), large, SILENT);
        Progress killing = (_, _) -> {
            try {
                ArchiveFixture.execute(target, """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };

        assertThat(whole.events()).isGreaterThan(Progress.EVERY);
        assertThatThrownBy(() -> LogImport.read(large, ArchiveFixture.of(target), killing))
                .isNotInstanceOf(ArchiveFault.class);
        assertThat(ArchiveFixture.events(target)).isEmpty();
        assertThat(LogImport.read(large, ArchiveFixture.of(target), SILENT)).isEqualTo(whole);
    }

    @Test
    void large_events_go_into_the_database_a_few_at_a_time() throws Exception {
        TestPostgres.Database big = TestPostgres.freshDatabase();
        try (Appender appender =
                new Appender(ArchiveFixture.of(big), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            for (int i = 0; i < 20; i++)
                appender.append(List.of(large(new ArchiveFixture().event("task:1", i, "1/1"), i)));
        }
        Path large = folder.resolve("megabytes.jsonl.gz");
        LogSummary whole = ArchiveFixture.export(ArchiveFixture.of(big), large, SILENT);
        List<String> prepared = new ArrayList<>();
        ConnectionSource target = ArchiveFixture.of(TestPostgres.freshDatabase());

        LogSummary read = LogImport.read(large, () -> telling(target.open(), prepared), SILENT);

        assertThat(read).isEqualTo(whole);
        assertThat(prepared.stream().filter(LogTable.INSERT_EVENT::equals))
                .as("statements for twenty events of a megabyte each")
                .hasSize(3);
    }

    /** The same with another id, as the fixture's are the same each time, and a megabyte of text. */
    private static NewEvent large(NewEvent event, int number) {
        return ArchiveFixture.with(event, new UUID(7, number), "{\"text\":\"%s\"}".formatted("x".repeat(1 << 20)));
    }

    /** Notes what is prepared on it. */
    private static Connection telling(Connection connection, List<String> prepared) {
        return (Connection) Proxy.newProxyInstance(
                LogFileTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) prepared.add(String.valueOf(arguments[0]));
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private ArchiveRule ruleWithout(List<String> lines, int index) throws IOException {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(index - 1);
        return faultOf(ArchiveFixture.resealed(file, fewer)).rule();
    }

    /** Importing it into a fresh database fails, and leaves nothing there. */
    private static ArchiveFault faultOf(Path damaged) {
        TestPostgres.Database target = TestPostgres.freshDatabase();
        ArchiveFault fault = catchThrowableOfType(
                ArchiveFault.class, () -> LogImport.read(damaged, ArchiveFixture.of(target), SILENT));
        assertThat(fault).as("the file is taken").isNotNull();
        try {
            assertThat(ArchiveFixture.events(target)).isEmpty();
            assertThat(ArchiveFixture.refusals(target)).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return fault;
    }

    /** As somebody would do who also computes the root anew. */
    private static Path withRoot(Path damaged) throws IOException {
        List<String> lines = Files.readAllLines(damaged);
        List<StoredEvent> events = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("{\"position\"")) {
                events.add(Lines.read(line.getBytes(StandardCharsets.UTF_8), Lines.Event.class, 0)
                        .stored());
            }
        }
        return ArchiveFixture.changed(
                damaged, lines.size(), lines.getLast().replaceFirst(".*\"root\":\"([^\"]*)\".*", "$1"), rootOf(events));
    }

    private static String rootOf(List<StoredEvent> events) {
        MerkleTree tree = new MerkleTree();
        for (StoredEvent event : events) {
            Matcher salt = SALT.matcher(new String(event.envelope(), StandardCharsets.UTF_8));
            if (!salt.find()) throw new IllegalStateException("no salt");
            tree.add(MerkleTree.leafHash(LeafEntry.of(event, HexFormat.of().parseHex(salt.group(1)))));
        }
        return HexFormat.of().formatHex(tree.root());
    }
}
