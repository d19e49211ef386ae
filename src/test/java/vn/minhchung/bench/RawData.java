package vn.minhchung.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every repetition as a line of CSV, so that somebody else can count anew. */
final class RawData {
    private RawData() {}

    /** @param machine stands in the first line, as a comment */
    static void write(Path folder, String name, String machine, Samples samples) throws IOException {
        if (samples.isEmpty()) return;
        List<String> lines = new ArrayList<>(List.of("# " + machine, Sample.HEADER));
        samples.all().forEach(sample -> lines.add(sample.csv()));
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".csv"), lines);
    }
}
