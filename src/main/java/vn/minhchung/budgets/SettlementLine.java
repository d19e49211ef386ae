package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/**
 * State money asked to be settled, by task and line.
 *
 * @param item economic item; null in the settlement of a task, which goes by budget lines
 * @param amount whole đồng, above zero
 */
public record SettlementLine(
        ProjectId project, LineCategory line, @Nullable String item, Vnd amount) {}
