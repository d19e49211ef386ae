package vn.minhchung.access.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.access.AccessExamples.DEPARTMENT;
import static vn.minhchung.access.AccessExamples.TODAY;
import static vn.minhchung.access.AccessExamples.YEAR_END;
import static vn.minhchung.access.AccessExamples.account;
import static vn.minhchung.access.AccessExamples.created;
import static vn.minhchung.access.AccessExamples.granted;
import static vn.minhchung.access.AccessExamples.person;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhchung.access.AccountCommand.BootstrapAdministrator;
import vn.minhchung.access.AccountCommand.ConfirmRole;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.AccountCommand.LockAccount;
import vn.minhchung.access.AccountCommand.ResetCredential;
import vn.minhchung.access.AccountCommand.RevokeRole;
import vn.minhchung.access.AccountCommand.UnlockAccount;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.AccountLocked;
import vn.minhchung.access.AccountEvent.AccountUnlocked;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.access.BootstrapEvent.AdministratorBootstrapped;
import vn.minhchung.access.LoginEvent.LoginClaimed;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class AccountTest {
    private static final Decision ADMIN = Decisions.taken("admin", Role.ADMIN);
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);
    private static final Decision OFFICER = Decisions.taken("officer", Role.OFFICER);

    private final AccessFixture access = new AccessFixture(person("erased"));
    private final DecisionFixture decisions = access.decisions;

    @Test
    void an_account_is_opened_for_a_person_with_a_sealed_log_in_and_a_password_outside_the_log() {
        var events = decisions
                .when(create("officer", "officer", "a password"), ADMIN)
                .events();

        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(AccountCreated.class, CredentialSet.class, LoginClaimed.class);
        assertThat(access.passwords).containsValue("a password").hasSize(1);
        assertThat(events.toString()).doesNotContain("a password").doesNotContain("login=officer");
        assertThat(access.passwords).containsOnlyKeys(((CredentialSet) events.get(1)).credential());
    }

    @Test
    void a_log_in_is_taken_once_whatever_its_case_and_a_malformed_one_is_refused() {
        decisions.given(create("officer", "officer", "a password"), ADMIN);

        decisions.when(create("other", " Officer ", "a password"), ADMIN).expectRefusal(ErrorCode.ALREADY_EXISTS);
        decisions.when(create("other", "có dấu", "a password"), ADMIN).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_short_password_and_one_the_hash_would_cut_are_refused_and_leave_no_hash() {
        decisions.when(create("officer", "officer", "short"), ADMIN).expectRefusal(ErrorCode.INVALID_INPUT);
        decisions.when(create("officer", "officer", "x".repeat(73)), ADMIN).expectRefusal(ErrorCode.INVALID_INPUT);

        assertThat(access.passwords).isEmpty();
        decisions.when(create("officer", "officer", "x".repeat(72)), ADMIN).events();
    }

    @Test
    void no_account_is_opened_for_an_erased_person() {
        decisions.when(create("erased", "erased", "a password"), ADMIN).expectRefusal(ErrorCode.PERSON_ERASED);
    }

    @Test
    void an_account_of_the_issuer_needs_no_password() {
        var command = new CreateAccount(
                account("officer"), person("officer"), access.vault.seal(person("officer"), "officer"), null);

        assertThat(decisions.when(command, ADMIN).events()).hasSize(2);
    }

    @Test
    void the_first_administrator_is_recorded_once() {
        var command = new BootstrapAdministrator(
                account("admin"),
                person("admin"),
                access.vault.seal(person("admin"), "admin"),
                new Secret("a password"));

        var events = decisions.when(command, ADMIN).events();

        assertThat(events)
                .contains(
                        new AdministratorBootstrapped(BootstrapGuard.STREAM, account("admin"), person("admin")),
                        new RoleGranted(
                                account("admin"), Role.ADMIN, null, TODAY, null, List.of(person("admin")), false));
        var second = new BootstrapAdministrator(
                account("second"),
                person("second"),
                access.vault.seal(person("second"), "second"),
                new Secret("a password"));
        decisions.when(second, ADMIN).expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void one_sets_ones_own_password_and_an_administrator_anybodys() {
        exists("officer");

        var own = decisions
                .when(new ResetCredential(account("officer"), new Secret("new password")), OFFICER)
                .events();
        assertThat(own).singleElement().isInstanceOf(CredentialSet.class);
        decisions
                .when(
                        new ResetCredential(account("officer"), new Secret("new password")),
                        Decisions.taken("stranger", Role.OFFICER))
                .expectRefusal(ErrorCode.NOT_ALLOWED);
        decisions
                .when(new ResetCredential(account("officer"), new Secret("newer password")), ADMIN)
                .events();
        assertThat(access.passwords).hasSize(1).containsValue("newer password");
    }

    @Test
    void an_account_is_locked_and_unlocked_with_a_reason() {
        exists("officer");

        decisions.when(new UnlockAccount(account("officer")), ADMIN).expectRefusal(ErrorCode.WRONG_STATE);
        decisions
                .when(new LockAccount(account("officer")), because(ADMIN, " "))
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        decisions.when(new LockAccount(account("officer")), ADMIN).expectEvents(new AccountLocked(account("officer")));
        decisions.when(new LockAccount(account("officer")), ADMIN).expectRefusal(ErrorCode.ACCOUNT_LOCKED);
        decisions
                .when(new UnlockAccount(account("officer")), ADMIN)
                .expectEvents(new AccountUnlocked(account("officer")));
    }

    @Test
    void a_role_without_money_holds_at_once() {
        exists("officer");

        decisions
                .when(grant("officer", Role.OFFICER), ADMIN)
                .expectEvents(new RoleGranted(
                        account("officer"), Role.OFFICER, null, TODAY, null, List.of(person("admin")), false));
        decisions.when(grant("officer", Role.OFFICER), ADMIN).expectRefusal(ErrorCode.ROLE_ALREADY_GRANTED);
    }

    @Test
    void nobody_grants_a_role_to_himself_through_whatever_account() {
        exists("admin");

        decisions.when(grant("admin", Role.OFFICER), ADMIN).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @Test
    void a_pair_the_director_switched_off_passes_and_names_its_family() {
        List<String> broken = new ArrayList<>();
        DecisionFixture switched =
                new AccessFixture((family, _, _, _) -> broken.add(family), person("erased")).decisions;
        switched.given(Account.class, account("admin").value(), created("admin"));

        switched.when(grant("admin", Role.OFFICER), ADMIN).events();

        assertThat(broken).containsExactly("four-eyes.role-grant");
    }

    @Test
    void nobody_grants_a_role_to_the_person_he_acts_for() {
        exists("officer");
        Decision delegated = delegated(Decisions.taken("deputy", Role.ADMIN), Role.ADMIN, person("officer"));

        decisions.when(grant("officer", Role.OFFICER), delegated).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void money_roles_are_provisional_and_the_others_are_not(Role role) {
        exists("holder");
        var organisation = role.ofHost() ? DEPARTMENT : null;

        var events = decisions
                .when(new GrantRole(account("holder"), role, organisation, null, null), ADMIN)
                .events();

        var granted = (RoleGranted) events.getFirst();
        assertThat(granted.provisional()).isEqualTo(role.money());
        assertThat(EnumSet.of(
                                Role.ACCOUNTANT,
                                Role.CHIEF_ACCOUNTANT,
                                Role.DIRECTOR,
                                Role.DEPUTY_DIRECTOR,
                                Role.COMMITTEE,
                                Role.FINANCE)
                        .contains(role))
                .isEqualTo(role.money());
    }

    @Test
    void host_roles_need_their_organisation_and_others_have_none() {
        exists("head");

        decisions.when(grant("head", Role.HOST_HEAD), ADMIN).expectRefusal(ErrorCode.ROLE_NEEDS_ORGANISATION);
        decisions
                .when(new GrantRole(account("head"), Role.OFFICER, DEPARTMENT, null, null), ADMIN)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_role_is_not_granted_backwards() {
        exists("officer");

        decisions
                .when(new GrantRole(account("officer"), Role.OFFICER, null, TODAY.minusDays(1), null), ADMIN)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        decisions
                .when(new GrantRole(account("officer"), Role.OFFICER, null, YEAR_END, TODAY), ADMIN)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    @Test
    void the_director_confirms_a_money_role_and_nobody_else() {
        exists("accountant");
        decisions.given(grant("accountant", Role.ACCOUNTANT), ADMIN);
        var confirm = new ConfirmRole(account("accountant"), Role.ACCOUNTANT, null);

        decisions.when(confirm, OFFICER).expectRefusal(ErrorCode.NOT_ALLOWED);
        decisions.when(confirm, Decisions.taken("admin", Role.DIRECTOR)).expectRefusal(ErrorCode.FOUR_EYES);
        decisions.when(confirm, Decisions.taken("accountant", Role.DIRECTOR)).expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(confirm, delegated(Decisions.taken("deputy", Role.DIRECTOR), Role.DIRECTOR, person("admin")))
                .expectRefusal(ErrorCode.FOUR_EYES);
        decisions
                .when(confirm, DIRECTOR)
                .expectEvents(new RoleConfirmed(account("accountant"), Role.ACCOUNTANT, null, person("director")));
        decisions.when(confirm, DIRECTOR).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void the_directors_own_role_rests_on_a_document_that_an_officer_compares() {
        exists("director");

        decisions.when(grant("director", Role.DIRECTOR), withoutBasis(ADMIN)).expectRefusal(ErrorCode.BASIS_REQUIRED);
        decisions.given(grant("director", Role.DIRECTOR), ADMIN);
        decisions
                .when(new ConfirmRole(account("director"), Role.DIRECTOR, null), OFFICER)
                .expectEvents(new RoleConfirmed(account("director"), Role.DIRECTOR, null, person("officer")));
    }

    @Test
    void a_grant_recorded_from_paper_waits_for_a_second_person() {
        exists("registrar");

        decisions.given(grant("registrar", Role.REGISTRAR), Decisions.recorded("admin", Role.ADMIN, Role.DIRECTOR));

        decisions
                .when(new ConfirmRole(account("registrar"), Role.REGISTRAR, null), OFFICER)
                .expectEvents(new RoleConfirmed(account("registrar"), Role.REGISTRAR, null, person("officer")));
    }

    @Test
    void a_role_is_revoked_with_a_reason_and_may_be_granted_again() {
        exists("officer");
        decisions.given(Account.class, account("officer").value(), granted("officer", Role.OFFICER));
        var revoke = new RevokeRole(account("officer"), Role.OFFICER, null);

        decisions
                .when(new RevokeRole(account("officer"), Role.REGISTRAR, null), ADMIN)
                .expectRefusal(ErrorCode.ROLE_NOT_GRANTED);
        decisions.when(revoke, because(ADMIN, null)).expectRefusal(ErrorCode.REASON_REQUIRED);
        decisions.when(revoke, ADMIN).expectEvents(new RoleRevoked(account("officer"), Role.OFFICER, null, TODAY));
        decisions
                .when(new ConfirmRole(account("officer"), Role.OFFICER, null), DIRECTOR)
                .expectRefusal(ErrorCode.ROLE_NOT_GRANTED);
        decisions.when(grant("officer", Role.OFFICER), ADMIN).events();
    }

    private void exists(String who) {
        decisions.given(Account.class, account(who).value(), created(who));
    }

    private CreateAccount create(String who, String login, String password) {
        return new CreateAccount(
                account(who), person(who), access.vault.seal(person(who), login), new Secret(password));
    }

    private static GrantRole grant(String who, Role role) {
        return new GrantRole(account(who), role, null, null, null);
    }

    static Decision delegated(Decision decision, Role role, PersonId principal) {
        Actor actor = decision.actor();
        return decision(
                new Actor(
                        actor.account(),
                        actor.person(),
                        actor.roles(),
                        actor.hosts(),
                        Map.of(role, new Actor.Delegated("delegation:1", principal, Set.of(principal))),
                        Map.of()),
                decision,
                decision.reason(),
                false);
    }

    static Decision because(Decision decision, @Nullable String reason) {
        return decision(decision.actor(), decision, reason, false);
    }

    static Decision withoutBasis(Decision decision) {
        return decision(decision.actor(), decision, decision.reason(), true);
    }

    private static Decision decision(Actor actor, Decision decision, @Nullable String reason, boolean withoutBasis) {
        return new Decision(
                actor,
                decision.decidedBy(),
                withoutBasis ? List.of() : decision.basis(),
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
