package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The two programs, each run as its own process over many files at once. */
public enum Verifiers {
    JAVA(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "src/main/resources/verify/Verify.java"),
    NODE("node", "src/main/resources/verify/verify.html");

    private static final long MINUTES = 5;

    private final String command;

    Verifiers(String... command) {
        this.command = String.join("\t", command);
    }

    private List<String> words() {
        return List.of(command.split("\t", -1));
    }

    /** What a verification said, and the last line of it. */
    public record Said(String text, String result) {}

    /** False: the program that runs it is not installed. */
    public boolean runs() {
        try {
            return new ProcessBuilder(words().getFirst(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One answer for each list of arguments. */
    public List<Said> run(Path folder, List<List<String>> calls) throws Exception {
        Path batch = Files.write(
                folder.resolve(name() + ".batch"),
                calls.stream().map(call -> String.join("\t", call)).toList());
        List<Said> said = said(output(List.of("--batch", batch.toString())).text());
        assertThat(said).hasSameSizeAs(calls);
        return said;
    }

    public record Output(String text, int status) {}

    public Output output(List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(words());
        all.addAll(arguments);
        Path out = Files.createTempFile("verifier", ".txt");
        Process process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly().waitFor();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        Files.delete(out);
        assertThat(ended).as(text).isTrue();
        return new Output(text, process.exitValue());
    }

    private static List<Said> said(String output) {
        List<Said> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : output.lines().toList()) {
            text.append(line).append('\n');
            if (!line.startsWith("RESULT ")) continue;
            all.add(new Said(text.toString(), line));
            text.setLength(0);
        }
        assertThat(text).as("behind the last result").isEmpty();
        return all;
    }
}
