package vn.minhchung.projects;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.Moment;

/** Which tasks wait for somebody: lists of tasks ask it of the modules that know the steps. */
public interface WaitingTasks {
    /**
     * Ids of the tasks with a step waiting at the moment.
     *
     * @param role one of those that may do the step; null for any
     * @param overdue only steps past their due day on the day of the moment
     */
    Set<String> ids(@Nullable Role role, boolean overdue, Moment moment);
}
