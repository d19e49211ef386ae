package vn.minhchung.kernel.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.BundleWriter;
import vn.minhchung.kernel.log.bundle.ReportFigure;

/** Good bundles of synthetic logs. */
final class Bundles {
    static final SigningKey LOG = SigningKey.generate("log.example/so-khcn", KeyKind.NOTE);
    static final SigningKey NEXT = SigningKey.generate("log.example/so-khcn", KeyKind.NOTE);
    static final SigningKey THIRD = SigningKey.generate("log.example/so-khcn", KeyKind.NOTE);
    static final SigningKey STRANGER = SigningKey.generate("log.example/so-khcn", KeyKind.NOTE);
    static final SigningKey WITNESS = SigningKey.generate("witness.example/w1", KeyKind.COSIGNATURE);
    static final SigningKey WITNESS2 = SigningKey.generate("witness.example/w2", KeyKind.COSIGNATURE);

    private static final String HASH = HexFormat.of().formatHex(Sha256.of(SyntheticLog.DOCUMENT));

    private Bundles() {}

    /** Signed by the first, cosigned by the others. */
    static SignedNote checkpoint(SyntheticLog log, int size, SigningKey key, SigningKey... witnesses) {
        Checkpoint checkpoint = Checkpoint.of(key.verifier().name(), size, log.root(size));
        SignedNote note = checkpoint.signedBy(key);
        for (SigningKey witness : witnesses) note = note.with(witness.cosign(checkpoint, 1_800_000_000L + size));
        return note;
    }

    static List<SignedNote> sealed(SyntheticLog log) {
        return List.of(checkpoint(log, log.size(), LOG, WITNESS), checkpoint(log, log.size() / 2, LOG, WITNESS));
    }

    /** Every event and every entry. */
    static BundleLines whole(SyntheticLog log) {
        return whole(log, sealed(log));
    }

    static BundleLines whole(SyntheticLog log, List<SignedNote> checkpoints) {
        return BundleLines.of(BundleHead.wholeLog(log.size(), documents(log.events)), writer -> {
            writer.key(LOG.verifier());
            for (SignedNote checkpoint : checkpoints) writer.checkpoint(checkpoint);
            complete(writer, log, log.events);
        });
    }

    static final List<String> STREAMS = List.of(SyntheticLog.PROJECT, SyntheticLog.PAPER);

    /** Up to three quarters of the log: the events of two streams, and of the rules they rest on. */
    static List<StoredEvent> bearing(SyntheticLog log) {
        return log.events.stream()
                .filter(event -> event.position() <= asOf(log))
                .filter(event ->
                        STREAMS.contains(event.stream()) || event.stream().startsWith("rules:"))
                .toList();
    }

    static int asOf(SyntheticLog log) {
        return log.size() * 9 / 10;
    }

    /** Of one object; all entries, or a proof for each event. */
    static BundleLines object(SyntheticLog log, boolean complete) {
        return object(log, complete, report(log), sealed(log));
    }

    static BundleLines object(SyntheticLog log, boolean complete, String report, List<SignedNote> checkpoints) {
        List<StoredEvent> events = bearing(log);
        BundleHead head = new BundleHead(
                SyntheticLog.PROJECT, asOf(log), log.size(), complete, STREAMS, events.size(), documents(events));
        return BundleLines.page(head, report, writer -> {
            writer.key(LOG.verifier());
            for (SignedNote checkpoint : checkpoints) writer.checkpoint(checkpoint);
            if (complete) {
                complete(writer, log, events);
                return;
            }
            TiledTree tree = log.tree(log.size());
            for (SignedNote older : checkpoints.subList(1, checkpoints.size())) {
                long size = Checkpoint.parse(older.text()).size();
                writer.consistency(size, tree.consistency(size));
            }
            for (StoredEvent event : events) {
                int index = (int) event.position() - 1;
                writer.event(event, log.entries.get(index), tree.inclusion(index));
                document(writer, event);
            }
        });
    }

    static String report(SyntheticLog log) {
        long[] sum = new long[2];
        for (StoredEvent event : bearing(log)) {
            String payload = new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8);
            if (!payload.contains("\"project\":\"" + SyntheticLog.PROJECT)) continue;
            long amount = Long.parseLong(payload.replaceFirst("(?s).*?\"amount\":(\\d+).*", "$1"));
            sum[0] += amount;
            if (payload.contains("MATERIALS")) sum[1] += amount;
        }
        return """
            <h1>Kinh phí</h1>
            <table><tr><td>Đã tạm ứng</td><td class="amount">
            %s
            </td></tr><tr><td>Vật tư</td><td class="amount">
            %s
            </td></tr><tr><td>Kho bạc</td><td class="amount">
            %s
            </td></tr><tr><td>Không có</td><td class="amount">
            %s
            </td></tr></table>
            """.formatted(
                new ReportFigure(List.of("ADVANCED"), List.of(), sum[0]).html(),
                new ReportFigure(List.of("ADVANCED", "-CLEARED"), List.of("2025", "STATE_BUDGET", "MATERIALS"), sum[1])
                        .html(),
                new ReportFigure(List.of("TREASURY"), List.of("2025"), -sum[0]).html(),
                new ReportFigure(List.of("ADVANCED"), List.of("202"), 0).html());
    }

    private static void complete(BundleWriter writer, SyntheticLog log, List<StoredEvent> events) throws IOException {
        List<StoredEvent> left = new ArrayList<>(events);
        for (int from = 0; from < log.size(); from += Tile.WIDTH) {
            int end = Math.min(log.size(), from + Tile.WIDTH);
            writer.entries(log.entries.subList(from, end));
            while (!left.isEmpty() && left.getFirst().position() <= end) {
                writer.event(left.getFirst());
                document(writer, left.removeFirst());
            }
        }
    }

    private static void document(BundleWriter writer, StoredEvent event) throws IOException {
        if (names(event)) writer.document("12/QĐ \"<bản quét>\".pdf", HASH);
    }

    static boolean names(StoredEvent event) {
        return new String(event.envelope(), java.nio.charset.StandardCharsets.UTF_8).contains(HASH);
    }

    private static long documents(List<StoredEvent> events) {
        return events.stream().filter(Bundles::names).count();
    }

    // altered events

    static StoredEvent moved(StoredEvent e, long position) {
        return copy(e, position, e.stream(), e.sequence(), e.storedMs(), e.recordedUs(), e.payload(), e.envelope());
    }

    static StoredEvent timed(StoredEvent e, long storedMs, long recordedUs) {
        return copy(e, e.position(), e.stream(), e.sequence(), storedMs, recordedUs, e.payload(), e.envelope());
    }

    static StoredEvent of(StoredEvent e, String stream, long sequence) {
        return copy(e, e.position(), stream, sequence, e.storedMs(), e.recordedUs(), e.payload(), e.envelope());
    }

    static StoredEvent saying(StoredEvent e, byte[] payload, byte[] envelope) {
        return copy(e, e.position(), e.stream(), e.sequence(), e.storedMs(), e.recordedUs(), payload, envelope);
    }

    /** One bit of a letter. */
    static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = Arrays.copyOf(bytes, bytes.length);
        flipped[at] ^= 1;
        return flipped;
    }

    private static StoredEvent copy(
            StoredEvent e,
            long position,
            String stream,
            long sequence,
            long storedMs,
            long recordedUs,
            byte[] payload,
            byte[] envelope) {
        return new StoredEvent(
                position,
                e.id(),
                stream,
                sequence,
                e.type(),
                e.name(),
                e.revision(),
                storedMs,
                recordedUs,
                payload,
                envelope);
    }
}
