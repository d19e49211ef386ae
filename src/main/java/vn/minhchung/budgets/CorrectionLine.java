package vn.minhchung.budgets;

import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/**
 * By how much the settled spending of state money of a closed year changes.
 *
 * @param change below zero where less was spent
 */
public record CorrectionLine(ProjectId project, int tranche, LineCategory line, String item, Vnd change) {}
