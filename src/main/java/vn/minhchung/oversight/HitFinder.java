package vn.minhchung.oversight;

import java.time.LocalDate;
import java.util.List;

/** The audit rules over the whole record: what they find depends on the record and the day alone, on nobody's input. */
public interface HitFinder {
    /**
     * @param through the last position that was judged
     * @param hits not on record by then, in the order they were found
     */
    record Found(long through, List<Hit> hits) {}

    /**
     * @param wholePast judged from the first event on by the rules as they are known now; else each rule from where it was
     *     put in force on record
     * @param today days before it are over
     */
    Found find(boolean wholePast, LocalDate today);
}
