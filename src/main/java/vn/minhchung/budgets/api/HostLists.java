package vn.minhchung.budgets.api;

import java.util.Collection;
import java.util.stream.Collectors;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;

/** Lists of what belongs to a host ({@code v.host}): staff see all, a host its own. */
final class HostLists {
    private HostLists() {}

    static Filter visible(Viewer viewer) {
        return viewer.staff()
                ? Filter.none()
                : Filter.none().and("v.host = any(string_to_array(:hosts, ','))", "hosts", values(viewer.hosts()));
    }

    /** Of what belongs to a task ({@code v.project}): also that of the hosts it succeeded in the task. */
    static Filter visibleOfTasks(Viewer viewer) {
        if (viewer.staff() || viewer.succeeded().isEmpty()) return visible(viewer);
        return Filter.none()
                .and(
                        "v.host = any(string_to_array(:hosts, ',')) or v.project = any(string_to_array(:succeeded, ','))",
                        "hosts",
                        values(viewer.hosts()))
                .and("true", "succeeded", values(viewer.succeeded()));
    }

    private static String values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.joining(","));
    }
}
