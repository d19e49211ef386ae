package vn.minhchung.projects;

import java.util.Map;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;

/**
 * What an adjustment of a budget asks of the module that keeps the money, inside the command: whatever is read here and
 * changes meanwhile makes the decision be taken anew.
 */
public interface DrawnMoney {
    /** State money of the task bound by papers for the treasury or executed, less what came back, by line. */
    Map<LineCategory, Vnd> byLine(ProjectId project);

    /** The same by number of the instalment. */
    Map<Integer, Vnd> byTranche(ProjectId project);

    /**
     * An increase rests on money of a year appropriation that no task has yet.
     *
     * @throws vn.minhchung.kernel.Refusal NOT_FOUND, PROVISIONAL, APPROPRIATION_EXCEEDED naming what is left
     */
    void requireFree(AppropriationId appropriation, Vnd increase);
}
