package vn.minhchung.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class PeopleViews {
    public static final ViewTable<PersonView> PERSONS =
            ViewTable.of("people_person", PersonView.class, new Column<>("erased", "boolean", PersonView::erased));

    /** {@code folded}: names and aliases without accents, for searching. */
    public static final ViewTable<OrganisationView> ORGANISATIONS = ViewTable.of(
            "people_organisation",
            OrganisationView.class,
            Column.text("kind", view -> view.kind().name()),
            Column.text("folded", PeopleViews::folded));

    private PeopleViews() {}

    private static String folded(OrganisationView view) {
        return Stream.concat(view.names().stream(), view.aliases().stream())
                .map(name -> VietnameseText.fold(name.name()))
                .collect(Collectors.joining("\n"));
    }
}
