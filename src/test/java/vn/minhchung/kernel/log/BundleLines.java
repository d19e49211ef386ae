package vn.minhchung.kernel.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/**
 * The lines of a bundle, to be damaged. The digest is made anew when they are written: whoever alters a file can do that
 * too.
 */
final class BundleLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> lines;

    private BundleLines(String text) {
        lines = new ArrayList<>(List.of(text.split("\n")));
    }

    /** Writes into a bundle what comes behind its head. */
    interface Content {
        void write(BundleWriter writer) throws IOException;
    }

    static BundleLines of(BundleHead head, Content content) {
        return written(head, null, content);
    }

    static BundleLines page(BundleHead head, String body, Content content) {
        return written(head, body, content);
    }

    private static BundleLines written(BundleHead head, @Nullable String body, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BundleWriter writer =
                body == null ? BundleWriter.plain(bytes) : BundleWriter.report(bytes, "Báo cáo <thử> & kiểm", body)) {
            writer.head(head);
            content.write(writer);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BundleLines(bytes.toString(StandardCharsets.UTF_8));
    }

    BundleLines copy() {
        return new BundleLines(String.join("\n", lines));
    }

    int first(String prefix) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).startsWith(prefix)) return i;
        throw new IllegalArgumentException(prefix);
    }

    int event(long position) {
        return first("{\"event\":{\"position\":" + position + ",");
    }

    void edit(int line, UnaryOperator<String> change) {
        String before = lines.get(line);
        String after = change.apply(before);
        if (after.equals(before)) throw new IllegalArgumentException("nothing changed: " + before);
        lines.set(line, after);
    }

    /** The event's line tells another event; proof and entry behind it stay. */
    void tell(int line, StoredEvent event) {
        edit(
                line,
                before -> before.replaceFirst("(?s)\\{\"event\":\\{.*?\"envelope\":\"(?:[^\"\\\\]|\\\\.)*\"\\}", "§")
                        .replace("§", told(event).substring(0, told(event).length() - 1)));
    }

    /** A line of its own. */
    static String told(StoredEvent e) {
        return "{\"event\":{\"position\":%d,\"id\":%s,\"stream\":%s,\"sequence\":%d,\"type\":%s,\"name\":%s,\"revision\":%s,\"storedMs\":%d,\"recordedUs\":%d,\"payload\":%s,\"envelope\":%s}}"
                .formatted(
                        e.position(),
                        quoted(e.id().toString()),
                        quoted(e.stream()),
                        e.sequence(),
                        quoted(e.type()),
                        quoted(e.name()),
                        quoted(e.revision()),
                        e.storedMs(),
                        e.recordedUs(),
                        quoted(new String(e.payload(), StandardCharsets.UTF_8)),
                        quoted(new String(e.envelope(), StandardCharsets.UTF_8)));
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text).replace("<", "\\u003C");
    }

    /** Alters the leaf entry of a position. */
    void entry(long position, UnaryOperator<byte[]> change) {
        int line = first("{\"entries\":");
        long from = 1;
        for (; line < lines.size(); line++) {
            if (!lines.get(line).startsWith("{\"entries\":")) continue;
            String[] entries = lines.get(line).split("\"");
            // texts stand at odd places behind the key
            int count = (entries.length - 3) / 2;
            if (position < from + count) {
                int at = 3 + 2 * (int) (position - from);
                entries[at] = Base64.getEncoder()
                        .encodeToString(change.apply(Base64.getDecoder().decode(entries[at])));
                lines.set(line, String.join("\"", entries));
                return;
            }
            from += count;
        }
        throw new IllegalArgumentException("no entry " + position);
    }

    void head(UnaryOperator<String> change) {
        edit(first("{\"format\":"), change);
    }

    private boolean complete() {
        return lines.get(first("{\"format\":")).contains("\"complete\":true");
    }

    /** With the digests that fit. */
    byte[] bytes() {
        BundleLines fitting = copy();
        fitting.lines.set(
                first("{\"format\":"),
                lines.get(first("{\"format\":"))
                        .replaceFirst("\"report\":\"[0-9a-f]{64}\"", "\"report\":\"" + reportHash() + "\""));
        return fitting.withReportHashAsItIs();
    }

    /** Of all before the script's start tag. */
    String reportHash() {
        int data = first("{\"format\":");
        StringBuilder page = new StringBuilder();
        for (String line : lines.subList(0, Math.max(0, data - 1)))
            page.append(line).append('\n');
        return HexFormat.of().formatHex(Sha256.of(page.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Only the last line's digest is made to fit. */
    byte[] withReportHashAsItIs() {
        int from = first("{\"format\":");
        MessageDigest digest = Sha256.digest();
        List<String> written = new ArrayList<>(lines);
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("{\"end\":")) {
                written.set(i, "{\"end\":{\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}}");
                break;
            }
            if (complete() && (line.startsWith("{\"entries\":") || line.startsWith("{\"event\":"))) continue;
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return (String.join("\n", written) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
