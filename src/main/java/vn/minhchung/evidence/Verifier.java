package vn.minhchung.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/**
 * One of the two independent programs, in a folder and run as a process of its own. They open no socket; where the system permits
 * it the process has no network at all.
 */
final class Verifier {
    private static final List<List<String>> WITHOUT_NETWORK =
            List.of(List.of("unshare", "--net"), List.of("unshare", "--map-root-user", "--net"));

    private final String file;
    private final List<String> command;

    private Verifier(String file, List<String> command) {
        this.file = file;
        this.command = command;
    }

    /** @return empty when no JDK is there to compile it: a runtime alone does not */
    static Optional<Verifier> java(Path folder, List<String> prefix) throws IOException {
        Path home = Path.of(System.getProperty("java.home"), "bin");
        List<String> java = List.of(home.resolve("java").toString(), "-Xmx256m");
        return Files.exists(home.resolve("javac")) || Files.exists(home.resolve("javac.exe"))
                ? Optional.of(in(folder, "Verify.java", prefix, java))
                : Optional.empty();
    }

    /** @return empty when node is not installed */
    static Optional<Verifier> node(Path folder, List<String> prefix) throws IOException, InterruptedException {
        List<String> node = List.of("node");
        return ends(List.of("node", "--version"))
                ? Optional.of(in(folder, "verify.html", prefix, node))
                : Optional.empty();
    }

    private static Verifier in(Path folder, String file, List<String> prefix, List<String> command) throws IOException {
        Path program = folder.resolve(file);
        try (InputStream in = new ClassPathResource("verify/" + file).getInputStream()) {
            Files.copy(in, program);
        }
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        all.add(program.toString());
        return new Verifier(file, all);
    }

    /** Words before a command that take the network from it; none where that is not permitted. */
    static List<String> withoutNetwork() throws InterruptedException {
        for (List<String> words : WITHOUT_NETWORK) {
            List<String> tried = new ArrayList<>(words);
            tried.add("true");
            if (ends(tried)) return words;
        }
        return List.of();
    }

    private static boolean ends(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    String name() {
        return file;
    }

    /** What it says of each call: its arguments, the bundle last. */
    List<Finding> run(Path folder, List<List<String>> calls) throws IOException, InterruptedException {
        Path batch = folder.resolve(file + ".batch");
        Files.write(batch, calls.stream().map(call -> String.join("\t", call)).toList());
        List<String> all = new ArrayList<>(command);
        all.add("--batch");
        all.add(batch.toString());
        Path out = folder.resolve(file + ".said");
        new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        List<Finding> said;
        try (var lines = Files.lines(out, StandardCharsets.UTF_8)) {
            said = lines.filter(line -> line.startsWith("RESULT "))
                    .map(Finding::of)
                    .toList();
        }
        if (said.size() != calls.size())
            throw new EvidenceFault(
                    "%s không trả lời hết (%d/%d); xem %s".formatted(file, said.size(), calls.size(), out),
                    "%s did not answer all (%d of %d); see %s".formatted(file, said.size(), calls.size(), out));
        return said;
    }
}
