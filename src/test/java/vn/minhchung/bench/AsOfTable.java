package vn.minhchung.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** As-of questions: ours beside the better of Envers' two strategies. */
final class AsOfTable {
    private static final String LARGE = "/1000000/";
    private static final int ONE = 1;

    private AsOfTable() {}

    static List<String> lines(Samples all) {
        List<String> parts = parts(all);
        if (parts.isEmpty()) return List.of();
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### As of a moment, beside Envers' revision reads",
                "",
                "| versions | history | question | ours p50 ms | p95 | p99 | Envers' better strategy | p50 ms | p95 | p99 |"
                        + " Envers / ours, p50 | p95 |",
                "|--:|:--|:--|--:|--:|--:|:--|--:|--:|--:|--:|--:|"));
        for (String part : parts) {
            String[] names = part.split("/", -1);
            Samples ours = all.of(part).of(AsOfBench.OURS, ONE);
            Samples its = envers(all.of(part));
            lines.add("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            names[1],
                            names[2],
                            names[3],
                            Measured.millis(ours.median(Sample::p50)),
                            Measured.millis(ours.median(Sample::p95)),
                            Measured.millis(ours.median(Sample::p99)),
                            its.peers().getFirst().contains("validity") ? "validity" : "default",
                            Measured.millis(its.median(Sample::p50)),
                            Measured.millis(its.median(Sample::p95)),
                            Measured.millis(its.median(Sample::p99)),
                            PeerTable.times(its.median(Sample::p50), ours.median(Sample::p50)),
                            PeerTable.times(its.median(Sample::p95), ours.median(Sample::p95))));
        }
        return lines;
    }

    static List<Bar> bars(Samples all) {
        List<String> large =
                parts(all).stream().filter(part -> part.contains(LARGE)).toList();
        if (large.isEmpty()) return List.of();
        List<Bar> bars = new ArrayList<>();
        for (AsOfBench.Question question : AsOfBench.Question.values()) {
            List<Samples> its = large.stream()
                    .filter(part -> part.endsWith("/" + question.text))
                    .map(all::of)
                    .toList();
            long slowest = its.stream().mapToLong(AsOfTable::ours).max().orElse(0);
            long fastest = its.stream().mapToLong(AsOfTable::ours).min().orElse(0);
            String work = "as of, 1,000,000 versions, %s".formatted(question.text);
            long most = question.overAll ? 100_000 : 20_000;
            bars.add(new Bar(
                    work,
                    "p95 < %d ms in every history".formatted(most / 1_000),
                    Measured.millis(slowest) + " ms",
                    slowest < most,
                    question == AsOfBench.Question.PAGE
                            ? "the total count that goes with a page: one index look-up for each object that matches"
                            : "one index look-up for each object"));
            if (!question.overAll)
                bars.add(new Bar(
                        work,
                        "within 2 × of each other",
                        PeerTable.times(slowest, fastest),
                        slowest <= fastest * 2,
                        question == AsOfBench.Question.PAGE ? "the total count" : "the depth of the index"));
            long least = its.stream()
                    .mapToLong(samples -> envers(samples).median(Sample::p50)
                            * 100
                            / Math.max(1, samples.of(AsOfBench.OURS, ONE).median(Sample::p50)))
                    .min()
                    .orElse(0);
            bars.add(new Bar(
                    work,
                    "≥ 10 × Envers, p50, in every history",
                    "%d.%02d ×".formatted(least / 100, least % 100),
                    least >= 1_000,
                    "a round trip to the database costs both the same"));
        }
        return bars;
    }

    private static long ours(Samples samples) {
        return samples.of(AsOfBench.OURS, ONE).median(Sample::p95);
    }

    private static Samples envers(Samples part) {
        return List.of(AsOfBench.VALIDITY, AsOfBench.DEFAULT).stream()
                .map(peer -> part.of(peer, ONE))
                .min(Comparator.comparingLong(samples -> samples.median(Sample::p95)))
                .orElseThrow();
    }

    private static List<String> parts(Samples all) {
        return all.all().stream()
                .map(Sample::part)
                .filter(part -> part.startsWith(AsOfBench.PART))
                .distinct()
                .toList();
    }
}
