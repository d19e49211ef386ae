package vn.minhchung.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhchung.kernel.Folders;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.witness.WitnessFault.Kind;

/**
 * What a witness must not forget: its own key, the log's key, the last checkpoint it signed. Readable by its owner alone. A file
 * is replaced whole, and on disk before anybody hears of it.
 */
final class WitnessFolder {
    private static final String WITNESS_KEY = "witness.key";
    private static final String LOG_KEY = "log.key";
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;

    private WitnessFolder(Path folder) {
        this.folder = folder;
    }

    static WitnessFolder at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Folders.permit(folder, "rwx------");
        }
        return new WitnessFolder(folder);
    }

    /**
     * Made when it is asked for the first time.
     *
     * @param name then needed no more
     */
    SigningKey key(Optional<String> name) throws IOException {
        Optional<String> kept = read(WITNESS_KEY);
        if (kept.isEmpty()) return fresh(name.orElse("witness.localhost"));
        SigningKey key = key(kept.get());
        String own = key.verifier().name();
        if (!name.orElse(own).equals(own))
            throw WitnessFault.settings(
                    "Khoá trong thư mục này mang tên %s, không dùng được --name=%s".formatted(own, name.get()),
                    "The key in this folder has the name %s, not --name=%s".formatted(own, name.get()));
        return key;
    }

    private SigningKey key(String kept) {
        try {
            String[] lines = kept.split("\n", -1);
            if (lines.length < 2) throw damagedKey(lines.length + " line");
            VerifierKey own = VerifierKey.parse(lines[0]);
            if (own.kind() != KeyKind.COSIGNATURE) throw damagedKey("a key of kind " + own.kind());
            return new SigningKey(own, Base64.getDecoder().decode(lines[1]));
        } catch (NoteFault | IllegalArgumentException e) {
            throw damagedKey(String.valueOf(e.getMessage()));
        }
    }

    private SigningKey fresh(String name) throws IOException {
        SigningKey fresh;
        try {
            fresh = SigningKey.generate(name, KeyKind.COSIGNATURE);
        } catch (NoteFault e) {
            throw WitnessFault.settings(
                    "--name=%s không phải tên của khoá: %s".formatted(name, e.getMessage()),
                    "--name=%s is no name of a key: %s".formatted(name, e.getMessage()));
        }
        String secret = Base64.getEncoder().encodeToString(fresh.seed());
        write(WITNESS_KEY, fresh.verifier().text() + "\n" + secret + "\n");
        return fresh;
    }

    /** Those the log has had as far as this witness knows, oldest first; the last one signs. */
    List<VerifierKey> logKeys() throws IOException {
        try {
            return read(LOG_KEY).stream()
                    .flatMap(String::lines)
                    .map(VerifierKey::parse)
                    .toList();
        } catch (NoteFault e) {
            throw damaged(
                    LOG_KEY,
                    String.valueOf(e.getMessage()),
                    "Xoá tệp này rồi cho lại khoá của sổ bằng --log-key.",
                    "Delete it and give the log's key again with --log-key.");
        }
    }

    void keepLogKeys(List<VerifierKey> keys) throws IOException {
        String text = keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
        if (!read(LOG_KEY).equals(Optional.of(text))) write(LOG_KEY, text);
    }

    /**
     * @param own key, which must have signed it: else it is not what this witness kept
     * @return empty when nothing was signed yet
     */
    Optional<SignedNote> last(VerifierKey own) throws IOException {
        Optional<String> kept = read(CHECKPOINT);
        try {
            Optional<SignedNote> last = kept.map(SignedNote::parse);
            if (last.isPresent()) {
                last.get().verified(List.of(own));
                Checkpoint.parse(last.get().text());
            }
            return last;
        } catch (NoteFault e) {
            throw damaged(
                    CHECKPOINT,
                    String.valueOf(e.getMessage()),
                    "Không còn biết đã ký gì nên không ký nữa. Đặt lại bản sao mới nhất của tệp này; nếu không có, bắt đầu lại"
                            + " ở thư mục khác với khoá mới.",
                    "What was signed is not known any more, so nothing is signed. Put the newest copy of this file back; if there is"
                            + " none, begin anew in another folder, with a new key.");
        }
    }

    void keepLast(SignedNote note) throws IOException {
        write(CHECKPOINT, note.encoded());
    }

    private WitnessFault damagedKey(String why) {
        return damaged(
                WITNESS_KEY,
                why,
                "Đặt lại bản sao của tệp này; nếu không có, bắt đầu lại ở thư mục khác với khoá mới.",
                "Put a copy of this file back; if there is none, begin anew in another folder, with a new key.");
    }

    private WitnessFault damaged(String name, String why, String wayOut, String wayOutInEnglish) {
        Path file = folder.resolve(name);
        return new WitnessFault(
                Kind.FOLDER_DAMAGED,
                "Tệp %s của bên chứng kiến này bị hỏng: %s. %s".formatted(file, why, wayOut),
                "This witness's own file %s is damaged: %s. %s".formatted(file, why, wayOutInEnglish));
    }

    /** Bytes that are no UTF-8 are left for whoever parses it to refuse. */
    private Optional<String> read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void write(String name, String text) throws IOException {
        Folders.writePrivate(folder.resolve(name), text);
    }
}
