package vn.minhchung.people.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.people.PeopleExamples.AN;
import static vn.minhchung.people.PeopleExamples.INSTITUTE;
import static vn.minhchung.people.PeopleExamples.KHAO;
import static vn.minhchung.people.PeopleExamples.MERGED;
import static vn.minhchung.people.PeopleExamples.NEW_YEAR;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.identifier.IdentifierKind;
import vn.minhchung.people.IdentifierEvent.IdentifierClaimed;
import vn.minhchung.people.PeopleExamples;
import vn.minhchung.people.PersonCommand.AddEmployment;
import vn.minhchung.people.PersonCommand.AddPersonIdentifier;
import vn.minhchung.people.PersonCommand.CorrectPerson;
import vn.minhchung.people.PersonCommand.EndEmployment;
import vn.minhchung.people.PersonCommand.ErasePerson;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.people.PersonCommand.RequestErasure;
import vn.minhchung.people.PersonEvent.EmploymentEnded;
import vn.minhchung.people.PersonEvent.ErasureRequested;
import vn.minhchung.people.PersonEvent.PersonCorrected;
import vn.minhchung.people.PersonEvent.PersonEmployed;
import vn.minhchung.people.PersonEvent.PersonErased;
import vn.minhchung.people.PersonEvent.PersonIdentifierAdded;
import vn.minhchung.people.PersonEvent.PersonRegistered;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.InMemoryPersonalData;

