package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;

/** Answers later modules from the task's own events, inside the command that asks. */
@Component
class RecordedTasks implements Tasks {
    private final Aggregates aggregates;

    RecordedTasks(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public TaskFacts require(ProjectId project) {
        return aggregates.ask(Project.class, project.value(), Project::facts);
    }

    @Override
    public Optional<LocalDate> stoppedOn(ProjectId project) {
        return aggregates.ask(Project.class, project.value(), Project::stoppedOn);
    }
}
