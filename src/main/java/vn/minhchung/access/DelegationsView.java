package vn.minhchung.access;

import java.util.List;

/** The delegations an account gave and received, oldest first; an index, so that a log-in is a look-up by key. */
public record DelegationsView(List<DelegationId> given, List<DelegationId> received) {
    public DelegationsView {
        given = List.copyOf(given);
        received = List.copyOf(received);
    }
}