class PersonTest {
    private static final Decision OFFICER = Decisions.taken("officer", Role.OFFICER);
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);
    private static final String CITIZEN_ID = "033080000001";

    private final InMemoryPersonalData vault = new InMemoryPersonalData();
    private final DecisionFixture people = DecisionFixture.of(on -> List.of(new PeopleDesk(on, vault)));

    @Test
    void a_person_is_registered_under_an_opaque_id_with_sealed_texts() {
        var name = vault.seal(KHAO, "Nguyễn Minh Khảo");
        var birth = vault.seal(KHAO, "1980-02-29");

        people.when(new RegisterPerson(KHAO, name, "TS.", birth, null, null), OFFICER)
                .expectEvents(new PersonRegistered(KHAO, name, "TS.", birth, null, null));
    }

    @Test
    void a_person_is_registered_once() {
        registered(KHAO);

        people.when(register(KHAO), OFFICER).expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void a_blank_name_or_an_impossible_birth_date_is_refused_without_repeating_it() {
        people.when(new RegisterPerson(KHAO, vault.seal(KHAO, " \u00a0 "), null, null, null, null), OFFICER)
                .expectRefusal(ErrorCode.INVALID_INPUT);

        var refusal = people.when(
                        new RegisterPerson(
                                KHAO,
                                vault.seal(KHAO, "Nguyễn Minh Khảo"),
                                null,
                                vault.seal(KHAO, "30/02/1980"),
                                null,
                                null),
                        OFFICER)
                .expectRefusal(ErrorCode.INVALID_INPUT);

        assertThat(refusal.facts().toString()).doesNotContain("1980");
        assertThat(refusal.field()).containsExactly("birthDate");
    }

    @Test
    void a_correction_says_what_changes_and_needs_a_reason() {
        registered(KHAO);
        var bank = vault.seal(KHAO, "9704 0000 1234");

        people.when(new CorrectPerson(KHAO, null, null, null, null, bank), OFFICER)
                .expectEvents(new PersonCorrected(KHAO, null, null, null, null, bank));
        people.when(new CorrectPerson(KHAO, null, null, null, null, bank), without(OFFICER, null))
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        people.when(new CorrectPerson(KHAO, null, null, null, null, null), OFFICER)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void an_identity_number_is_checked_normalised_and_belongs_to_one_person() {
        registered(KHAO);
        registered(AN);

        var events = people.when(identifier(KHAO, IdentifierKind.CITIZEN_ID, "033 080 000001"), OFFICER)
                .events();

        assertThat(events)
                .hasSize(2)
                .last()
                .isEqualTo(new PersonIdentifierAdded(KHAO, IdentifierKind.CITIZEN_ID, vault.seal(KHAO, CITIZEN_ID)));
        assertThat(events).first().isInstanceOf(IdentifierClaimed.class);
        assertThat(events.toString()).doesNotContain(CITIZEN_ID);
        people.when(identifier(AN, IdentifierKind.CITIZEN_ID, CITIZEN_ID), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
        people.when(identifier(KHAO, IdentifierKind.CITIZEN_ID, CITIZEN_ID), OFFICER)
                .expectEvents(new PersonIdentifierAdded(KHAO, IdentifierKind.CITIZEN_ID, vault.seal(KHAO, CITIZEN_ID)));
    }

    @Test
    void a_wrong_check_digit_an_unknown_province_and_a_strange_kind_are_refused() {
        registered(KHAO);

        people.when(identifier(KHAO, IdentifierKind.ORCID, "0000-0002-1825-0098"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(KHAO, IdentifierKind.TAX_CODE, "0999999014"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(KHAO, IdentifierKind.CITIZEN_ID, "999080000001"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(KHAO, IdentifierKind.ISSN, "0000-0000"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_IDENTIFIER);
        people.when(identifier(KHAO, IdentifierKind.ORCID, "https://orcid.org/0000-0002-1825-0097"), OFFICER)
                .events();
    }

    @Test
    void an_identity_number_is_free_again_once_its_holder_is_erased() {
        registered(KHAO);
        registered(AN);
        people.given(identifier(KHAO, IdentifierKind.CITIZEN_ID, CITIZEN_ID), OFFICER)
                .given(new RequestErasure(KHAO), OFFICER)
                .given(new ErasePerson(KHAO), DIRECTOR);

        assertThat(people.when(identifier(AN, IdentifierKind.CITIZEN_ID, CITIZEN_ID), OFFICER)
                        .events())
                .hasSize(2);
    }

    @Test
    void employments_are_dated_numbered_and_do_not_overlap_at_one_place() {
        people.given(Organisation.class, INSTITUTE.value(), PeopleExamples.organisation());
        registered(KHAO);

        people.when(new AddEmployment(KHAO, INSTITUTE, "Trưởng phòng", NEW_YEAR, null), OFFICER)
                .expectEvents(new PersonEmployed(KHAO, 1, INSTITUTE, "Trưởng phòng", NEW_YEAR, null));
        people.when(new AddEmployment(KHAO, INSTITUTE, null, MERGED, null), OFFICER)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
        people.when(new EndEmployment(KHAO, 1, NEW_YEAR.minusDays(1)), OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        people.when(new EndEmployment(KHAO, 1, MERGED.minusDays(1)), OFFICER)
                .expectEvents(new EmploymentEnded(KHAO, 1, MERGED.minusDays(1)));
        people.when(new EndEmployment(KHAO, 1, MERGED), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
        people.when(new EndEmployment(KHAO, 2, MERGED), OFFICER).expectRefusal(ErrorCode.NOT_FOUND);
        people.when(new AddEmployment(KHAO, INSTITUTE, null, MERGED, null), OFFICER)
                .expectEvents(new PersonEmployed(KHAO, 2, INSTITUTE, null, MERGED, null));
    }

    @Test
    void one_is_employed_at_a_known_place_only() {
        registered(KHAO);

        people.when(new AddEmployment(KHAO, INSTITUTE, null, NEW_YEAR, null), OFFICER)
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void an_erasure_needs_a_request_on_a_document_and_a_second_person() {
        registered(KHAO);

        people.when(new ErasePerson(KHAO), DIRECTOR).expectRefusal(ErrorCode.ERASURE_NOT_REQUESTED);
        people.when(new RequestErasure(KHAO), without(OFFICER, "đề nghị của công dân"))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        people.when(new RequestErasure(KHAO), Decisions.taken("director", Role.OFFICER))
                .expectEvents(new ErasureRequested(KHAO, DIRECTOR.person()));
        people.when(new ErasePerson(KHAO), DIRECTOR).expectRefusal(ErrorCode.FOUR_EYES);
        people.when(new ErasePerson(KHAO), Decisions.taken("deputy", Role.DEPUTY_DIRECTOR))
                .expectEvents(new PersonErased(KHAO));
    }

    @Test
    void the_key_is_destroyed_when_the_erasure_is_recorded_and_stays_when_it_is_refused() {
        registered(KHAO);
        var name = vault.seal(KHAO, "Nguyễn Minh Khảo");

        people.when(new ErasePerson(KHAO), DIRECTOR).expectRefusal(ErrorCode.ERASURE_NOT_REQUESTED);
        assertThat(vault.open(name)).isEqualTo("Nguyễn Minh Khảo");

        people.given(new RequestErasure(KHAO), OFFICER).given(new ErasePerson(KHAO), DIRECTOR);
        assertThat(vault.open(name)).isEqualTo("[đã xoá]");
    }

    @Test
    void nothing_more_is_recorded_about_an_erased_person() {
        registered(KHAO);
        people.given(new RequestErasure(KHAO), OFFICER).given(new ErasePerson(KHAO), DIRECTOR);

        people.when(new CorrectPerson(KHAO, null, "GS.", null, null, null), OFFICER)
                .expectRefusal(ErrorCode.PERSON_ERASED);
        people.when(new RequestErasure(KHAO), OFFICER).expectRefusal(ErrorCode.PERSON_ERASED);
        people.when(new ErasePerson(KHAO), DIRECTOR).expectRefusal(ErrorCode.PERSON_ERASED);
    }

    private void registered(PersonId person) {
        people.given(register(person), OFFICER);
    }

    private RegisterPerson register(PersonId person) {
        return new RegisterPerson(person, vault.seal(person, "Nguyễn Minh Khảo"), null, null, null, null);
    }

    private AddPersonIdentifier identifier(PersonId person, IdentifierKind kind, String value) {
        return new AddPersonIdentifier(person, kind, vault.seal(person, value));
    }

    /** The same decision without basis and with another reason. */
    private static Decision without(Decision decision, @Nullable String reason) {
        return new Decision(
                decision.actor(),
                decision.decidedBy(),
                List.of(),
                reason,
                decision.today(),
                decision.effectiveOn(),
                null,
                null,
                decision.requestId(),
                decision.mutation(),
                decision.idempotencyKey(),
                decision.channel());
    }
}
