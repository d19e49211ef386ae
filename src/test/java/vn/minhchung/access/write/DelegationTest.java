package vn.minhchung.access.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.access.AccessExamples.DEPARTMENT;
import static vn.minhchung.access.AccessExamples.TODAY;
import static vn.minhchung.access.AccessExamples.YEAR_END;
import static vn.minhchung.access.AccessExamples.account;
import static vn.minhchung.access.AccessExamples.created;
import static vn.minhchung.access.AccessExamples.delegated;
import static vn.minhchung.access.AccessExamples.granted;
import static vn.minhchung.access.AccessExamples.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationCommand.EndDelegation;
import vn.minhchung.access.DelegationEvent.DelegationConfirmed;
import vn.minhchung.access.DelegationEvent.DelegationEnded;
import vn.minhchung.access.DelegationEvent.RoleDelegated;
import vn.minhchung.access.DelegationId;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryCommand.RemoveSignatory;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class DelegationTest {
    private static final DelegationId FIRST = new DelegationId("delegation:01890a5d-ac96-7741-b9f0-7f2a4b8c0401");
    private static final DelegationId SECOND = new DelegationId("delegation:01890a5d-ac96-7741-b9f0-7f2a4b8c0402");
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);
    private static final Decision DEPUTY = Decisions.taken("deputy", Role.DEPUTY_DIRECTOR);

    private final DecisionFixture decisions = new AccessFixture().decisions;

    @BeforeEach
    void a_director_a_deputy_an_officer_and_a_chief_accountant() {
        for (String who : List.of("director", "deputy", "officer", "chief")) {
            decisions.given(Account.class, account(who).value(), created(who));
        }
        decisions.given(Account.class, account("director").value(), granted("director", Role.DIRECTOR));
    }

    @Test
    void a_role_held_is_delegated_for_a_time_on_a_document() {
        decisions
                .when(delegate("deputy", TODAY, YEAR_END), DIRECTOR)
                .expectEvents(new RoleDelegated(
                        FIRST,
                        account("director"),
                        account("deputy"),
                        person("deputy"),
                        Role.DIRECTOR,
                        null,
                        TODAY,
                        YEAR_END,
                        false,
                        null,
                        List.of(person("director")),
                        null,
                        true,
                        List.of()));
        decisions
                .when(delegate("officer", TODAY, YEAR_END, SECOND, null), AccountTest.withoutBasis(DIRECTOR))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
    }

    @Test
    void nobody_delegates_for_somebody_else_or_to_himself_or_a_role_he_does_not_hold() {
        decisions.when(delegate("deputy", TODAY, YEAR_END), DEPUTY).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
        decisions.when(delegate("director", TODAY, YEAR_END), DIRECTOR).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
        decisions
                .when(
                        new DelegateRole(
                                FIRST,
                                account("deputy"),
                                account("officer"),
                                Role.DIRECTOR,
                                null,
                                TODAY,
                                YEAR_END,
                                false,
                                null),
                        DEPUTY)
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void the_days_are_in_order_not_over_and_within_the_delegators_own() {
        decisions.when(delegate("deputy", YEAR_END, TODAY), DIRECTOR).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        decisions
                .when(delegate("deputy", TODAY.minusDays(9), TODAY.minusDays(1)), DIRECTOR)
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
        decisions.given(
                Account.class,
                account("chief").value(),
                new RoleGranted(
                        account("chief"),
                        Role.CHIEF_ACCOUNTANT,
                        null,
                        TODAY,
                        YEAR_END,
                        List.of(person("admin")),
                        false));
        var beyond = new DelegateRole(
                FIRST,
                account("chief"),
                account("officer"),
                Role.CHIEF_ACCOUNTANT,
                null,
                TODAY,
                YEAR_END.plusDays(1),
                false,
                null);
        decisions
                .when(beyond, Decisions.taken("chief", Role.CHIEF_ACCOUNTANT))
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void a_provisional_role_cannot_be_delegated() {
        decisions.given(
                Account.class,
                account("chief").value(),
                new RoleGranted(
                        account("chief"), Role.CHIEF_ACCOUNTANT, null, TODAY, null, List.of(person("admin")), true));
        var command = new DelegateRole(
                FIRST, account("chief"), account("officer"), Role.CHIEF_ACCOUNTANT, null, TODAY, YEAR_END, false, null);

        decisions
                .when(command, Decisions.taken("chief", Role.CHIEF_ACCOUNTANT))
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void what_may_be_passed_on_is_passed_on_within_its_days_and_remembers_every_principal() {
        decisions.given(Delegation.class, FIRST.value(), delegated(FIRST, "director", "deputy", Role.DIRECTOR));

        decisions.when(passOn("officer", YEAR_END.plusDays(1)), DEPUTY).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
        var events = decisions.when(passOn("officer", YEAR_END), DEPUTY).events();

        assertThat(((RoleDelegated) events.getFirst()).principals())
                .containsExactly(person("deputy"), person("director"));
    }

    @Test
    void a_chain_never_comes_back_to_one_of_its_principals() {
        decisions.given(Delegation.class, FIRST.value(), delegated(FIRST, "director", "deputy", Role.DIRECTOR));

        decisions.when(passOn("director", YEAR_END), DEPUTY).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void what_may_not_be_passed_on_or_has_ended_is_not() {
        decisions
                .given(delegate("deputy", TODAY, YEAR_END), DIRECTOR)
                .given(new ConfirmDelegation(FIRST), Decisions.taken("officer", Role.OFFICER));
        decisions.when(passOn("officer", YEAR_END), DEPUTY).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);

        DelegationId other = new DelegationId("delegation:01890a5d-ac96-7741-b9f0-7f2a4b8c0403");
        decisions.given(
                Delegation.class,
                other.value(),
                delegated(other, "director", "deputy", Role.DIRECTOR),
                new DelegationEnded(other, TODAY));
        decisions
                .when(delegate("officer", TODAY, YEAR_END, SECOND, other), DIRECTOR)
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void the_head_does_not_delegate_the_first_signature_to_a_second_signatory() {
        decisions.given(registerSecond("chief"), DIRECTOR);

        decisions.when(delegate("chief", TODAY, YEAR_END), DIRECTOR).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
        decisions.given(new RemoveSignatory(DEPARTMENT, 1, TODAY), DIRECTOR);
        decisions.when(delegate("chief", TODAY.plusDays(1), YEAR_END), DIRECTOR).events();
    }

    @Test
    void a_delegation_recorded_from_paper_waits_for_somebody_who_neither_recorded_it_nor_gains() {
        Decision recorded = recordedFor("director", Decisions.recorded("officer", Role.OFFICER, Role.DIRECTOR));

        var events =
                decisions.when(delegate("deputy", TODAY, YEAR_END), recorded).events();
        assertThat(((RoleDelegated) events.getFirst()).provisional()).isTrue();

        var confirm = new ConfirmDelegation(FIRST);
        decisions.when(confirm, Decisions.taken("officer", Role.OFFICER)).expectRefusal(ErrorCode.FOUR_EYES);
        decisions.when(confirm, DEPUTY).expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(confirm, Decisions.taken("registrar", Role.REGISTRAR))
                .expectEvents(new DelegationConfirmed(FIRST, person("registrar")));
        decisions
                .when(confirm, Decisions.taken("registrar", Role.REGISTRAR))
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void a_money_role_taken_here_waits_for_the_director_and_the_directors_own_for_an_officer() {
        decisions.given(Account.class, account("chief").value(), granted("chief", Role.CHIEF_ACCOUNTANT));
        var chiefs = new DelegateRole(
                SECOND,
                account("chief"),
                account("officer"),
                Role.CHIEF_ACCOUNTANT,
                null,
                TODAY,
                YEAR_END,
                false,
                null);
        decisions
                .given(delegate("deputy", TODAY, YEAR_END), DIRECTOR)
                .given(chiefs, Decisions.taken("chief", Role.CHIEF_ACCOUNTANT));

        decisions.when(new ConfirmDelegation(FIRST), DIRECTOR).expectRefusal(ErrorCode.FOUR_EYES);
        decisions.when(new ConfirmDelegation(FIRST), DEPUTY).expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(new ConfirmDelegation(FIRST), Decisions.taken("registrar", Role.REGISTRAR))
                .expectEvents(new DelegationConfirmed(FIRST, person("registrar")));
        decisions
                .when(new ConfirmDelegation(SECOND), Decisions.taken("registrar", Role.REGISTRAR))
                .expectRefusal(ErrorCode.NOT_ALLOWED);
        decisions
                .when(new ConfirmDelegation(SECOND), DIRECTOR)
                .expectEvents(new DelegationConfirmed(SECOND, person("director")));
    }

    @Test
    void an_inspector_is_given_no_role_to_act_in() {
        decisions.given(Account.class, account("deputy").value(), granted("deputy", Role.INSPECTOR));

        decisions.when(delegate("deputy", TODAY, YEAR_END), DIRECTOR).expectRefusal(ErrorCode.ROLES_INCOMPATIBLE);
    }

    @Test
    void paper_signed_by_somebody_else_delegates_nothing() {
        decisions
                .when(delegate("deputy", TODAY, YEAR_END), Decisions.recorded("officer", Role.OFFICER, Role.DIRECTOR))
                .expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    @Test
    void a_delegation_is_ended_by_its_parties_once() {
        decisions.given(delegate("deputy", TODAY, YEAR_END), DIRECTOR);

        decisions
                .when(new EndDelegation(FIRST), Decisions.taken("officer", Role.OFFICER))
                .expectRefusal(ErrorCode.NOT_ALLOWED);
        decisions.when(new EndDelegation(FIRST), DEPUTY).expectEvents(new DelegationEnded(FIRST, TODAY));
        decisions.when(new EndDelegation(FIRST), DIRECTOR).expectRefusal(ErrorCode.DELEGATION_NOT_VALID);
    }

    static RegisterSignatory registerSecond(String who) {
        return new RegisterSignatory(
                DEPARTMENT, person(who), SignaturePosition.SECOND, SignatoryRank.HEAD, TODAY, null);
    }

    private static DelegateRole delegate(String to, LocalDate start, LocalDate end) {
        return delegate(to, start, end, FIRST, null);
    }

    private static DelegateRole delegate(
            String to, LocalDate start, LocalDate end, DelegationId id, @Nullable DelegationId under) {
        return new DelegateRole(id, account("director"), account(to), Role.DIRECTOR, null, start, end, false, under);
    }

    private static DelegateRole passOn(String to, LocalDate end) {
        return new DelegateRole(SECOND, account("deputy"), account(to), Role.DIRECTOR, null, TODAY, end, false, FIRST);
    }

    private static Decision recordedFor(String delegator, Decision decision) {
        Decider by = decision.decidedBy();
        return new Decision(
                decision.actor(),
                new Decider(
                        person(delegator),
                        by.role(),
                        by.office(),
                        by.capacity(),
                        null,
                        null,
                        by.signedOn(),
                        by.document(),
                        DecisionMode.RECORDED,
                        null),
                decision.basis(),
                decision.reason(),
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
