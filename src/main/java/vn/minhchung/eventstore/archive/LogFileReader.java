package vn.minhchung.eventstore.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.StoredEvent;

/** Reads a log file from its first line to its last, checking every line before it hands it on. */
final class LogFileReader {
    /** Who takes the lines; what was taken counts only when reading has ended without a fault. */
    interface Sink {
        void event(long line, StoredEvent event) throws IOException;

        void refused(long line, Lines.Refused refused) throws IOException;

        void read(long line, Lines.Read reading) throws IOException;
    }

    private static final String OF_FIRST_VERSION =
            "{\"format\":\"%s\",\"version\":%d,".formatted(Lines.FORMAT, Lines.FIRST_VERSION);

    private final InputStream in;
    private final Sink sink;
    private final MessageDigest digest = Sha256.digest();
    private final LogCheck check = new LogCheck();
    private long line;

    private LogFileReader(InputStream in, Sink sink) {
        this.in = in;
        this.sink = sink;
    }

    /** @throws ArchiveFault naming line, value and rule */
    static LogSummary read(Path file, Sink sink) throws IOException {
        try (InputStream in = ArchiveFile.open(file)) {
            return new LogFileReader(in, sink).read();
        } catch (EOFException e) {
            throw (ArchiveFault) ArchiveRule.TRUNCATED.broken(file).initCause(e);
        } catch (ZipException e) {
            throw (ArchiveFault) ArchiveRule.NOT_A_LOG_FILE.broken(file).initCause(e);
        }
    }

    private LogSummary read() throws IOException {
        Lines.Head head = head();
        for (long n = 0; n < head.events(); n++) {
            StoredEvent event = event(Lines.read(counted(), Lines.Event.class, line));
            check.next(line, event);
            sink.event(line, event);
        }
        check.end(line);
        String before = null;
        for (long n = 0; n < head.refusals(); n++) before = refused(before);
        before = null;
        for (long n = 0; n < head.readings(); n++) before = reading(before);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Lines.End end = end(head);
        if (end.events() != head.events() || end.refusals() != head.refusals() || end.readings() != head.readings()) {
            throw ArchiveRule.COUNT.brokenIn(line, end.events() + ", " + end.refusals() + ", " + end.readings());
        }
        if (!sha256.equals(end.sha256())) throw ArchiveRule.DIGEST.brokenIn(line, end.sha256());
        if (!check.root().equals(end.root())) throw ArchiveRule.ROOT.brokenIn(line, end.root());
        if (!Lines.FORMAT.equals(end.end())) throw ArchiveRule.FIELDS.brokenIn(line, end.end());
        if (in.read() >= 0) throw ArchiveRule.AFTER_END.brokenIn(line + 1, "…");
        return new LogSummary(head.events(), head.refusals(), head.readings(), check.root());
    }

    private Lines.Head head() throws IOException {
        Lines.Head head;
        try {
            byte[] first = counted();
            head = new String(first, StandardCharsets.UTF_8).startsWith(OF_FIRST_VERSION)
                    ? Lines.read(first, Lines.FirstHead.class, line).head()
                    : Lines.read(first, Lines.Head.class, line);
        } catch (ArchiveFault fault) {
            throw (ArchiveFault)
                    ArchiveRule.NOT_A_LOG_FILE.brokenIn(1, fault.value()).initCause(fault);
        }
        if (!Lines.FORMAT.equals(head.format())) throw ArchiveRule.NOT_A_LOG_FILE.brokenIn(line, head.format());
        if (head.version() != Lines.VERSION && head.version() != Lines.FIRST_VERSION)
            throw ArchiveRule.UNKNOWN_VERSION.brokenIn(line, head.version());
        return head;
    }

    private Lines.End end(Lines.Head head) throws IOException {
        return head.version() == Lines.FIRST_VERSION
                ? Lines.read(some(), Lines.FirstEnd.class, line).end(head.readings())
                : Lines.read(some(), Lines.End.class, line);
    }

    private StoredEvent event(Lines.Event read) {
        try {
            return read.stored();
        } catch (IllegalArgumentException e) {
            throw (ArchiveFault)
                    ArchiveRule.FIELDS.brokenIn(line, e.getMessage()).initCause(e);
        }
    }

    private String refused(@Nullable String before) throws IOException {
        Lines.Refused refused = Lines.read(counted(), Lines.Refused.class, line);
        String hash = linked(refused, before);
        sink.refused(line, refused);
        return hash;
    }

    private String reading(@Nullable String before) throws IOException {
        Lines.Read reading = Lines.read(counted(), Lines.Read.class, line);
        String hash = linked(reading, before);
        sink.read(line, reading);
        return hash;
    }

    private String linked(Lines.Chained row, @Nullable String before) {
        if (!Objects.equals(row.hashBefore(), before)) {
            throw ArchiveRule.CHAIN.brokenIn(line, String.valueOf(row.hashBefore()));
        }
        try {
            LocalDate.parse(row.day());
        } catch (DateTimeParseException e) {
            throw (ArchiveFault)
                    ArchiveRule.FIELDS.brokenIn(line, e.getMessage()).initCause(e);
        }
        String hash = row.expectedHash();
        if (!hash.equals(row.hash())) throw ArchiveRule.CHAIN.brokenIn(line, String.valueOf(row.hash()));
        return hash;
    }

    /** The next line; it counts for the digest. */
    private byte[] counted() throws IOException {
        byte[] bytes = some();
        digest.update(bytes);
        digest.update((byte) '\n');
        return bytes;
    }

    private byte[] some() throws IOException {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw ArchiveRule.TRUNCATED.brokenIn(line, bytes.size());
            if (bytes.size() == Lines.MAX_BYTES) throw ArchiveRule.NOT_A_LINE.brokenIn(line, bytes.size());
            bytes.write(next);
        }
        return bytes.toByteArray();
    }
}
