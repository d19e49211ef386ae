package vn.minhchung.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.archive.ArchiveFile;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.platform.vault.PersonVault;
import vn.minhchung.testing.TestPostgres;

/** The commands as they are typed, over the databases they are pointed at. */
class LogCommandsTest {
    private static final PersonId KEPT = new PersonId("person:0198c0de-0000-7000-8000-000000000001");
    private static final PersonId ERASED = new PersonId("person:0198c0de-0000-7000-8000-000000000002");

    private final TestPostgres.Database source = TestPostgres.freshDatabase();
    private final TestPostgres.Database target = TestPostgres.freshDatabase();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_system_moves_with_its_log_and_apart_from_it_its_keys() throws Exception {
        PersonVault vault = new PersonVault(source.vault());
        Sealed kept = vault.seal(KEPT, "Nguyễn Thị Mẫu");
        Sealed erased = vault.seal(ERASED, "Trần Văn Thử");
        vault.destroyKey(ERASED);
        String fingerprint = vault.fingerprint(new byte[] {1, 2, 3});
        JdbcClient.create(source.app())
                .sql("insert into credential.password values ('credential:1', '{bcrypt}hash', 7)")
                .update();
        append(source, kept);

        assertThat(run(source, "export-log", file("log.jsonl"))).as(told()).isZero();
        assertThat(run(source, "export-keys", file("keys.json"))).as(told()).isZero();
        assertThat(run(target, "import-log", file("log.jsonl"))).as(told()).isZero();
        assertThat(run(target, "import-keys", file("keys.json"))).as(told()).isZero();
        assertThat(run(target, "import-keys", file("keys.json")))
                .as("once more, as after a failure in between")
                .isZero();

        PersonVault moved = new PersonVault(target.vault());
        assertThat(moved.open(kept)).isEqualTo("Nguyễn Thị Mẫu");
        assertThat(moved.open(erased)).isEqualTo(vault.open(erased));
        assertThat(moved.fingerprint(new byte[] {1, 2, 3})).isEqualTo(fingerprint);
        assertThat(new KeyStore(target.vault(), target.app()).read())
                .isEqualTo(new KeyStore(source.vault(), source.app()).read());
        assertThat(run(target, "export-log", file("again.jsonl"))).isZero();
        assertThat(Path.of(file("again.jsonl"))).hasSameBinaryContentAs(Path.of(file("log.jsonl")));
        assertThat(told()).contains("Xong: 1 sự kiện", "Done: 1 events", "khoá của 1 người, 1 người đã huỷ khoá");
    }

    @Test
    void the_log_s_file_holds_no_key_secret_or_password_and_that_of_the_keys_is_for_its_owner() throws Exception {
        PersonVault vault = new PersonVault(source.vault());
        append(source, vault.seal(KEPT, "Nguyễn Thị Mẫu"));
        vault.fingerprint(new byte[] {1});
        JdbcClient.create(source.app())
                .sql("insert into credential.password values ('credential:1', '{bcrypt}hash', 7)")
                .update();

        run(source, "export-log", file("log.jsonl"));
        run(source, "export-keys", file("keys.json"));

        String log = Files.readString(Path.of(file("log.jsonl")));
        List<byte[]> secrets = new ArrayList<>(JdbcClient.create(source.vault())
                .sql("select key from person_vault.person_key union all select value from person_vault.secret")
                .query((row, _) -> row.getBytes(1))
                .list());
        assertThat(secrets).hasSize(2);
        for (byte[] secret : secrets) {
            String base64 = Base64.getEncoder().encodeToString(secret);
            assertThat(log).doesNotContain(base64, HexFormat.of().formatHex(secret));
            assertThat(Files.readString(Path.of(file("keys.json")))).contains(base64);
        }
        assertThat(log).doesNotContain("{bcrypt}hash", "Nguyễn Thị Mẫu");
        assertThat(Files.getPosixFilePermissions(Path.of(file("keys.json")))).hasSize(2);
        assertThat(told()).as("on the screen neither").doesNotContain("{bcrypt}hash");
    }

    @Test
    void keys_are_not_put_among_others() throws Exception {
        new PersonVault(source.vault()).seal(KEPT, "Nguyễn Thị Mẫu");
        new PersonVault(target.vault()).seal(KEPT, "Nguyễn Thị Mẫu");
        run(source, "export-keys", file("keys.json"));

        assertThat(run(target, "import-keys", file("keys.json"))).isEqualTo(1);
        assertThat(told()).contains("kho khoá đã có khoá khác: person_key", "the vault holds other keys already");
    }

