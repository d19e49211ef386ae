package vn.minhchung.platform.archive;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.eventstore.archive.ArchiveFile;
import vn.minhchung.eventstore.archive.ArchiveRule;
import vn.minhchung.platform.json.StoredJson;

/** {@link Keys} as one JSON document in a file its owner alone may read. */
final class KeyFile {
    private static final JsonMapper JSON = StoredJson.mapper();

    private KeyFile() {}

    static void write(Keys keys, Path file) throws IOException {
        ArchiveFile.write(file, out -> out.write(JSON.writeValueAsBytes(keys)));
    }

    /** @throws vn.minhchung.eventstore.archive.ArchiveFault when it is no such file */
    static Keys read(Path file) throws IOException {
        Keys keys;
        try (var in = ArchiveFile.open(file)) {
            keys = JSON.readValue(in.readAllBytes(), Keys.class);
        } catch (JacksonException e) {
            // not its message, which may quote a key
            throw ArchiveRule.FIELDS.broken(file);
        }
        if (!Keys.FORMAT.equals(keys.format())) throw ArchiveRule.FIELDS.broken(file);
        if (keys.version() != Keys.VERSION) throw ArchiveRule.UNKNOWN_VERSION.broken(keys.version());
        return keys;
    }
}
