package vn.minhchung.bench;

import java.util.ArrayList;
import java.util.List;

/** Peers side by side: medians of the repetitions, and what they are of the limit and of ours. */
final class PeerTable {
    private PeerTable() {}

    /**
     * @param limits where the peer that is 100 % was measured; where it was not, no share is given
     * @param ours the peer that others are compared with
     */
    static List<String> lines(String title, Samples samples, Samples limits, String ours, String unit) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### " + title,
                "",
                "| callers | peer | %s | least – most | p50 ms | p99 ms | p99.9 ms | of the limit | ours / it |"
                        .formatted(unit),
                "|--:|:--|--:|--:|--:|--:|--:|--:|--:|"));
        for (int callers : samples.callers()) {
            long most = limits.of(WritePeers.LIMIT, callers).median(Sample::perSecond);
            long own = samples.of(ours, callers).median(Sample::perSecond);
            for (String peer : samples.peers()) {
                Samples its = samples.of(peer, callers);
                if (its.isEmpty()) continue;
                long median = its.median(Sample::perSecond);
                lines.add("| %d | %s | %d | %d – %d | %s | %s | %s | %s | %s |"
                        .formatted(
                                callers,
                                peer,
                                median,
                                its.least(Sample::perSecond),
                                its.most(Sample::perSecond),
                                Measured.millis(its.median(Sample::p50)),
                                Measured.millis(its.median(Sample::p99)),
                                Measured.millis(its.median(Sample::p999)),
                                percent(median, most),
                                times(own, median)));
            }
        }
        return lines;
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "–" : part * 100 / whole + " %";
    }

    /** Two decimals. */
    static String times(long more, long less) {
        if (less == 0 || more == 0) return "–";
        long hundredths = more * 100 / less;
        return "%d.%02d ×".formatted(hundredths / 100, hundredths % 100);
    }
}
