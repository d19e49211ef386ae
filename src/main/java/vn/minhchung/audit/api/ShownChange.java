package vn.minhchung.audit.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answer;

/**
 * One value that differs between two positions.
 *
 * @param path in words of the schema: {@code budget.lines[EQUIPMENT].approved}
 */
record ShownChange(
        String path,
        List<Differences.Step> steps,
        @Nullable Value before,
        @Nullable Value after) {

    /** A value as it was answered at a position. */
    record Value(long position, Answer answer) {
        /** As the API writes it; of another object its id. */
        public @Nullable String value() {
            return switch (answer) {
                case Answer.Plain plain -> plain.text();
                case Answer.Named named -> named.id();
                case Answer.Part _, Answer.Items _, Answer.Withheld _ -> null;
            };
        }

        public boolean withheld() {
            return answer instanceof Answer.Withheld;
        }
    }

    static List<ShownChange> of(List<Differences.Difference> differences, long before, long after) {
        return differences.stream()
                .map(each -> new ShownChange(
                        each.text(), each.path(), value(each.before(), before), value(each.after(), after)))
                .toList();
    }

    private static @Nullable Value value(@Nullable Answer answer, long position) {
        return answer == null ? null : new Value(position, answer);
    }
}
