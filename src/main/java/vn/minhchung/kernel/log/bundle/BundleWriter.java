package vn.minhchung.kernel.log.bundle;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.KeyRotation;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.Tile;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * Writes a bundle line by line; nothing is kept, however long it is. Lines come in the order of {@code docs/bundle.md}:
 * head, keys, rotations, checkpoints, consistency proofs, then entries and events and after each event the documents it
 * names, at last {@link #end}. What comes out of order is refused with an {@link IllegalStateException}, and so is an end
 * before everything the head promised.
 */
public final class BundleWriter implements Closeable {
    public static final String FORMAT = "minhchung-bundle";
    public static final int VERSION = 1;

    /** Verifiers take no longer ones. */
    static final int MAX_LINE_BYTES = 16 << 20;

    private static final String SCRIPT = "<script type=\"application/vnd.minhchung.bundle\">";

    /** Kinds of lines, in their order. */
    private enum Part {
        START,
        HEAD,
        KEY,
        ROTATION,
        CHECKPOINT,
        CONSISTENCY,
        RECORD,
        END
    }

    private final OutputStream out;
    /** SHA-256 of what stands before the data, in hex; null: nothing does. */
    private final @Nullable String report;

    private final MessageDigest digest = Sha256.digest();
    private Part last = Part.START;
    private @Nullable BundleHead head;
    private long entries;
    private long events;
    private long documents;
    private long lastPosition;

    private BundleWriter(OutputStream out, @Nullable String report) {
        this.out = out;
        this.report = report;
    }

    /** Data lines alone. */
    public static BundleWriter plain(OutputStream out) {
        return new BundleWriter(out, null);
    }

    /**
     * A page with a report, and the data behind it. Their first line states the hash of all that stands before them.
     *
     * @param title plain text
     * @param body HTML that shows what it says: without scripts, styles and comments, every {@link ReportFigure} on a line
     *     of its own
     */
    public static BundleWriter report(OutputStream out, String title, String body) throws IOException {
        if (ReportPage.HIDING.matcher(body).find())
            throw new IllegalArgumentException("a script, a style or a comment in a report");
        String page = ReportPage.before(title) + (body.endsWith("\n") ? body : body + "\n");
        BundleWriter writer =
                new BundleWriter(out, HexFormat.of().formatHex(Sha256.of(page.getBytes(StandardCharsets.UTF_8))));
        writer.raw(page);
        writer.raw(SCRIPT + "\n");
        return writer;
    }

    public void head(BundleHead line) throws IOException {
        next(Part.HEAD, last == Part.START);
        head = line;
        JsonText text = new JsonText("{\"format\":\"" + FORMAT + "\",\"version\":" + VERSION + ",\"of\":");
        if (line.of() == null) text.raw("null");
        else text.quoted(line.of());
        text.raw(",\"asOf\":%d,\"size\":%d,\"complete\":%b,\"streams\":["
                .formatted(line.asOf(), line.size(), line.complete()));
        text.list(line.streams(), JsonText::quoted);
        text.raw("],\"events\":%d,\"documents\":%d,\"report\":".formatted(line.events(), line.documents()));
        if (report == null) text.raw("null");
        else text.quoted(report);
        line(text.raw("}"), true);
    }

    /** Of the log, oldest first. */
    public void key(VerifierKey key) throws IOException {
        next(Part.KEY, last == Part.HEAD || last == Part.KEY);
        line(new JsonText("{\"key\":").quoted(key.text()).raw("}"), true);
    }

    /** One for each key after the first ({@link KeyRotation}). */
    public void rotation(SignedNote note) throws IOException {
        next(Part.ROTATION, last == Part.KEY || last == Part.ROTATION);
        line(new JsonText("{\"rotation\":").quoted(note.encoded()).raw("}"), true);
    }

    /** With its cosignatures: the one the bundle rests on first, then older ones, the largest first. */
    public void checkpoint(SignedNote note) throws IOException {
        next(Part.CHECKPOINT, last.compareTo(Part.KEY) >= 0 && last.compareTo(Part.CHECKPOINT) <= 0);
        line(new JsonText("{\"checkpoint\":").quoted(note.encoded()).raw("}"), true);
    }

    /** That the log of an older checkpoint is the beginning of this one; not needed when every entry is here. */
    public void consistency(long from, List<byte[]> proof) throws IOException {
        next(Part.CONSISTENCY, last == Part.CHECKPOINT || last == Part.CONSISTENCY);
        JsonText text = new JsonText("{\"consistency\":{\"from\":%d,\"proof\":[".formatted(from));
        line(text.list(proof, JsonText::base64).raw("]}}"), true);
    }

    /** The next leaf entries, at most 256; only in a complete bundle, before the events they are of. */
    public void entries(List<byte[]> next) throws IOException {
        record(head().complete() && !next.isEmpty() && next.size() <= Tile.WIDTH);
        entries += next.size();
        line(new JsonText("{\"entries\":[").list(next, JsonText::base64).raw("]}"), false);
    }

    /** An event whose entry was written before, or after the last entry one that has none. */
    public void event(StoredEvent event) throws IOException {
        record(head().complete() && (event.position() <= entries || entries == head().size()));
        line(event(event, new JsonText("{\"event\":")).raw("}"), false);
    }

    /** An event with its leaf entry and the proof that the log has it, when not every entry is here. */
    public void event(StoredEvent event, byte[] entry, List<byte[]> inclusion) throws IOException {
        record(!head().complete());
        JsonText text =
                event(event, new JsonText("{\"event\":")).raw(",\"entry\":").base64(entry);
        line(text.raw(",\"proof\":[").list(inclusion, JsonText::base64).raw("]}"), true);
    }

    /**
     * A document that the event just written names by its hash.
     *
     * @param sha256 lower-case hex
     */
    public void document(String name, String sha256) throws IOException {
        record(events > 0);
        documents++;
        JsonText text = new JsonText("{\"document\":{\"name\":")
                .quoted(name)
                .raw(",\"sha256\":")
                .quoted(sha256);
        line(text.raw(",\"position\":%d}}".formatted(lastPosition)), true);
    }

    /** The last line and, in a page, what closes it. */
    public void end() throws IOException {
        BundleHead promised = head();
        boolean whole = last.compareTo(Part.CHECKPOINT) >= 0
                && events == promised.events()
                && documents == promised.documents()
                && (!promised.complete() || entries == promised.size());
        next(Part.END, whole && last != Part.END);
        raw("{\"end\":{\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}}\n");
        if (report != null) raw(ReportPage.AFTER);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private JsonText event(StoredEvent event, JsonText text) {
        if (event.position() <= lastPosition) throw new IllegalStateException("position " + event.position());
        lastPosition = event.position();
        events++;
        return text.raw("{\"position\":%d,\"id\":\"%s\",\"stream\":".formatted(event.position(), event.id()))
                .quoted(event.stream())
                .raw(",\"sequence\":%d,\"type\":".formatted(event.sequence()))
                .quoted(event.type())
                .raw(",\"name\":")
                .quoted(event.name())
                .raw(",\"revision\":")
                .quoted(event.revision())
                .raw(",\"storedMs\":%d,\"recordedUs\":%d,\"payload\":".formatted(event.storedMs(), event.recordedUs()))
                .quoted(event.payload())
                .raw(",\"envelope\":")
                .quoted(event.envelope())
                .raw("}");
    }

    private BundleHead head() {
        if (head == null) throw new IllegalStateException("no head yet");
        return head;
    }

    private void record(boolean fits) {
        next(Part.RECORD, fits && last.compareTo(Part.CHECKPOINT) >= 0 && last != Part.END);
    }

    private void next(Part part, boolean fits) {
        if (!fits) throw new IllegalStateException("%s after %s".formatted(part, last));
        last = part;
    }

    /** @param counted for the digest: in a complete bundle the root proves entries and events */
    private void line(JsonText text, boolean counted) throws IOException {
        ByteArrayOutputStream line = text.end();
        if (line.size() > MAX_LINE_BYTES) throw new IllegalStateException("a line of " + line.size() + " bytes");
        byte[] bytes = line.toByteArray();
        if (counted) digest.update(bytes);
        out.write(bytes);
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
