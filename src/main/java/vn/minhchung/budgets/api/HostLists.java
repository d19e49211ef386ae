package vn.minhchung.budgets.api;

import java.util.stream.Collectors;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;

/** Lists of what belongs to a host ({@code v.host}): staff see all, a host its own. */
final class HostLists {
    private HostLists() {}

    static Filter visible(Viewer viewer) {
        Filter filter = Filter.none();
        if (viewer.staff()) return filter;
        return filter.and(
                "v.host = any(string_to_array(:hosts, ','))",
                "hosts",
                viewer.hosts().stream().map(OrganisationId::value).collect(Collectors.joining(",")));
    }
}