    @Test
    void what_is_wrong_is_told_in_both_languages() throws Exception {
        append(source, new PersonVault(source.vault()).seal(KEPT, "Nguyễn Thị Mẫu"));
        run(source, "export-log", file("log.jsonl"));

        assertThat(run(source, "import-log", file("log.jsonl"))).isEqualTo(1);
        assertThat(told()).contains("chỉ nhập vào sổ trống: 1", "a log is imported into an empty one only: 1");
        assertThat(run(source, "import-log", file("missing.jsonl"))).isEqualTo(1);
        assertThat(told()).contains("Không có tệp", "There is no file");
        assertThat(run(source, "import-keys", file("log.jsonl"))).isEqualTo(1);
        assertThat(told()).contains("không phải đối tượng JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'format':'minhchung-keys','version':1}",
                "{'format':'minhchung-keys','version':1,'persons':[null],'erased':[],'secrets':[],'passwords':[]}",
                "{'format':'minhchung-keys','version':1,'persons':null,'erased':[],'secrets':[],'passwords':[]}",
                "{'format':'minhchung-keys','version':1,'persons':[{'person':'p','createdUs':1}],"
                        + "'erased':[],'secrets':[],'passwords':[]}",
                "{'format':'minhchung-keys','version':1,'persons':[{'person':'p','key':'AAAA'}],"
                        + "'erased':[],'secrets':[],'passwords':[]}",
                "{'format':'minhchung-keys','version':1,'persons':[{'person':'p','key':'kh óa','createdUs':1}],"
                        + "'erased':[],'secrets':[],'passwords':[]}",
                "{'format':'minhchung-keys','version':1,'persons':[],'erased':[],"
                        + "'secrets':[{'name':'s','value':''}],'passwords':[]}",
                "{'format':'other','version':1,'persons':[],'erased':[],'secrets':[],'passwords':[]}",
            })
    void a_file_of_keys_that_lacks_something_is_told_as_such_and_nothing_of_it_is_taken(String json) throws Exception {
        Files.writeString(Path.of(file("keys.json")), json.replace('\'', '"'));

        assertThat(run(target, "import-keys", file("keys.json"))).isEqualTo(1);

        assertThat(told())
                .contains("không phải đối tượng JSON có đúng các trường được chờ", "not a JSON object with exactly")
                .doesNotContain("Exception");
        assertThat(new KeyStore(target.vault(), target.app()).read().count()).isZero();
    }

    @Test
    void a_file_that_unpacks_to_more_than_keys_can_be_is_not_read_on() throws Exception {
        Path bomb = Path.of(file("keys.json.gz"));
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        ArchiveFile.write(bomb, out -> {
            for (int i = 0; i < 65; i++) out.write(spaces);
        });

        assertThat(run(target, "import-keys", bomb.toString())).isEqualTo(1);
        assertThat(told()).contains("tệp quá lớn", "the file is too large");
    }

    @Test
    void a_log_is_not_moved_in_plain_text_to_another_machine() throws Exception {
        append(source, new PersonVault(source.vault()).seal(KEPT, "Nguyễn Thị Mẫu"));

        assertThat(run(source, "--axon.axonserver.servers=axon.example:8124", "move-to-axonserver"))
                .isEqualTo(1);

        assertThat(told())
                .startsWith("axon.axonserver.servers trỏ tới máy khác (axon.example)")
                .contains("Switch ssl-enabled on", "minhchung.axonserver.plain-text=true");
        assertThat(run(source, "export-log", file("log.jsonl")))
                .as("the log is still open")
                .isZero();
    }

    @Test
    void a_word_that_is_no_command_starts_nothing() {
        assertThat(LogCommands.meant("--server.port=9090")).isFalse();
        assertThat(LogCommands.meant("--server.port=9090", "exprot-log")).isTrue();
        assertThat(run(source, "exprot-log", "x")).isEqualTo(2);
        assertThat(run(source, "export-log")).isEqualTo(2);
        assertThat(told()).contains("export-log <tệp/file>", "move-to-axonserver");
    }

    @Test
    void a_database_that_is_away_and_a_role_with_too_much_power_are_told() {
        assertThat(run(
                        new TestPostgres.Database(
                                source.url(),
                                source.ownerUser(),
                                source.ownerPassword(),
                                source.vaultUser(),
                                source.vaultPassword(),
                                source.ownerUser(),
                                source.ownerPassword()),
                        "export-log",
                        file("log.jsonl")))
                .isEqualTo(1);
        assertThat(told()).contains("Ứng dụng không chạy với một vai trò có thể sửa sổ sự kiện");
    }

    private int run(TestPostgres.Database database, String... words) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.appUser(),
                "--spring.datasource.password=" + database.appPassword(),
                "--minhchung.vault.username=" + database.vaultUser(),
                "--minhchung.vault.password=" + database.vaultPassword()));
        arguments.addAll(List.of(words));
        return LogCommands.run(new PrintStream(told, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void append(TestPostgres.Database database, Sealed personal) {
        try (Appender appender = new Appender(
                ConnectionSource.of(database.app()), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            appender.append(List.of(new NewEvent(
                    UUID.randomUUID(),
                    KEPT.value(),
                    0,
                    "Person",
                    "archivetest.Named",
                    "1",
                    1_000,
                    "{\"name\":\"%s\"}".formatted(personal.cipher()).getBytes(StandardCharsets.UTF_8),
                    """
                    {"build":"b","extra":{},"part":"1/1","rules":[],"salt":"%s","warnings":[]}""".formatted("ab".repeat(16)).getBytes(StandardCharsets.UTF_8))));
        }
    }
}
