package vn.minhchung.budgets.read;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.Successions;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Views;

/** Successions as the views know them now. */
@Component
class KnownSuccessions implements Successions {
    private static final int MOST = 10_000;

    private final Views views;

    KnownSuccessions(Views views) {
        this.views = views;
    }

    @Override
    public Set<ProjectId> of(Set<OrganisationId> hosts) {
        Filter filter = Filter.none()
                .and(
                        "v.host = any(:hosts)",
                        "hosts",
                        hosts.stream().map(OrganisationId::value).toArray(String[]::new));
        return views.page(BudgetsViews.SUCCESSIONS, filter, views.position(), 0, MOST).items().stream()
                .map(item -> item.view().project())
                .collect(Collectors.toUnmodifiableSet());
    }
}
