package vn.minhchung.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * What a witness must not forget: its own key, the log's key, the last checkpoint it signed. Readable by its owner alone. A file
 * is replaced whole, and on disk before anybody hears of it.
 */
final class WitnessFolder {
    private final Path folder;

    private WitnessFolder(Path folder) {
        this.folder = folder;
    }

    static WitnessFolder at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, permissions(folder, "rwx------"));
        return new WitnessFolder(folder);
    }

    /** Made when it is asked for the first time. */
    SigningKey key(String name) throws IOException {
        Optional<String> kept = read("witness.key");
        if (kept.isPresent()) {
            String[] lines = kept.get().split("\n", -1);
            return new SigningKey(
                    VerifierKey.parse(lines[0]), Base64.getDecoder().decode(lines[1]));
        }
        SigningKey fresh = SigningKey.generate(name, KeyKind.COSIGNATURE);
        String secret = Base64.getEncoder().encodeToString(fresh.seed());
        write("witness.key", fresh.verifier().text() + "\n" + secret + "\n");
        return fresh;
    }

    /** Those the log has had as far as this witness knows, oldest first; the last one signs. */
    List<VerifierKey> logKeys() throws IOException {
        return read("log.key").stream()
                .flatMap(String::lines)
                .map(VerifierKey::parse)
                .toList();
    }

    void addLogKey(VerifierKey key) throws IOException {
        write("log.key", read("log.key").orElse("") + key.text() + "\n");
    }

    /** With the witness's own line. */
    Optional<SignedNote> last() throws IOException {
        return read("checkpoint").map(SignedNote::parse);
    }

    void keepLast(SignedNote note) throws IOException {
        write("checkpoint", note.encoded());
    }

    private Optional<String> read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private void write(String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, fresh, permissions(folder, "rw-------"))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static FileAttribute<?>[] permissions(Path near, String posix) {
        boolean known = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return known
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
