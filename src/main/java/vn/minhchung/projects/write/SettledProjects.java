package vn.minhchung.projects.write;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.SettledTasks;

/** The last step of a task's life, decided by the module that keeps the money. */
@Component
class SettledProjects implements SettledTasks {
    private final Aggregates aggregates;

    SettledProjects(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public void settle(ProjectId project, LocalDate noticedOn) {
        aggregates.on(Project.class, project.value(), task -> task.settle(noticedOn));
    }
}
