package vn.minhchung.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What was measured so far; of repetitions the median counts. */
record Samples(List<Sample> all) {
    Samples() {
        this(new ArrayList<>());
    }

    void add(Sample sample) {
        all.add(sample);
    }

    Samples of(String part) {
        return new Samples(
                all.stream().filter(sample -> sample.part().equals(part)).toList());
    }

    Samples of(String peer, int callers) {
        return new Samples(all.stream()
                .filter(sample -> sample.peer().equals(peer) && sample.callers() == callers)
                .toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<String> peers() {
        return all.stream().map(Sample::peer).distinct().toList();
    }

    List<Integer> callers() {
        return all.stream().map(Sample::callers).distinct().sorted().toList();
    }

    /** 0 when nothing was measured. */
    long median(ToLongFunction<Sample> figure) {
        long[] sorted = sorted(figure);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    long least(ToLongFunction<Sample> figure) {
        return sorted(figure)[0];
    }

    long most(ToLongFunction<Sample> figure) {
        return sorted(figure)[all.size() - 1];
    }

    private long[] sorted(ToLongFunction<Sample> figure) {
        return all.stream().mapToLong(figure).sorted().toArray();
    }
}
