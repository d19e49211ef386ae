package vn.minhchung.eventstore.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.log.StoredEvent;

/** Files of {@code export-log} of events that are in no store. */
public final class LogFiles {
    private LogFiles() {}

    /** With as many refused attempts, and readings, chained as they must be. */
    public static List<String> lines(List<StoredEvent> events, int kept) {
        return lines(events, kept, 0);
    }

    /** Of more than {@code piece} bytes, and one of the readings ends there, but for its newline. */
    public static List<String> endingAt(int piece, List<StoredEvent> events, int kept) {
        List<String> lines = lines(events, kept, 0);
        int ends = 0;
        for (String line : lines) {
            int next = ends + line.getBytes(StandardCharsets.UTF_8).length;
            if (next > piece) return lines(events, kept, piece - (ends - 1));
            ends = next + 1;
        }
        throw new IllegalArgumentException("too few");
    }

    /** @param longer so many bytes is the first refused attempt */
    private static List<String> lines(List<StoredEvent> events, int kept, int longer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            LogFileWriter writer = new LogFileWriter(bytes);
            writer.head(events.size(), kept, kept);
            for (StoredEvent event : events) writer.event(event);
            String before = null;
            for (int i = 0; i < kept; i++) {
                Lines.Refused row = refused(i, before, null, i == 0 ? longer : 0);
                before = row.expectedHash();
                writer.refused(refused(i, row.hashBefore(), before, i == 0 ? longer : 0));
            }
            before = null;
            for (int i = 0; i < kept; i++) {
                Lines.Read row = read(i, before, null);
                before = row.expectedHash();
                writer.read(read(i, row.hashBefore(), before));
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    static Lines.Read read(int i, @Nullable String before, @Nullable String hash) {
        return new Lines.Read(
                1_700_000_000_000_000L + i,
                "2026-01-02",
                i % 2 == 0 ? "QUERY" : "ENTRIES",
                "account:1",
                "person:1",
                i % 2 == 0 ? null : "ThanhTra",
                17 + i,
                i % 2 == 0 ? "request-" + i : null,
                "{\"asked\":[\"person:\\\"ạ\\\"\"],\"roles\":[\"INSPECTOR\"]}",
                before,
                hash);
    }

    private static Lines.Refused refused(int i, @Nullable String before, @Nullable String hash, int longer) {
        return new Lines.Refused(
                1_700_000_000_000_000L + i,
                "2026-01-02",
                "account:1",
                i % 2 == 0 ? null : "Nguyễn Văn \"A\"\t<\u0001>",
                "REFUSED",
                "signWithdrawal",
                null,
                null,
                i % 2 == 0 ? null : 17L,
                "request-" + i,
                "{\"because\":\"thiếu chữ ký%s\"}".formatted("!".repeat(longer)),
                before,
                hash);
    }
}
