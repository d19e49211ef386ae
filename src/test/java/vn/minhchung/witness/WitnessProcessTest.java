package vn.minhchung.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.minhchung.Application;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** A witness is another process with a folder of its own; all the server has of it is its public key and its signatures. */
class WitnessProcessTest {
    private static final int LONGEST_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void another_process_witnesses_the_running_system_and_notices_another_log_in_its_place() throws Exception {
        Path data = TestPostgres.newDataDir();
        String key;
        try (RunningSystem system = RunningSystem.start()) {
            // the first start makes the key, which the server is told
            Ended first = witness(address(system), "--name=witness.example", "--log-key=" + verifierKey(system));
            assertThat(first.status()).as(first.said()).isEqualTo(1);
            key = first.said()
                    .lines()
                    .filter(line -> line.contains("witness.example+"))
                    .findFirst()
                    .orElseThrow();
            key = key.substring(key.indexOf("witness.example+"));
        }
        assertThat(Files.readAllLines(folder.resolve("w").resolve("witness.key"))
                        .getFirst())
                .isEqualTo(key);
        Files.delete(folder.resolve("w").resolve("log.key"));
        Files.deleteIfExists(folder.resolve("w").resolve("checkpoint"));

        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = start(database, key, data)) {
            system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
            Ended signed = witness(address(system), "--log-key=" + verifierKey(system));
            assertThat(signed.status()).as(signed.said()).isZero();
            assertThat(signed.pid()).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(witnessedSize(system)).isPositive();
        }
        try (RunningSystem another = start(TestPostgres.freshDatabase(), key, TestPostgres.newDataDir())) {
            Ended noticed = witness(address(another));
            assertThat(noticed.status()).as(noticed.said()).isEqualTo(3);
            assertThat(noticed.said()).contains("không do khoá đã biết", "not signed by the log's known key");
        }
    }

    /** As a server of another user would: with every folder above open, so that the key's own mode is what refuses. */
    @Test
    void a_process_of_another_user_cannot_read_its_key() throws Exception {
        try (FakeLog log = new FakeLog()) {
            assertThat(witness(log.address(), "--log-key=" + log.key.verifier().text())
                            .status())
                    .isZero();
        }
        Path own = folder.resolve("w");
        Path key = own.resolve("witness.key");
        assertThat(mode(own)).isEqualTo("rwx------");
        assertThat(mode(key)).isEqualTo("rw-------");

        assumeThat(Files.getAttribute(key, "unix:uid")).as("run by root").isEqualTo(0);
        assumeThat(Path.of("/usr/bin/setpriv")).as("setpriv is installed").isExecutable();
        Path beside = Files.writeString(own.resolve("beside"), "lies open");
        for (Path open : List.of(folder, own, beside))
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeThat(readByAnother(beside))
                .as("another user gets as far as the folder")
                .isEqualTo("lies open");

        assertThat(readByAnother(key)).endsWith("Permission denied").doesNotContain(Files.readAllLines(key));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private String readByAnother(Path file) throws IOException, InterruptedException {
        ProcessBuilder reading = new ProcessBuilder(
                "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat", file.toString());
        reading.environment().put("LC_ALL", "C");
        Path said = folder.resolve("read");
        Process process =
                reading.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said).strip();
    }

    private static RunningSystem start(TestPostgres.Database database, String key, Path data) {
        return RunningSystem.start(database, "--minhchung.log.witnesses=" + key, "--minhchung.data-dir=" + data);
    }

    private static String address(RunningSystem system) {
        return system.address("/log").toString();
    }

    private static String verifierKey(RunningSystem system) {
        JsonNode[] told = new JsonNode[1];
        eventually(() -> {
            told[0] = system.anonymous().data("{ checkpoint { verifierKey } }").at("/checkpoint/verifierKey");
            assertThat(told[0].isString()).as("the first checkpoint").isTrue();
        });
        return told[0].stringValue();
    }

    private static long witnessedSize(RunningSystem system) {
        return Long.parseLong(system.anonymous()
                .data("{ checkpoint(witnessed: true) { size } }")
                .at("/checkpoint/size")
                .stringValue());
    }

    /** @param said to standard output */
    private record Ended(int status, long pid, String said) {}

    private Ended witness(String address, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Application.class.getName(),
                "witness",
                address,
                folder.resolve("w").toString(),
                "--once"));
        command.addAll(List.of(options));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), process.pid(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
