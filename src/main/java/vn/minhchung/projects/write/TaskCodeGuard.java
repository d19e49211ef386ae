package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.projects.TaskCodeEvent;
import vn.minhchung.projects.TaskCodeEvent.TaskCodeTaken;

/** Keeps a code unique per issuer. A code once given is never given again, also not after its task got another. */
@AggregateRoot(type = "TaskCode")
class TaskCodeGuard {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable ProjectId takenBy;

    TaskCodeGuard() {}

    static String id(OrganisationId issuer, String code) {
        return "code:" + issuer.value().substring("organisation:".length()) + ":" + Words.key(code);
    }

    void take(OrganisationId issuer, String code, ProjectId project) {
        if (takenBy != null) {
            // Which task has it stays unsaid: the caller may not be allowed to know of that task.
            throw Refusal.of(ErrorCode.CODE_TAKEN, "code", Words.tidy(code), "issuer", issuer)
                    .at("code");
        }
        apply(new TaskCodeTaken(id(issuer, code), issuer, Words.tidy(code), project));
    }

    @EventSourcingHandler
    void evolve(TaskCodeEvent event) {
        switch (event) {
            case TaskCodeTaken e -> {
                id = e.guard();
                takenBy = e.project();
            }
        }
    }
}
