package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/**
 * What the review does not let settle of a line (xuất toán).
 *
 * @param project null in the settlement of a task: it is that task
 * @param item of the line; null where the line has none
 */
public record SettlementCut(
        @Nullable ProjectId project,
        LineCategory line,
        @Nullable String item,
        Vnd amount,
        String reason) {}
