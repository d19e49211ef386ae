package vn.minhchung.access.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.SignatoryCommand;
import vn.minhchung.access.SignatoryEvent;
import vn.minhchung.access.SignatoryEvent.SignatoryConfirmed;
import vn.minhchung.access.SignatoryEvent.SignatoryRegistered;
import vn.minhchung.access.SignatoryEvent.SignatoryRemoved;
import vn.minhchung.access.SignatoryListView;
import vn.minhchung.access.SignatoryListView.Signatory;
import vn.minhchung.access.Standing;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** The lists of signatories, one per unit. */
@Component
class SignatoryProjector implements Projector {
    @Override
    public String name() {
        return "access.Signatories";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AccessViews.SIGNATORIES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof SignatoryEvent event)) return;
        switch (event) {
            case SignatoryRegistered e -> {
                List<Signatory> signatories = signatories(views, e.unit());
                signatories.add(new Signatory(
                        e.number(),
                        e.person(),
                        e.position(),
                        e.rank(),
                        e.from(),
                        e.to(),
                        e.provisional() ? Standing.PROVISIONAL : Standing.IN_FORCE,
                        null));
                put(views, e.unit(), signatories);
            }
            case SignatoryConfirmed e ->
                change(views, e.unit(), e.number(), s -> with(s, s.to(), Standing.IN_FORCE, e.confirmedBy()));
            case SignatoryRemoved e ->
                change(views, e.unit(), e.number(), s -> with(s, e.to(), s.standing(), s.confirmedBy()));
        }
    }

    private static List<Signatory> signatories(ViewWriter views, OrganisationId unit) {
        SignatoryListView list = views.get(AccessViews.SIGNATORIES, SignatoryCommand.streamOf(unit));
        return list == null ? new ArrayList<>() : new ArrayList<>(list.signatories());
    }

    private static void change(ViewWriter views, OrganisationId unit, int number, UnaryOperator<Signatory> change) {
        List<Signatory> signatories = signatories(views, unit);
        signatories.replaceAll(each -> each.number() == number ? change.apply(each) : each);
        put(views, unit, signatories);
    }

    private static Signatory with(
            Signatory s, @Nullable LocalDate to, Standing standing, @Nullable PersonId confirmedBy) {
        return new Signatory(s.number(), s.person(), s.position(), s.rank(), s.from(), to, standing, confirmedBy);
    }

    private static void put(ViewWriter views, OrganisationId unit, List<Signatory> signatories) {
        views.put(AccessViews.SIGNATORIES, SignatoryCommand.streamOf(unit), new SignatoryListView(unit, signatories));
    }
}
