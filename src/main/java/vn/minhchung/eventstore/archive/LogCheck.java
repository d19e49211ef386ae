package vn.minhchung.eventstore.archive;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * Goes over a log event by event, in order, from the first: is each what must follow the one before? The tree over them grows
 * beside. Constant memory; what needs the whole log at once (unique ids, sequences of streams) the database is asked.
 */
final class LogCheck {
    private static final int MAX_KEY = 255;
    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");

    private final MerkleTree tree = new MerkleTree();
    private long recordedUs;
    private int part = 1;
    private int parts = 1;

    /**
     * @param line named in a fault; 0: the log is no file
     * @return what its envelope says
     * @throws ArchiveFault when it breaks a rule; then the check is over
     */
    EnvelopeFacts next(long line, StoredEvent event) {
        if (event.position() != tree.size() + 1) throw ArchiveRule.POSITION.brokenIn(line, event.position());
        limit(line, event.stream());
        limit(line, event.type());
        limit(line, event.name());
        if (!REVISION.matcher(event.revision()).matches()) {
            throw ArchiveRule.LIMIT.brokenIn(line, "\"" + event.revision() + "\"");
        }
        if (event.sequence() < 0) throw ArchiveRule.LIMIT.brokenIn(line, event.sequence());
        if (event.storedMs() < 0 || event.storedMs() > Long.MAX_VALUE / 1_000) {
            throw ArchiveRule.LIMIT.brokenIn(line, event.storedMs());
        }
        if (event.recordedUs() != StoredEvent.recordedAfter(recordedUs, event.storedMs())) {
            throw ArchiveRule.RECORDED_TIME.brokenIn(line, event.recordedUs());
        }
        if (!Lines.json(event.payload())) throw ArchiveRule.PAYLOAD.brokenIn(line, text(event.payload()));
        EnvelopeFacts envelope = Lines.envelope(event.envelope());
        if (envelope == null) throw ArchiveRule.ENVELOPE.brokenIn(line, text(event.envelope()));
        boolean follows =
                part == parts ? envelope.part() == 1 : envelope.part() == part + 1 && envelope.parts() == parts;
        if (!follows || envelope.part() > envelope.parts()) {
            throw ArchiveRule.PARTS.brokenIn(line, envelope.part() + "/" + envelope.parts());
        }
        recordedUs = event.recordedUs();
        part = envelope.part();
        parts = envelope.parts();
        tree.add(MerkleTree.leafHash(LeafEntry.of(event, envelope.salt())));
        return envelope;
    }

    /** @throws ArchiveFault when a command's events are not all there */
    void end(long line) {
        if (part != parts) throw ArchiveRule.PARTS.brokenIn(line, part + "/" + parts);
    }

    long size() {
        return tree.size();
    }

    /** Lower-case hex. */
    String root() {
        return HexFormat.of().formatHex(tree.root());
    }

    private static void limit(long line, String key) {
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MAX_KEY) throw ArchiveRule.LIMIT.brokenIn(line, "\"" + key + "\"");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
