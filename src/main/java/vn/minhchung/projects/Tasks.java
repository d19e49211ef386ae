package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhchung.kernel.ProjectId;

/** Tasks as later modules decide about them: read from the record inside the command's unit of work, never from a view. */
public interface Tasks {
    /**
     * A task money may rest on.
     *
     * @throws vn.minhchung.kernel.Refusal NOT_FOUND for an unknown task, PAST_TASK_HAS_NO_MONEY for one known from a
     *     source only, PROVISIONAL while nobody has confirmed its recorded approval
     */
    TaskFacts require(ProjectId project);

    /** The first day of the stop a task is under, or that its termination ended: it spends nothing after it. */
    default Optional<LocalDate> stoppedOn(ProjectId project) {
        return Optional.empty();
    }
}
