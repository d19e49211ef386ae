package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.Map;

/**
 * An advance the treasury has paid, of which nothing is settled.
 *
 * @param line of the task's budget, with its item
 * @param on the story's last day
 */
public record Advance(String paper, String project, String appropriation, String line, String item, LocalDate on) {
    /** So small that there is always something left. */
    static final String AMOUNT = "1000";

    /** @return the one line of a paper about a small part of it */
    Map<String, Object> part() {
        return part(item);
    }

    Map<String, Object> part(String otherItem) {
        return Map.of("line", line, "item", otherItem, "amount", AMOUNT, "content", "Tạo tải");
    }

    String today() {
        return on.toString();
    }
}
