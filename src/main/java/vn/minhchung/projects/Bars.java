package vn.minhchung.projects;

import java.util.List;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;

/**
 * Who may take part in no new task while a refund is owed: host, principal investigator, main members and scientific
 * secretary (TTLT 27/2015 art. 17). Placed and lifted with the decision that causes it, in the same append.
 */
public interface Bars {
    /**
     * On everybody who answers for the task now.
     *
     * @param host who owes: the task's host, or who took the debt over from it
     * @return their ids
     */
    List<String> place(ProjectId owing, OrganisationId host);

    /** On an organisation or a person. */
    void place(String barred, ProjectId owing);

    void lift(List<String> barred, ProjectId owing);
}
