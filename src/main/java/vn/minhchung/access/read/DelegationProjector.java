package vn.minhchung.access.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.DelegationEvent;
import vn.minhchung.access.DelegationEvent.DelegationConfirmed;
import vn.minhchung.access.DelegationEvent.DelegationEnded;
import vn.minhchung.access.DelegationEvent.RoleDelegated;
import vn.minhchung.access.DelegationId;
import vn.minhchung.access.DelegationView;
import vn.minhchung.access.DelegationsView;
import vn.minhchung.access.Standing;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Delegations. */
@Component
class DelegationProjector implements Projector {
    @Override
    public String name() {
        return "access.Delegation";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AccessViews.DELEGATIONS, AccessViews.DELEGATIONS_OF);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof DelegationEvent event)) return;
        switch (event) {
            case RoleDelegated e -> {
                given(views, e.delegator(), e.delegation());
                received(views, e.delegate(), e.delegation());
                views.put(
                        AccessViews.DELEGATIONS,
                        e.delegation().value(),
                        new DelegationView(
                                e.delegation(),
                                e.delegator(),
                                e.delegate(),
                                e.delegatePerson(),
                                e.role(),
                                e.organisation(),
                                e.start(),
                                e.end(),
                                e.mayPassOn(),
                                e.under(),
                                e.principals(),
                                e.provisional() ? Standing.PROVISIONAL : Standing.IN_FORCE,
                                null,
                                null));
            }
            case DelegationConfirmed e -> change(views, e.delegation(), Standing.IN_FORCE, e.confirmedBy(), null);
            case DelegationEnded e -> change(views, e.delegation(), Standing.ENDED, null, e.on());
        }
    }

    private static void given(ViewWriter views, AccountId account, DelegationId delegation) {
        DelegationsView before = of(views, account);
        views.put(
                AccessViews.DELEGATIONS_OF,
                account.value(),
                new DelegationsView(with(before.given(), delegation), before.received()));
    }

    private static void received(ViewWriter views, AccountId account, DelegationId delegation) {
        DelegationsView before = of(views, account);
        views.put(
                AccessViews.DELEGATIONS_OF,
                account.value(),
                new DelegationsView(before.given(), with(before.received(), delegation)));
    }

    private static DelegationsView of(ViewWriter views, AccountId account) {
        DelegationsView before = views.get(AccessViews.DELEGATIONS_OF, account.value());
        return before == null ? new DelegationsView(List.of(), List.of()) : before;
    }

    private static List<DelegationId> with(List<DelegationId> list, DelegationId added) {
        List<DelegationId> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }

    private static void change(
            ViewWriter views,
            DelegationId delegation,
            Standing standing,
            @Nullable PersonId confirmedBy,
            @Nullable LocalDate endedOn) {
        DelegationView view = views.get(AccessViews.DELEGATIONS, delegation.value());
        if (view == null) return;
        views.put(
                AccessViews.DELEGATIONS,
                delegation.value(),
                new DelegationView(
                        view.delegation(),
                        view.delegator(),
                        view.delegate(),
                        view.delegatePerson(),
                        view.role(),
                        view.organisation(),
                        view.start(),
                        view.end(),
                        view.mayPassOn(),
                        view.under(),
                        view.principals(),
                        standing,
                        confirmedBy == null ? view.confirmedBy() : confirmedBy,
                        endedOn));
    }
}
