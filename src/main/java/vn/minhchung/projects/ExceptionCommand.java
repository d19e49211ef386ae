package vn.minhchung.projects;

import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** Exceptions the head of the approving authority allows for one task. */
public sealed interface ExceptionCommand extends Command {
    ProjectId project();

    @Override
    default String subject() {
        return project().value();
    }

    /**
     * An exception for one later adjustment. Recorded from paper it holds once a second person confirms it.
     *
     * @param document number of the paper that grants it
     */
    @MayBeSentBy(
            mutation = "grantException",
            roles = {OFFICER, COMMITTEE, DIRECTOR},
            deciders = {COMMITTEE, DIRECTOR},
            seen = true)
    record GrantException(ProjectId project, ExceptionKind kind, String document, String reason)
            implements ExceptionCommand {}

    /** A second person has compared the recorded exception with the signed paper. */
    @MayBeSentBy(
            mutation = "confirmException",
            roles = {OFFICER, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record ConfirmException(ProjectId project, int number) implements ExceptionCommand {}
}
