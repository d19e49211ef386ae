package vn.minhchung.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.Verifiers;
import vn.minhchung.kernel.log.bundle.ReportProof;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.Traffic;

/** The commands as they are typed, over a told story: the bundle of the whole log, and every line of the drill's table. */
class TamperDrillTest {
    /** Money has moved by then. */
    private static final LocalDate END = LocalDate.of(2024, 5, 31);

    private static final int AT_LEAST = 600;
    private static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();

    private static final List<String> PROTECTED = List.of(
            "event_store.event",
            "transparency.checkpoint",
            "transparency.cosignature",
            "transparency.entry_piece",
            "transparency.tile_piece");

    @TempDir
    static Path folder;

    private static long head;
    private static String before = "";
    private static Drilled drilled = new Drilled(-1, List.of(), "");

    private record Drilled(int status, List<DrillTable.Line> lines, String told) {}

    @BeforeAll
    static void a_story_is_told_and_the_drill_is_run() throws Exception {
        try (RunningSystem system = RunningSystem.start(DATABASE)) {
            Traffic.loadDemo(system, END);
            head = system.bean(RecordedEvents.class).head();
            SealedLog sealed = system.bean(SealedLog.class);
            eventually(
                    () -> assertThat(sealed.newest().map(SealedLog.State::size)).hasValue(head));
            assertThat(system.views().await(head)).isTrue();
        }
        before = everything(DATABASE);
        long begun = System.nanoTime();
        drilled = run(DATABASE, "tamper-drill");
        System.out.printf(
                "%s%ndrill: %d events, %d lines, %d ms%n",
                drilled.told(), head, drilled.lines().size(), (System.nanoTime() - begun) / 1_000_000);
    }

