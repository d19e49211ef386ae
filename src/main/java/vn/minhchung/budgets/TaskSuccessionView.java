package vn.minhchung.budgets;

import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;

/** A task, or the refund of one, came to this organisation from another host. */
public record TaskSuccessionView(ProjectId project, OrganisationId host) {}
