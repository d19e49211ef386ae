package vn.minhchung.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.ProofCheck;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.witness.WitnessFault.Kind;

/**
 * Signs that it saw a checkpoint when that continues the last one it signed, and never otherwise (C2SP tlog-cosignature): the proof of it
 * is made here, from the log's tiles. What it signs is on disk before the log gets it.
 */
final class Witness {
    private static final int MOST_ROTATIONS = 1_000;

    private final LogOverHttp log;
    private final WitnessFolder folder;
    private final SigningKey key;
    private final List<VerifierKey> logKeys;
    private final InstantSource clock;

    /** @param logKeys oldest first; kept in the folder once the last one signed a checkpoint */
    Witness(LogOverHttp log, List<VerifierKey> logKeys, WitnessFolder folder, SigningKey key, InstantSource clock) {
        this.log = log;
        this.logKeys = new ArrayList<>(logKeys);
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return what was signed
     * @throws WitnessFault when the log does not answer; is not what it was (then it is shown what was signed before); is not the one of
     *     the key that was given at first; when what was signed before is not known any more
     */
    Checkpoint round() throws IOException {
        Optional<SignedNote> last = folder.last(key.verifier());
        SignedNote note = SignedNote.parse(log.checkpoint());
        Checkpoint now;
        try {
            follow(note, last.isPresent());
            now = verified(note);
            if (last.isPresent()) requireContinued(Checkpoint.parse(last.get().text()), now);
        } catch (WitnessFault e) {
            if (e.kind() != Kind.LOG_CHANGED) throw e;
            // it cannot have changed from what nobody saw
            if (last.isEmpty()) throw notItsKey();
            show(last.get(), e);
            throw e;
        }
        folder.keepLogKeys(logKeys);
        long seconds = clock.instant().getEpochSecond();
        SignedNote signed = new SignedNote(
                note.text(),
                List.of(
                        note.signatures().stream()
                                .filter(logKey()::named)
                                .findFirst()
                                .orElseThrow(),
                        key.cosign(now, seconds)));
        folder.keepLast(signed);
        String answered = log.handIn(signed);
        if (!answered.isEmpty())
            throw new WitnessFault(
                    Kind.NO_ANSWER,
                    "Sổ không nhận chữ ký: " + answered,
                    "The log does not take the cosignature: " + answered);
        return now;
    }

    /** A log that does not listen is no less changed: that it did not is only added. */
    private void show(SignedNote last, WitnessFault changed) {
        try {
            log.handIn(last);
        } catch (WitnessFault e) {
            changed.addSuppressed(e);
        }
    }

    private VerifierKey logKey() {
        return logKeys.getLast();
    }

    private WitnessFault notItsKey() {
        String given = logKeys.getFirst().text();
        return WitnessFault.settings(
                "%s không phải khoá của sổ ở địa chỉ này: hãy so lại --log-key. Chưa ký gì.".formatted(given),
                "%s is not the log's key at this address: compare --log-key. Nothing was signed yet.".formatted(given));
    }

    /**
     * A key that the known one introduced is the log's from then on.
     *
     * @param known that the folder's key is the log's: then it remembers at once
     */
    private void follow(SignedNote note, boolean known) throws IOException {
        for (int ordinal = 1;
                ordinal <= MOST_ROTATIONS && note.signatures().stream().noneMatch(logKey()::named);
                ordinal++) {
            Optional<byte[]> told = log.rotation(ordinal);
            if (told.isEmpty()) return;
            KeyRotation rotation = KeyRotation.parse(SignedNote.parse(told.get()));
            if (!rotation.before().text().equals(logKey().text())) continue;
            logKeys.add(rotation.after());
            if (known) folder.keepLogKeys(logKeys);
        }
    }

    private Checkpoint verified(SignedNote note) {
        try {
            note.verified(List.of(logKey()));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (checkpoint.origin().equals(logKey().name())) return checkpoint;
        } catch (NoteFault e) {
            throw new WitnessFault(
                    Kind.LOG_CHANGED,
                    "Điểm kiểm tra không do khoá đã biết của sổ ký: " + e.getMessage(),
                    "The checkpoint is not signed by the log's known key: " + e.getMessage());
        }
        throw new WitnessFault(
                Kind.LOG_CHANGED,
                "Điểm kiểm tra không phải của sổ " + logKey().name(),
                "The checkpoint is not of the log " + logKey().name());
    }

    private void requireContinued(Checkpoint last, Checkpoint now) {
        if (now.size() < last.size())
            throw changed(
                    "Sổ có %d sự kiện, ít hơn %d sự kiện đã chứng kiến".formatted(now.size(), last.size()),
                    "The log has %d events, fewer than the %d that were witnessed".formatted(now.size(), last.size()));
        // what the tiles are worth shows in the proof: it must lead to both roots
        boolean continued = now.size() == last.size()
                ? Arrays.equals(now.root(), last.root())
                : ProofCheck.consistent(
                        last.size(),
                        now.size(),
                        last.size() == 0 ? new MerkleTree().root() : last.root(),
                        now.root(),
                        new TiledTree(now.size(), log).consistency(last.size()));
        if (!continued)
            throw changed(
                    "Sổ %d sự kiện không nối dài sổ %d sự kiện đã chứng kiến".formatted(now.size(), last.size()),
                    "The log of %d events does not continue the one of %d events that was witnessed"
                            .formatted(now.size(), last.size()));
    }

    private static WitnessFault changed(String vietnamese, String english) {
        return new WitnessFault(Kind.LOG_CHANGED, vietnamese, english);
    }
}
