package vn.minhchung.projects;

import java.util.List;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;

/** What was adjusted of one task, in the order it was asked for, and what was allowed against the rule. */
public record TaskAdjustments(List<Page.Item<AdjustmentView>> adjustments, List<TaskException> exceptions) {
    public record Key(long position, String project) {
        public static Key of(Shown<?> project) {
            return new Key(project.moment().position(), project.id());
        }
    }
}
