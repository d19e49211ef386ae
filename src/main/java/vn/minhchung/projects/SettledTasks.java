package vn.minhchung.projects;

import java.time.LocalDate;
import vn.minhchung.kernel.ProjectId;

/**
 * Ends the life of a task whose settlement is approved. Called inside the command that approves it, so that settled money and
 * a settled task are one append.
 */
public interface SettledTasks {
    /**
     * @param noticedOn day of the notice
     * @throws vn.minhchung.kernel.Refusal WRONG_STATE unless its contract is liquidated
     */
    void settle(ProjectId project, LocalDate noticedOn);
}
