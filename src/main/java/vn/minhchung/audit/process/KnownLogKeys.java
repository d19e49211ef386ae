package vn.minhchung.audit.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditEvent.LogKeyRotated;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * The log's public keys in PostgreSQL, their secrets in the vault. The order to rotate is an event; when that is sealed the new key
 * signs, and how far the old one had signed is known.
 */
@Component
final class KnownLogKeys implements LogKeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KnownLogKeys.class);

    private final JdbcClient jdbc;
    private final LogKeys secrets;

    /** None is ever taken away: a key in here is one, and only what is by none of them asks the table again. */
    private volatile List<VerifierKey> met = List.of();

    KnownLogKeys(JdbcClient jdbc, LogKeys secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(VerifierKey verifier, @Nullable String rotation) {}

    private List<Row> rows() {
        return jdbc.sql("select verifier, rotation from transparency.log_key where origin = ? order by ordinal")
                .param(secrets.origin())
                .query((row, _) -> new Row(VerifierKey.parse(row.getString(1)), row.getString(2)))
                .list();
    }

    @Override
    public List<VerifierKey> keys() {
        List<VerifierKey> keys =
                new ArrayList<>(rows().stream().map(Row::verifier).toList());
        if (keys.isEmpty()) keys.add(secrets.first().verifier());
        return List.copyOf(keys);
    }

    @Override
    public List<SignedNote> rotations() {
        return rows().stream()
                .map(Row::rotation)
                .filter(Objects::nonNull)
                .map(SignedNote::parse)
                .toList();
    }

    @Override
    public VerifierKey next(String request) {
        return secrets.made(request).verifier();
    }

    String origin() {
        return secrets.origin();
    }

    /** With which a checkpoint is signed now. */
    SigningKey signing() {
        VerifierKey current = current();
        return secrets.of(current)
                .orElseThrow(
                        () -> new IllegalStateException("the secret of the log's key is not here: " + current.text()));
    }

    /** Which of the log's keys a line is by, if any. */
    Optional<VerifierKey> named(NoteSignature line) {
        return known(key -> key.named(line));
    }

    /** True when one of the log's keys signed it. */
    boolean signed(SignedNote note) {
        List<NoteSignature> lines = note.different();
        return known(key -> lines.stream().anyMatch(line -> key.verifies(note.text(), line)))
                .isPresent();
    }

    private Optional<VerifierKey> known(Predicate<VerifierKey> wanted) {
        Optional<VerifierKey> found = met.stream().filter(wanted).findFirst();
        if (found.isPresent()) return found;
        met = keys();
        return met.stream().filter(wanted).findFirst();
    }

    /**
     * Within the step that seals the event.
     *
     * @param signed up to which size the key before is in force
     */
    void rotate(LogKeyRotated event, long signed) {
        Optional<SigningKey> next = secrets.of(VerifierKey.parse(event.newKey()));
        VerifierKey current = current();
        if (next.isEmpty() || !current.text().equals(event.oldKey())) {
            // a log that was imported without its keys, or under another name, has keys of its own
            LOG.warn("a rotation to {} is not of this log's keys", event.newKey());
            return;
        }
        if (rows().isEmpty()) add(current, null);
        add(
                next.get().verifier(),
                KeyRotation.signed(signing(), next.get(), signed).encoded());
    }

    private void add(VerifierKey key, @Nullable String rotation) {
        jdbc.sql("insert into transparency.log_key (origin, verifier, rotation) values (:origin, :key, :rotation)")
                .param("origin", secrets.origin())
                .param("key", key.text())
                .param("rotation", rotation)
                .update();
    }
}
