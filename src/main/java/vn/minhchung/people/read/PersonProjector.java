package vn.minhchung.people.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonEvent;
import vn.minhchung.people.PersonEvent.EmploymentEnded;
import vn.minhchung.people.PersonEvent.ErasureRequested;
import vn.minhchung.people.PersonEvent.PersonCorrected;
import vn.minhchung.people.PersonEvent.PersonEmployed;
import vn.minhchung.people.PersonEvent.PersonErased;
import vn.minhchung.people.PersonEvent.PersonIdentifierAdded;
import vn.minhchung.people.PersonEvent.PersonRegistered;
import vn.minhchung.people.PersonView;
import vn.minhchung.people.PersonView.Employment;
import vn.minhchung.people.PersonView.Identifier;

/** Persons. Rows hold ciphertext only, so an erasure changes no row but the flag. */
@Component
class PersonProjector implements Projector {
    @Override
    public String name() {
        return "people.Person";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(PeopleViews.PERSONS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof PersonEvent event)) return;
        switch (event) {
            case PersonRegistered e ->
                views.put(
                        PeopleViews.PERSONS,
                        e.person().value(),
                        new PersonView(
                                e.person(),
                                e.name(),
                                e.titles(),
                                e.birthDate(),
                                e.contact(),
                                e.bankAccount(),
                                List.of(),
                                List.of(),
                                false,
                                false));
            case PersonCorrected e -> change(views, e.person(), view -> corrected(view, e));
            case PersonIdentifierAdded e -> change(views, e.person(), view -> identified(view, e));
            case PersonEmployed e ->
                change(
                        views,
                        e.person(),
                        view -> employments(
                                view,
                                with(
                                        view.employments(),
                                        new Employment(e.number(), e.organisation(), e.position(), e.from(), e.to()))));
            case EmploymentEnded e -> change(views, e.person(), view -> ended(view, e));
            case ErasureRequested e -> change(views, e.person(), view -> erasure(view, false));
            case PersonErased e -> change(views, e.person(), view -> erasure(view, true));
        }
    }

    private static void change(ViewWriter views, PersonId person, UnaryOperator<PersonView> change) {
        PersonView before = views.get(PeopleViews.PERSONS, person.value());
        if (before != null) views.put(PeopleViews.PERSONS, person.value(), change.apply(before));
    }

    private static PersonView corrected(PersonView view, PersonCorrected e) {
        return new PersonView(
                view.person(),
                e.name() == null ? view.name() : e.name(),
                or(e.titles(), view.titles()),
                or(e.birthDate(), view.birthDate()),
                or(e.contact(), view.contact()),
                or(e.bankAccount(), view.bankAccount()),
                view.identifiers(),
                view.employments(),
                view.erasureRequested(),
                view.erased());
    }

    private static <T> @Nullable T or(@Nullable T corrected, @Nullable T before) {
        return corrected == null ? before : corrected;
    }

    private static PersonView identified(PersonView view, PersonIdentifierAdded e) {
        List<Identifier> others = view.identifiers().stream()
                .filter(each -> each.kind() != e.kind())
                .toList();
        return with(
                view,
                with(others, new Identifier(e.kind(), e.value())),
                view.employments(),
                view.erasureRequested(),
                view.erased());
    }

    private static PersonView ended(PersonView view, EmploymentEnded e) {
        return employments(
                view,
                view.employments().stream()
                        .map(each -> each.number() == e.number()
                                ? new Employment(
                                        each.number(), each.organisation(), each.position(), each.from(), e.to())
                                : each)
                        .toList());
    }

    private static PersonView employments(PersonView view, List<Employment> employments) {
        return with(view, view.identifiers(), employments, view.erasureRequested(), view.erased());
    }

    private static PersonView erasure(PersonView view, boolean erased) {
        return with(view, view.identifiers(), view.employments(), true, erased);
    }

    private static PersonView with(
            PersonView view,
            List<Identifier> identifiers,
            List<Employment> employments,
            boolean erasureRequested,
            boolean erased) {
        return new PersonView(
                view.person(),
                view.name(),
                view.titles(),
                view.birthDate(),
                view.contact(),
                view.bankAccount(),
                identifiers,
                employments,
                erasureRequested,
                erased);
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }
}
