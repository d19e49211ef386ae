package vn.minhchung.budgets;

import vn.minhchung.kernel.OrganisationId;

/** Whose receipt a withdrawal will wait for. */
public record WaitingHost(OrganisationId host) {}
