package vn.minhchung.rules.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.RolesApart;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.RolePairs;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleState;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.RuleViews;

/** Roles that are never held together, by the version the views show in force. */
@Component
class RolesInRules implements RolesApart {
    /** A national version and the province's before it. */
    private static final int MOST_VERSIONS = 10;

    private final Views views;
    private final RuleProposals proposals;

    RolesInRules(Views views, RuleProposals proposals) {
        this.views = views;
        this.proposals = proposals;
    }

    @Override
    public BiPredicate<Role, Role> on(LocalDate day) {
        return inForce(day)
                .or(() -> RolePairs.shipped(proposals, RolePairs.NEVER, day))
                .<BiPredicate<Role, Role>>map(rule -> (one, other) -> RolePairs.apart(rule, one, other))
                .orElse((_, _) -> false);
    }

    private Optional<RuleVersion> inForce(LocalDate day) {
        Filter filter = Filter.none()
                .and("v.family = :family", "family", RolePairs.NEVER)
                .and("v.state = :state", "state", RuleState.IN_FORCE.name())
                .and("v.valid_from <= :day and (v.valid_to is null or v.valid_to >= :day)", "day", day);
        var found = views.page(RuleViews.VERSIONS, filter, views.position(), 0, MOST_VERSIONS).items().stream()
                .map(Page.Item::view)
                .toList();
        return found.stream()
                .filter(view -> view.overrides() != null)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(RuleVersionView::content);
    }
}
