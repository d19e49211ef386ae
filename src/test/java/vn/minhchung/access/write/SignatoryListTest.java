package vn.minhchung.access.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.access.AccessExamples.DEPARTMENT;
import static vn.minhchung.access.AccessExamples.TODAY;
import static vn.minhchung.access.AccessExamples.YEAR_END;
import static vn.minhchung.access.AccessExamples.person;
import static vn.minhchung.access.SignatoryRank.DEPUTY;
import static vn.minhchung.access.SignatoryRank.HEAD;
import static vn.minhchung.access.SignaturePosition.FIRST;
import static vn.minhchung.access.SignaturePosition.SECOND;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryEnded;
import vn.minhchung.access.SecondSignatoryEvent.SecondSignatoryNoted;
import vn.minhchung.access.SignatoryCommand.ConfirmSignatory;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryCommand.RemoveSignatory;
import vn.minhchung.access.SignatoryEvent.SignatoryConfirmed;
import vn.minhchung.access.SignatoryEvent.SignatoryRegistered;
import vn.minhchung.access.SignatoryEvent.SignatoryRemoved;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class SignatoryListTest {
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);
    private static final OrganisationId HOST = new OrganisationId("organisation:01890a5d-ac96-7741-b9f0-7f2a4b8c0202");

    private final DecisionFixture decisions = new AccessFixture().decisions;

    @Test
    void a_signature_is_registered_on_a_document_and_a_second_one_is_noted_with_its_person() {
        decisions
                .when(register("director", FIRST, HEAD, null), AccountTest.withoutBasis(DIRECTOR))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        decisions
                .when(register("director", FIRST, HEAD, null), DIRECTOR)
                .expectEvents(new SignatoryRegistered(
                        DEPARTMENT,
                        1,
                        person("director"),
                        FIRST,
                        HEAD,
                        TODAY,
                        null,
                        person("director"),
                        false,
                        List.of()));
        decisions
                .when(register("chief", SECOND, HEAD, YEAR_END), DIRECTOR)
                .expectEvents(
                        new SecondSignatoryNoted(
                                SecondSignatory.streamOf(person("chief")), DEPARTMENT, 2, TODAY, YEAR_END),
                        new SignatoryRegistered(
                                DEPARTMENT,
                                2,
                                person("chief"),
                                SECOND,
                                HEAD,
                                TODAY,
                                YEAR_END,
                                person("director"),
                                false,
                                List.of()));
    }

    @Test
    void three_deputies_sign_first_and_two_second_and_no_more() {
        fill(FIRST, DEPUTY, 3);
        decisions
                .when(register("first deputy 4", FIRST, DEPUTY, null), DIRECTOR)
                .expectRefusal(ErrorCode.LIMIT_EXCEEDED);
        fill(SECOND, DEPUTY, 2);
        decisions
                .when(register("second deputy 3", SECOND, DEPUTY, null), DIRECTOR)
                .expectRefusal(ErrorCode.LIMIT_EXCEEDED);
        fill(FIRST, HEAD, 1);
        var refusal = decisions
                .when(register("second head", FIRST, HEAD, null), DIRECTOR)
                .expectRefusal(ErrorCode.LIMIT_EXCEEDED);

        assertThat(refusal.facts()).containsEntry("limit", "1").containsEntry("on", TODAY.toString());
    }

    @Test
    void the_limit_counts_on_every_day_not_at_the_first_one_only() {
        LocalDate later = TODAY.plusMonths(6);
        decisions
                .given(register("old head", FIRST, HEAD, later.minusDays(1)), DIRECTOR)
                .given(new RegisterSignatory(DEPARTMENT, person("new head"), FIRST, HEAD, later, null), DIRECTOR);

        decisions
                .when(
                        new RegisterSignatory(DEPARTMENT, person("third"), FIRST, HEAD, later.minusDays(1), null),
                        DIRECTOR)
                .expectRefusal(ErrorCode.LIMIT_EXCEEDED);
        decisions
                .when(
                        new RegisterSignatory(
                                DEPARTMENT, person("earlier"), FIRST, HEAD, TODAY.minusDays(9), TODAY.minusDays(1)),
                        DIRECTOR)
                .events();
    }

    @Test
    void nobody_signs_first_and_second_in_the_same_days() {
        decisions.given(register("chief", SECOND, HEAD, YEAR_END), DIRECTOR);

        decisions.when(register("chief", FIRST, DEPUTY, null), DIRECTOR).expectRefusal(ErrorCode.ALREADY_EXISTS);
        decisions
                .when(
                        new RegisterSignatory(DEPARTMENT, person("chief"), FIRST, DEPUTY, YEAR_END.plusDays(1), null),
                        DIRECTOR)
                .events();
    }

    @Test
    void a_registration_recorded_from_paper_signs_nothing_until_a_second_person_confirms() {
        Decision recorded = Decisions.recorded("officer", Role.OFFICER, Role.DIRECTOR);
        decisions.given(register("director", FIRST, HEAD, null), recorded);

        decisions
                .when(new ConfirmSignatory(DEPARTMENT, 1), Decisions.taken("officer", Role.ACCOUNTANT))
                .expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(new ConfirmSignatory(DEPARTMENT, 1), Decisions.taken("DIRECTOR on paper", Role.DIRECTOR))
                .expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(new ConfirmSignatory(DEPARTMENT, 2), Decisions.taken("registrar", Role.REGISTRAR))
                .expectRefusal(ErrorCode.NOT_FOUND);
        decisions
                .when(new ConfirmSignatory(DEPARTMENT, 1), Decisions.taken("registrar", Role.REGISTRAR))
                .expectEvents(new SignatoryConfirmed(DEPARTMENT, 1, person("registrar")));
        decisions
                .when(new ConfirmSignatory(DEPARTMENT, 1), Decisions.taken("registrar", Role.REGISTRAR))
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void a_signature_is_removed_with_a_reason_before_its_end() {
        decisions.given(register("chief", SECOND, HEAD, YEAR_END), DIRECTOR);

        decisions
                .when(new RemoveSignatory(DEPARTMENT, 1, TODAY), AccountTest.because(DIRECTOR, null))
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        decisions.when(new RemoveSignatory(DEPARTMENT, 1, YEAR_END), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        decisions
                .when(new RemoveSignatory(DEPARTMENT, 1, TODAY), DIRECTOR)
                .expectEvents(
                        new SecondSignatoryEnded(SecondSignatory.streamOf(person("chief")), DEPARTMENT, 1, TODAY),
                        new SignatoryRemoved(DEPARTMENT, 1, TODAY));
    }

    @Test
    void the_head_of_a_host_keeps_the_own_list_only() {
        Decision head = Decisions.takenFor(HOST, "head", Role.HOST_HEAD);

        decisions
                .when(new RegisterSignatory(HOST, person("head"), FIRST, HEAD, TODAY, null), head)
                .events();
        decisions.when(register("head", FIRST, HEAD, null), head).expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }

    private void fill(SignaturePosition position, SignatoryRank rank, int count) {
        for (int i = 1; i <= count; i++) {
            decisions.given(register(position + " " + rank + " " + i, position, rank, null), DIRECTOR);
        }
    }

    private static RegisterSignatory register(
            String who, SignaturePosition position, SignatoryRank rank, @Nullable LocalDate to) {
        return new RegisterSignatory(DEPARTMENT, person(who), position, rank, TODAY, to);
    }
}
