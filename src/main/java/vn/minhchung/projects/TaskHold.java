package vn.minhchung.projects;

import vn.minhchung.kernel.ProjectId;

/**
 * Stops the money of a task. Implemented by the module that binds it; called inside the command that suspends, so that a
 * suspension and its hold are one append: an answer to {@code suspendTask} means that the money stands still.
 */
public interface TaskHold {
    /** Nothing more is bound for the task or sent to the treasury. Held already, it stays held. */
    void hold(ProjectId project);

    /** Money may be drawn again. */
    void lift(ProjectId project);
}
