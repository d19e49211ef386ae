package vn.minhchung.people.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.people.OrganisationEvent;
import vn.minhchung.people.OrganisationEvent.OrganisationAliasAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationIdentifierAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationRegistered;
import vn.minhchung.people.OrganisationEvent.OrganisationRenamed;
import vn.minhchung.people.OrganisationView;
import vn.minhchung.people.OrganisationView.DatedName;
import vn.minhchung.people.OrganisationView.Identifier;
import vn.minhchung.people.PeopleViews;

/** Organisations under all their names. */
@Component
class OrganisationProjector implements Projector {
    @Override
    public String name() {
        return "people.Organisation";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(PeopleViews.ORGANISATIONS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof OrganisationEvent event)) return;
        switch (event) {
            case OrganisationRegistered e ->
                views.put(
                        PeopleViews.ORGANISATIONS,
                        e.organisation().value(),
                        new OrganisationView(
                                e.kind(), List.of(new DatedName(e.name(), e.since(), null)), List.of(), List.of()));
            case OrganisationRenamed e -> change(views, e.organisation(), view -> renamed(view, e));
            case OrganisationAliasAdded e -> change(views, e.organisation(), view -> aliased(view, e));
            case OrganisationIdentifierAdded e -> change(views, e.organisation(), view -> identified(view, e));
        }
    }

    private static void change(ViewWriter views, OrganisationId organisation, UnaryOperator<OrganisationView> change) {
        OrganisationView before = views.get(PeopleViews.ORGANISATIONS, organisation.value());
        if (before != null) views.put(PeopleViews.ORGANISATIONS, organisation.value(), change.apply(before));
    }

    /** The name before ends on the day before. */
    private static OrganisationView renamed(OrganisationView view, OrganisationRenamed e) {
        List<DatedName> names = new ArrayList<>(view.names());
        DatedName last = names.removeLast();
        names.add(new DatedName(last.name(), last.from(), e.from().minusDays(1)));
        names.add(new DatedName(e.name(), e.from(), null));
        return new OrganisationView(view.kind(), names, view.aliases(), view.identifiers());
    }

    private static OrganisationView aliased(OrganisationView view, OrganisationAliasAdded e) {
        List<DatedName> aliases = new ArrayList<>(view.aliases());
        aliases.add(new DatedName(e.alias(), e.from(), e.to()));
        return new OrganisationView(view.kind(), view.names(), aliases, view.identifiers());
    }

    private static OrganisationView identified(OrganisationView view, OrganisationIdentifierAdded e) {
        List<Identifier> identifiers = new ArrayList<>(view.identifiers());
        identifiers.removeIf(each -> each.kind() == e.kind());
        identifiers.add(new Identifier(e.kind(), e.value()));
        return new OrganisationView(view.kind(), view.names(), view.aliases(), identifiers);
    }
}
