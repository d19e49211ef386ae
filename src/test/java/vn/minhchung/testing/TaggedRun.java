package vn.minhchung.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link TaggedTests} as seen from the test that starts them. */
public final class TaggedRun {
    private TaggedRun() {}

    /**
     * What they print is printed here.
     *
     * @param properties as {@code name=value}
     * @return 0 when some ran and none failed
     */
    public static int of(String tag, List<String> properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        properties.forEach(property -> command.add("-D" + property));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TaggedTests.class.getName(), tag));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            output.lines().forEach(System.out::println);
        } finally {
            process.destroy();
        }
        return process.waitFor();
    }
}
