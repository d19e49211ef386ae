package vn.minhchung.projects.write;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;

/** A later module's desk that asks about a task within its own command. */
final class Asking implements Desk {
    private final Tasks tasks;

    Asking(Tasks tasks) {
        this.tasks = tasks;
    }

    record Question(ProjectId project, AtomicReference<@Nullable TaskFacts> answered) implements Command {
        Question(ProjectId project) {
            this(project, new AtomicReference<>());
        }

        @Override
        public String subject() {
            return project.value();
        }

        TaskFacts answer() {
            return Objects.requireNonNull(answered.get());
        }
    }

    @CommandHandler
    void handle(Question question, Decision decision) {
        question.answered().set(tasks.require(question.project()));
    }
}