    @Test
    void every_damage_is_found_and_named() {
        assertThat(head).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(drilled.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.right()).as("%s", line).isTrue());
        assertThat(drilled.status()).as(drilled.told()).isZero();
        assertThat(drilled.told()).contains(", 0 dòng sai.", ", 0 wrong.");
    }

    @Test
    void both_verifiers_said_so_without_a_network() throws Exception {
        assumeThat(Verifiers.NODE.runs()).as("node is installed").isTrue();
        assertThat(drilled.lines())
                .filteredOn(line -> line.java() != null)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.javaScript()).isNotNull());
        assumeThat(Verifier.withoutNetwork()).as("unshare is permitted").isNotEmpty();
        assertThat(drilled.told()).contains("The verifiers run without a network");
    }

    @Test
    void each_way_is_gone_at_the_first_the_last_both_sides_of_a_tile_s_edge_and_where_the_seed_says() {
        Map<String, Set<Long>> done = new LinkedHashMap<>();
        for (DrillTable.Line line : drilled.lines())
            done.computeIfAbsent(line.way().name(), _ -> new TreeSet<>()).add(line.position());

        assertThat(done.keySet()).containsAll(Way.all().stream().map(Way::name).toList());
        for (Way way : Way.all()) {
            if (!way.placed()) {
                assertThat(done.get(way.name())).as(way.name()).containsExactly(0L);
                continue;
            }
            assertThat(done.get(way.name()))
                    .as(way.name())
                    .hasSize(7)
                    .contains(1L, Tile.WIDTH - 1L, (long) Tile.WIDTH, Tile.WIDTH + 1L, head);
        }
        // what differs is not everywhere at the same place
        for (Way way : Way.all().stream().filter(Way::placed).toList())
            assertThat(drilled.lines().stream()
                            .filter(line -> line.way().name().equals(way.name()))
                            .map(line -> line.server().position())
                            .distinct())
                    .as(way.name())
                    .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void each_kind_is_named_by_somebody() {
        Set<String> kinds = new TreeSet<>();
        for (DrillTable.Line line : drilled.lines()) {
            kinds.add(line.server().kind());
            if (line.java() != null) kinds.add(line.java().kind());
        }
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "OK",
                        "PAYLOAD",
                        "ENVELOPE",
                        "TIME",
                        "DELETED",
                        "SWAPPED",
                        "INSERTED",
                        "UNSEALED",
                        "TAIL_CUT",
                        "ENTRY",
                        "PROOF",
                        "SIGNATURE",
                        "KEY",
                        "OLD_BACKUP",
                        "SPLIT_VIEW",
                        "REWRITTEN",
                        "VIEW",
                        "REPORT");
    }

    @Test
    void the_original_is_as_it_was() {
        assertThat(everything(DATABASE)).isEqualTo(before);
    }

    @Test
    void an_original_that_is_damaged_is_told_and_is_no_good_control() throws Exception {
        TestPostgres.Database copy = TestPostgres.copyOf(DATABASE);
        altered(copy, "update event_store.event set payload = payload || '\\x20'::bytea where position = 257");

        Drilled said = run(copy, "tamper-drill");

        assertThat(said.status()).isOne();
        assertThat(said.lines()).hasSize(1);
        assertThat(said.lines().getFirst().server()).isEqualTo(new Finding("PAYLOAD", 257));
        assertThat(said.lines().getFirst().java()).isEqualTo(new Finding("PAYLOAD", 257));
        assertThat(said.told()).contains("SAI/WRONG: OK, OK", "1 wrong.");
    }

    @Test
    void a_short_log_is_damaged_where_it_can_be() throws Exception {
        TestPostgres.Database copy = TestPostgres.copyOf(DATABASE);
        try (Store store = Store.open(options(copy))) {
            long end = 40;
            while (!store.codec()
                    .decodeEnvelope(store.events().after(end - 1, 1).getFirst().envelope())
                    .lastPart()) end++;
            altered(
                    copy,
                    "delete from event_store.event where position > " + end,
                    "truncate transparency.checkpoint, transparency.entry_piece, transparency.tile_piece,"
                            + " transparency.cosignature");
            while (store.sealer().step() > 0)
                assertThat(store.sealed().newest()).isPresent();
        }

        Drilled said = run(copy, "tamper-drill", folder.resolve("kept").toString(), "--seed=7");

        assertThat(said.told()).contains("Sổ chỉ có 4", "The log has only 4");
        assertThat(said.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.right()).as("%s", line).isTrue());
        assertThat(said.status()).isZero();
        assertThat(folder.resolve("kept/verify/Verify.java")).exists();
        assertThat(run(copy, "tamper-drill", folder.resolve("kept").toString()).told())
                .contains("Thư mục không trống", "The folder is not empty");
    }

    @Test
    void the_whole_log_is_one_bundle_that_verifiers_confirm() throws Exception {
        for (String name : List.of("log.jsonl", "log.html", "log.html.gz")) {
            Drilled said = run(DATABASE, "export-bundle", folder.resolve(name).toString());
            assertThat(said.status()).as(said.told()).isZero();
            assertThat(said.told())
                    .contains(
                            String.format(Locale.of("vi"), "Xong: %,d sự kiện", head),
                            String.format(Locale.ENGLISH, "Done: %,d events", head));
        }
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Verifier java = Verifier.java(programs, List.of()).orElseThrow();
        List<String> files = List.of("log.jsonl", "log.html", "log.html.gz");
        assertThat(java.run(
                        programs,
                        files.stream()
                                .map(name -> List.of(folder.resolve(name).toString()))
                                .toList()))
                .containsOnly(Finding.OK);
        String page = Files.readString(folder.resolve("log.html"));
        assertThat(page.substring(0, page.indexOf("<script")))
                .contains(
                        "<h1>Số liệu toàn sổ</h1>",
                        "<p>" + ReportProof.NOT_PROVEN,
                        "<td>Dự toán giao đầu năm</td>",
                        "data-sum=\"ASSIGNED\" data-where=\"2024\"");
        assertThat(run(DATABASE, "export-bundle", folder.resolve("log.html").toString())
                        .status())
                .as("a file is not written over")
                .isOne();
        assertThat(run(DATABASE, "export-bundle").status()).isEqualTo(2);
    }

    @Test
    void a_log_that_nobody_sealed_is_told() throws Exception {
        Drilled said = run(TestPostgres.freshDatabase(), "tamper-drill");

        assertThat(said.status()).isOne();
        assertThat(said.told()).contains("Sổ chưa có điểm kiểm tra nào", "The log has no checkpoint yet");
    }

    private static Drilled run(TestPostgres.Database database, String... words) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        List<DrillTable.Line> lines = new ArrayList<>();
        List<String> arguments = options(database);
        arguments.addAll(List.of(words));
        assertThat(EvidenceProgram.meant(arguments.toArray(String[]::new))).isTrue();
        int status = EvidenceProgram.run(
                new PrintStream(told, true, StandardCharsets.UTF_8), lines::add, arguments.toArray(String[]::new));
        return new Drilled(status, lines, told.toString(StandardCharsets.UTF_8));
    }

    private static List<String> options(TestPostgres.Database database) throws Exception {
        Path dataDir = TestPostgres.newDataDir();
        // unpacked once for all tests
        if (Files.isDirectory(TestPostgres.binaries()))
            Files.createSymbolicLink(dataDir.resolve("postgres"), TestPostgres.binaries());
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.appUser(),
                "--spring.datasource.password=" + database.appPassword(),
                "--minhchung.vault.username=" + database.vaultUser(),
                "--minhchung.vault.password=" + database.vaultPassword(),
                "--minhchung.data-dir=" + dataDir));
    }

    /** As somebody who first takes the triggers away. */
    private static void altered(TestPostgres.Database database, String... statements) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            for (String table : PROTECTED)
                statement.execute("alter table %s disable trigger append_only".formatted(table));
            for (String sql : statements) statement.execute(sql);
            // a program does not start over tables that anybody may alter
            for (String table : PROTECTED)
                statement.execute("alter table %s enable always trigger append_only".formatted(table));
        }
    }

    /** All rows of all tables that are no view's, in one value. */
    private static String everything(TestPostgres.Database database) {
        StringBuilder all = new StringBuilder();
        JdbcClient owner = JdbcClient.create(database.owner());
        for (String table : owner.sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname in ('event_store', 'transparency', 'person_vault', 'credential', 'process')
                        order by 1""").query(String.class).list())
            all.append(table)
                    .append(' ')
                    .append(owner.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "
                                            + table + " t")
                            .query(String.class)
                            .single())
                    .append('\n');
        return all.toString();
    }
}
