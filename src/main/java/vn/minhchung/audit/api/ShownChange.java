package vn.minhchung.audit.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.ValueThen;

/**
 * One value that differs between two positions.
 *
 * @param path in words of the schema: {@code budget.lines[EQUIPMENT].approved}
 */
record ShownChange(
        String path,
        List<Differences.Step> steps,
        @Nullable ValueThen before,
        @Nullable ValueThen after) {

    static List<ShownChange> of(List<Differences.Difference> differences, long before, long after) {
        return differences.stream()
                .map(each -> new ShownChange(
                        each.text(),
                        each.path(),
                        ValueThen.of(each.before(), before),
                        ValueThen.of(each.after(), after)))
                .toList();
    }
}
