package vn.minhchung.platform.archive;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.eventstore.archive.ArchiveFile;
import vn.minhchung.eventstore.archive.ArchiveRule;
import vn.minhchung.platform.json.StoredJson;

/** {@link Keys} as one JSON document in a file its owner alone may read. */
final class KeyFile {
    /** Keys of some four hundred thousand persons; unpacked. */
    static final int MAX_BYTES = 64 << 20;

    private static final JsonMapper JSON = StoredJson.mapper()
            .rebuild()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private KeyFile() {}

    /** @throws vn.minhchung.eventstore.archive.ArchiveFault when there is such a file, or it could not be read again */
    static void write(Keys keys, Path file) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(keys);
        if (bytes.length > MAX_BYTES) throw ArchiveRule.TOO_LARGE.broken(file);
        ArchiveFile.write(file, out -> out.write(bytes));
    }

    /** @throws vn.minhchung.eventstore.archive.ArchiveFault when it is no such file */
    static Keys read(Path file) throws IOException {
        Keys keys = parsed(file);
        if (!Keys.FORMAT.equals(keys.format())) throw ArchiveRule.FIELDS.broken(file);
        if (keys.version() != Keys.VERSION) throw ArchiveRule.UNKNOWN_VERSION.broken(keys.version());
        return keys;
    }

    private static Keys parsed(Path file) throws IOException {
        byte[] bytes;
        try (var in = ArchiveFile.open(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) throw ArchiveRule.TOO_LARGE.broken(file);
        try {
            return JSON.readValue(bytes, Keys.class);
        } catch (JacksonException e) {
            // not its message, which may quote a key
            throw ArchiveRule.FIELDS.broken(file);
        }
    }
}
