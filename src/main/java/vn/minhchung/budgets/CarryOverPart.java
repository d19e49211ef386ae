package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/**
 * What a carry-over is made of.
 *
 * @param project the task it is for
 * @param advance the advance that moves; null for a part of the appropriation
 */
public record CarryOverPart(ProjectId project, @Nullable TreasuryPaperId advance, Vnd amount) {}
