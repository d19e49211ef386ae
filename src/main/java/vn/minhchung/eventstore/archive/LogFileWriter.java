package vn.minhchung.eventstore.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.StoredEvent;

/** Writes the lines of a log file, checking what it writes: a log that breaks a rule makes no file. */
final class LogFileWriter {
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final LogCheck check = new LogCheck();
    private long lines;
    private long refusals;
    private long readings;

    LogFileWriter(OutputStream out) {
        this.out = out;
    }

    void head(long events, long attempts, long read) throws IOException {
        line(new Lines.Head(Lines.FORMAT, Lines.VERSION, events, attempts, read));
    }

    void event(StoredEvent event) throws IOException {
        check.next(lines + 1, event);
        line(Lines.Event.of(event));
    }

    void refused(Lines.Refused refused) throws IOException {
        line(refused);
        refusals++;
    }

    void read(Lines.Read reading) throws IOException {
        line(reading);
        readings++;
    }

    LogSummary end() throws IOException {
        check.end(lines);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        line(new Lines.End(Lines.FORMAT, check.size(), refusals, readings, check.root(), sha256));
        return new LogSummary(check.size(), refusals, readings, check.root());
    }

    long events() {
        return check.size();
    }

    private void line(Record line) throws IOException {
        byte[] bytes = Lines.write(line);
        if (bytes.length > Lines.MAX_BYTES) throw ArchiveRule.NOT_A_LINE.brokenIn(lines + 1, bytes.length);
        out.write(bytes);
        out.write('\n');
        digest.update(bytes);
        digest.update((byte) '\n');
        lines++;
    }
}
