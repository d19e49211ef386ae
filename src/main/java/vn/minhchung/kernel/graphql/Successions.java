package vn.minhchung.kernel.graphql;

import java.util.Set;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;

/** Which tasks came to an organisation from another one: it answers for their past, and sees what the other saw of it. */
public interface Successions {
    /** Tasks these organisations carry on, or owe the refund of, as successors; by what is known now. */
    Set<ProjectId> of(Set<OrganisationId> hosts);
}
