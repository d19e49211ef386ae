package vn.minhchung.people.write;

import static vn.minhchung.people.PeopleExamples.INSTITUTE;
import static vn.minhchung.people.PeopleExamples.MERGED;
import static vn.minhchung.people.PeopleExamples.NEW_YEAR;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.IdentifierEvent.IdentifierClaimed;
import vn.minhchung.people.OrganisationCommand.AddOrganisationAlias;
import vn.minhchung.people.OrganisationCommand.AddOrganisationIdentifier;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationCommand.RenameOrganisation;
import vn.minhchung.people.OrganisationEvent.OrganisationAliasAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationIdentifierAdded;
import vn.minhchung.people.OrganisationEvent.OrganisationRegistered;
import vn.minhchung.people.OrganisationEvent.OrganisationRenamed;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.people.PeopleExamples;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.InMemoryPersonalData;

class OrganisationTest {
    private static final Decision OFFICER = Decisions.taken("officer", Role.OFFICER);
    private static final OrganisationId OTHER = new OrganisationId("organisation:01890a5d-ac96-7741-b9f0-7f2a4b8c0102");

    private final DecisionFixture people =
            DecisionFixture.of(on -> List.of(new PeopleDesk(on, new InMemoryPersonalData())));

    @Test
    void an_organisation_is_registered_once_under_a_normalised_name() {
        var command = new RegisterOrganisation(
                INSTITUTE, "  Trung tâm\u00a0Ứng dụng ", OrganisationKind.RESEARCH_INSTITUTE, NEW_YEAR);

        people.when(command, OFFICER)
                .expectEvents(new OrganisationRegistered(
                        INSTITUTE, "Trung tâm Ứng dụng", OrganisationKind.RESEARCH_INSTITUTE, NEW_YEAR));
        people.when(command, OFFICER).expectRefusal(ErrorCode.ALREADY_EXISTS);
        people.when(new RegisterOrganisation(OTHER, " ", OrganisationKind.OTHER, null), OFFICER)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_new_name_holds_from_a_later_day_and_never_reaches_back() {
        people.given(Organisation.class, INSTITUTE.value(), PeopleExamples.organisation());

        people.when(new RenameOrganisation(INSTITUTE, "Viện Nông nghiệp", MERGED), OFFICER)
                .expectEvents(new OrganisationRenamed(INSTITUTE, "Viện Nông nghiệp", MERGED));
        people.when(new RenameOrganisation(INSTITUTE, "Viện Mới", MERGED), OFFICER)
                .expectRefusal(ErrorCode.NAME_PERIOD_OVERLAPS);
        people.when(new RenameOrganisation(INSTITUTE, "Viện Nông nghiệp", MERGED.plusDays(1)), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void an_alias_is_added_once_with_days_in_order() {
        people.given(Organisation.class, INSTITUTE.value(), PeopleExamples.organisation());

        people.when(new AddOrganisationAlias(INSTITUTE, "TT ƯDNN", NEW_YEAR, null), OFFICER)
                .expectEvents(new OrganisationAliasAdded(INSTITUTE, "TT ƯDNN", NEW_YEAR, null));
        people.when(new AddOrganisationAlias(INSTITUTE, "TT ƯDNN", null, null), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
        people.when(new AddOrganisationAlias(INSTITUTE, "khác", MERGED, NEW_YEAR), OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    @Test
    void a_tax_code_is_checked_and_belongs_to_one_organisation() {
        people.given(Organisation.class, INSTITUTE.value(), PeopleExamples.organisation())
                .given(
                        Organisation.class,
                        OTHER.value(),
                        new OrganisationRegistered(OTHER, "Công ty Giống cây", OrganisationKind.ENTERPRISE, null));

        people.when(identifier(INSTITUTE, IdentifierKind.TAX_CODE, "0999999013"), OFFICER)
                .expectEvents(
                        new IdentifierClaimed("identifier:TAX_CODE:0999999013", INSTITUTE.value()),
                        new OrganisationIdentifierAdded(INSTITUTE, IdentifierKind.TAX_CODE, "0999999013"));
        people.when(identifier(OTHER, IdentifierKind.TAX_CODE, "0999999013"), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
        people.when(identifier(OTHER, IdentifierKind.TAX_CODE, "0999999014"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(OTHER, IdentifierKind.BUDGET_UNIT, "109990"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(OTHER, IdentifierKind.CITIZEN_ID, "033080000001"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
    }

    private static AddOrganisationIdentifier identifier(
            OrganisationId organisation, IdentifierKind kind, String value) {
        return new AddOrganisationIdentifier(organisation, kind, value);
    }
}
