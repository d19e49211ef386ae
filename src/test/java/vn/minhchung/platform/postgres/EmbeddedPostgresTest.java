package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.kernel.Folders;
import vn.minhchung.testing.TestPostgres;

class EmbeddedPostgresTest {
    private static final Path BINARIES = TestPostgres.binaries();

    private final Path dataDir = TestPostgres.newDataDir();
    private final Path folder = dataDir.resolve("postgres");
    private final Path pgdata = folder.resolve("pgdata");

    @Test
    void keeps_data_port_and_passwords_over_a_restart() throws Exception {
        int port;
        try (EmbeddedPostgres first = start()) {
            port = first.port();
            execute(first, "CREATE TABLE kept (n int)");
            execute(first, "INSERT INTO kept VALUES (42)");
        }
        try (EmbeddedPostgres second = start()) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(value(second, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void takes_another_port_when_the_last_one_is_in_use() throws Exception {
        int port;
        try (EmbeddedPostgres first = start()) {
            port = first.port();
        }
        try (ServerSocket _ = new ServerSocket(port);
                EmbeddedPostgres second = start()) {
            assertThat(second.port()).isNotEqualTo(port);
            assertThat(value(second, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_start_is_refused_inside_and_outside_this_jvm_and_the_first_goes_on() throws Exception {
        try (EmbeddedPostgres first = start()) {
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(this::start)
                        .isInstanceOf(AlreadyRunning.class)
                        .hasMessageContaining("đang chạy")
                        .hasMessageContaining("already running")
                        .hasMessageContaining("minhchung.data-dir");
                // a failed attempt must not have dropped this process's lock either
                try (ChildServer other = ChildServer.on(dataDir, BINARIES)) {
                    assertThat(other.firstLine()).startsWith("refused");
                }
            }
            assertThat(value(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takes_over_from_a_killed_jvm_whose_server_lives_on() throws Exception {
        long orphan;
        try (ChildServer child = ChildServer.on(dataDir, BINARIES)) {
            assertThat(child.firstLine()).startsWith("ready ");
            orphan = Long.parseLong(child.firstLine().substring("ready ".length()));
        }
        assertThat(alive(orphan)).as("the server outlives its JVM").isTrue();
        try (EmbeddedPostgres next = start()) {
            assertThat(next.process().orElseThrow().pid()).isNotEqualTo(orphan);
            assertThat(value(next, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_killed_server_is_started_again_on_the_same_port_with_all_it_had_committed() throws Exception {
        try (EmbeddedPostgres server = start()) {
            execute(server, "CREATE TABLE kept (n int)");
            for (int round = 1; round <= 2; round++) {
                execute(server, "INSERT INTO kept VALUES (" + round + ")");
                ProcessHandle killed = server.process().orElseThrow();
                killed.destroyForcibly();
                String expected = Integer.toString(round);
                eventually(() -> {
                    assertThat(server.process().orElseThrow().pid()).isNotEqualTo(killed.pid());
                    assertThat(value(server, "SELECT count(*) FROM kept")).isEqualTo(expected);
                });
            }
        }
    }

    @Test
    void a_killed_server_and_jvm_leave_data_that_the_next_start_recovers() throws Exception {
        try (ChildServer child = ChildServer.on(dataDir, BINARIES)) {
            long server = Long.parseLong(child.firstLine().substring("ready ".length()));
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
        try (EmbeddedPostgres next = start()) {
            assertThat(value(next, "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void closing_stops_the_server_and_frees_the_folder() throws Exception {
        EmbeddedPostgres server = start();
        long pid = server.process().orElseThrow().pid();
        server.close();
        server.close();
        assertThat(alive(pid)).isFalse();
        assertThat(Postmaster.pidFile(pgdata)).doesNotExist();
        start().close();
    }

    @Test
    void what_an_interrupted_unpacking_or_initdb_left_is_not_taken_for_data() throws Exception {
        Files.createDirectories(folder.resolve("bin-18.new-1").resolve("bin"));
        Files.createDirectories(folder.resolve("pgdata.new-1"));
        Files.writeString(folder.resolve("pgdata.new-1").resolve("PG_VERSION"), "18\n", StandardCharsets.UTF_8);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(dataDir)) {
            assertThat(value(server, "SELECT 1")).isEqualTo("1");
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .contains("bin-18.new-1", "pgdata.new-1", "pgdata")
                    .anyMatch(name -> name.matches("bin-18\\.\\d+\\.\\d+"));
        }
    }

    @Test
    void starts_although_the_id_in_the_pid_file_belongs_to_another_program_now() throws Exception {
        start().close();
        long other = ProcessHandle.current().pid();
        Files.writeString(
                Postmaster.pidFile(pgdata), other + "\n" + pgdata + "\n1\n5432\n\n127.0.0.1\n", StandardCharsets.UTF_8);
        try (EmbeddedPostgres server = start()) {
            assertThat(value(server, "SELECT 1")).isEqualTo("1");
            assertThat(pgdata.resolve("postmaster.pid.stale")).exists();
        }
    }

    @Test
    void a_copied_data_folder_does_not_stop_the_server_of_the_original() throws Exception {
        start().close();
        Path copyDir = TestPostgres.newDataDir();
        assertThat(Program.run(
                                dataDir,
                                Duration.ofMinutes(1),
                                List.of("cp", "-a", folder.toString(), copyDir.toString()))
                        .ok())
                .isTrue();
        try (EmbeddedPostgres original = start()) {
            Path copiedPid = Postmaster.pidFile(copyDir.resolve("postgres").resolve("pgdata"));
            Files.copy(Postmaster.pidFile(pgdata), copiedPid);
            try (EmbeddedPostgres copy = EmbeddedPostgres.start(copyDir, BINARIES)) {
                assertThat(value(copy, "SELECT 1")).isEqualTo("1");
                assertThat(value(original, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void data_of_another_major_version_are_refused_untouched() throws Exception {
        start().close();
        Path version = pgdata.resolve("PG_VERSION");
        Files.writeString(version, "17\n", StandardCharsets.UTF_8);
        assertThatThrownBy(this::start).isInstanceOf(PostgresUnavailable.class).hasMessageContaining("export-log");
        Files.writeString(version, "18\n", StandardCharsets.UTF_8);
        start().close();
    }

    @Test
    void data_without_their_password_file_are_refused_and_no_new_one_is_made() throws Exception {
        start().close();
        Path secret = folder.resolve("secret");
        Files.move(secret, folder.resolve("elsewhere"));
        assertThatThrownBy(this::start).isInstanceOf(PostgresUnavailable.class).hasMessageContaining("secret");
        assertThat(secret).doesNotExist();
    }

    @Test
    void is_private_asks_for_passwords_listens_on_the_loopback_address_and_checks_its_pages() throws Exception {
        try (EmbeddedPostgres server = start()) {
            assertThat(value(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(server, "SHOW unix_socket_directories")).isEmpty();
            assertThat(value(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(value(server, "SHOW password_encryption")).isEqualTo("scram-sha-256");
            assertThat(value(server, "SELECT lower('ĐỀ TÀI')")).isEqualTo("đề tài");
            assertThatThrownBy(() -> DriverManager.getConnection(
                                    server.url("postgres"), EmbeddedPostgres.SUPERUSER, "guessed")
                            .close())
                    .isInstanceOf(SQLException.class);
            if (Folders.POSIX) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                        .isEqualTo("rw-------");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pgdata)))
                        .isEqualTo("rwx------");
            }
            assertThat(server.secrets().toString())
                    .doesNotContain(server.secrets().app());
        }
    }

    @Test
    void the_server_never_runs_as_root() throws Exception {
        Path reachable = TestPostgres.newDataDir(Path.of(System.getProperty("java.io.tmpdir")));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(reachable)) {
            assertThat(server.process().orElseThrow().info().user().orElse("?")).isNotEqualTo("root");
        }
    }

    @Test
    void in_a_folder_closed_to_others_root_starts_the_server_without_its_powers_or_says_what_to_do() throws Exception {
        Folders.permit(dataDir, "rwx------");
        Path inside = dataDir.resolve("inside");
        for (int start = 0; start < 2; start++) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(inside, BINARIES)) {
                assertThat(value(server, "SELECT 1")).isEqualTo("1");
            } catch (PostgresUnavailable explained) {
                assertThat(explained)
                        .hasMessageContaining(dataDir.toString())
                        .hasMessageContaining("minhchung.data-dir");
            }
        }
    }

    @Test
    void is_durable_even_against_alter_system() throws Exception {
        try (EmbeddedPostgres first = start()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                execute(first, "ALTER SYSTEM SET " + setting + " = off");
            }
        }
        try (EmbeddedPostgres second = start();
                Connection connection = second.superuser("postgres")) {
            Durability.check(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "linux,amd64,postgres-linux-x86_64",
        "Linux,aarch64,postgres-linux-arm_64",
        "Mac OS X,aarch64,postgres-darwin-arm_64",
        "Mac OS X,x86_64,postgres-darwin-x86_64",
        "Windows 11,amd64,postgres-windows-x86_64",
    })
    void every_platform_we_ship_finds_its_programs(String os, String architecture, String expected) {
        String name = "postgres-" + ServerBinaries.os(os) + "-" + ServerBinaries.architecture(architecture);
        assertThat(name).isEqualTo(expected);
        assertThat(getClass().getClassLoader().getResource(name + ".txz")).isNotNull();
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(dataDir, BINARIES);
    }

    private static boolean alive(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "cmdline"); // empty once ended but not yet collected
        return Files.exists(status)
                ? !Files.readString(status, StandardCharsets.ISO_8859_1).isEmpty()
                : ProcessHandle.of(pid).isPresent();
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
