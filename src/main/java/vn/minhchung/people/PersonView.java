package vn.minhchung.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.identifier.IdentifierKind;

/** A person as far as known; texts stay sealed until they are shown. */
public record PersonView(
        PersonId person,
        Sealed name,
        @Nullable String titles,
        @Nullable Sealed birthDate,
        @Nullable Sealed contact,
        @Nullable Sealed bankAccount,
        List<Identifier> identifiers,
        List<Employment> employments,
        boolean erasureRequested,
        boolean erased)
        implements Readable {
    /** Who keeps or inspects personal files. */
    private static final Set<Role> KEEPERS = Set.of(
            Role.OFFICER,
            Role.REGISTRAR,
            Role.ACCOUNTANT,
            Role.CHIEF_ACCOUNTANT,
            Role.DIRECTOR,
            Role.DEPUTY_DIRECTOR,
            Role.INSPECTOR);

    public PersonView {
        identifiers = List.copyOf(identifiers);
        employments = List.copyOf(employments);
    }

    /** A number that identifies the person. */
    public record Identifier(IdentifierKind kind, Sealed value) {}

    /** Who worked where, from when to when. */
    public record Employment(
            int number,
            OrganisationId organisation,
            @Nullable String position,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.signedIn();
    }

    /** The person, and who keeps or inspects personal files. */
    @Override
    public boolean party(Viewer viewer) {
        return viewer.actor() != null
                && (viewer.actor().person().equals(person) || viewer.actor().hasAny(KEEPERS));
    }
}
