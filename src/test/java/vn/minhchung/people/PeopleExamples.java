package vn.minhchung.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.IdentifierEvent.IdentifierClaimed;
import vn.minhchung.people.OrganisationEvent.OrganisationAliasAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationIdentifierAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationRegistered;
import vn.minhchung.people.OrganisationEvent.OrganisationRenamed;
import vn.minhchung.people.PersonEvent.EmploymentEnded;
import vn.minhchung.people.PersonEvent.ErasureRequested;
import vn.minhchung.people.PersonEvent.PersonCorrected;
import vn.minhchung.people.PersonEvent.PersonEmployed;
import vn.minhchung.people.PersonEvent.PersonErased;
import vn.minhchung.people.PersonEvent.PersonIdentifierAdded;
import vn.minhchung.people.PersonEvent.PersonRegistered;

/** Invented persons and organisations, used by tests of every layer. */
public final class PeopleExamples {
    public static final PersonId KHAO = new PersonId("person:01890a5d-ac96-7741-b9f0-7f2a4b8c0001");
    public static final PersonId AN = new PersonId("person:01890a5d-ac96-7741-b9f0-7f2a4b8c0002");
    public static final OrganisationId INSTITUTE =
            new OrganisationId("organisation:01890a5d-ac96-7741-b9f0-7f2a4b8c0101");
    public static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    public static final LocalDate MERGED = LocalDate.of(2025, 3, 1);

    private PeopleExamples() {}

    public static PersonRegistered registered() {
        return new PersonRegistered(KHAO, sealed("name"), "TS.", sealed("birth"), sealed("contact"), sealed("bank"));
    }

    public static OrganisationRegistered organisation() {
        return new OrganisationRegistered(
                INSTITUTE, "Trung tâm Ứng dụng Nông nghiệp Sông Hồng", OrganisationKind.RESEARCH_INSTITUTE, NEW_YEAR);
    }

    /** One event of each kind. */
    public static List<DomainEvent> all() {
        return List.of(
                registered(),
                new PersonCorrected(KHAO, sealed("name again"), "PGS.TS.", null, null, null),
                new PersonIdentifierAdded(KHAO, IdentifierKind.CITIZEN_ID, sealed("number")),
                new PersonEmployed(KHAO, 1, INSTITUTE, "Trưởng phòng", NEW_YEAR, null),
                new EmploymentEnded(KHAO, 1, MERGED),
                new ErasureRequested(KHAO, AN),
                new PersonErased(KHAO),
                organisation(),
                new OrganisationRenamed(INSTITUTE, "Viện Nông nghiệp Sông Hồng", MERGED),
                new OrganisationAliasAdded(INSTITUTE, "Viện NNSH", MERGED, null),
                new OrganisationIdentifierAdded(INSTITUTE, IdentifierKind.TAX_CODE, "0999999013"),
                new IdentifierClaimed("identifier:TAX_CODE:0999999013", INSTITUTE.value()));
    }

    /** Looks like a ciphertext; samples need no key. */
    private static Sealed sealed(String text) {
        return new Sealed(KHAO, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
