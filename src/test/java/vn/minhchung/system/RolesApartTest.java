package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.view.RolesApart;
import vn.minhchung.testing.RunningSystem;

/** Roles that one person never holds together, whichever way they come. */
class RolesApartTest {
    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    @ParameterizedTest
    @CsvSource({"CITIZEN, công dân", "INSPECTOR, 'thanh tra, kiểm toán'", "ADMIN, quản trị hệ thống"})
    void the_director_makes_no_citizen_inspector_or_administrator_a_director(Cast delegate, String held) {
        JsonNode refused = sender.asked(
                        Cast.DIRECTOR.login(),
                        "delegateRole",
                        delegation(delegate.account().value()),
                        "errors { code message wayOut facts rule { family } }")
                .at("/errors/0");

        assertThat(refused.get("code").asString()).isEqualTo("ROLES_INCOMPATIBLE");
        assertThat(refused.at("/rule/family").asString()).isEqualTo("roles.never-together");
        assertThat(refused.get("wayOut").asString()).contains(held);
    }

    @Test
    void a_delegated_directors_role_has_no_effect_before_somebody_else_confirms_it() {
        String login = "thay-giam-doc";
        String account = Scene.account(sender, login, Role.OFFICER);
        String delegation = Id.derived("delegation", "scene", login);
        Map<String, Object> input = new HashMap<>(delegation(account));
        input.put("delegation", delegation);
        sender.does(Cast.DIRECTOR, "delegateRole", input);
        assertThat(roles(login)).doesNotContain(Role.DIRECTOR);
        Map<String, Object> confirming = Map.of("delegation", delegation, "seenAt", Sender.NOW);

        assertThat(sender.send(Cast.DIRECTOR, "confirmDelegation", confirming).code())
                .isEqualTo("FOUR_EYES");
        assertThat(sender.send(login, "confirmDelegation", confirming).code()).isEqualTo("FOUR_EYES");
        sender.does(Cast.REGISTRAR, "confirmDelegation", confirming);

        assertThat(roles(login)).contains(Role.DIRECTOR);
        sender.does(Cast.DIRECTOR, "endDelegation", Map.of("delegation", delegation));
    }

    @Test
    void the_administrator_grants_nothing_beside_what_excludes_it() {
        assertThat(grant(Cast.INSPECTOR, "OFFICER", null)).isEqualTo("ROLES_INCOMPATIBLE");
        assertThat(grant(Cast.OFFICER, "HOST_HEAD", Organisation.HOST)).isEqualTo("ROLES_INCOMPATIBLE");
        assertThat(grant(Cast.OFFICER, "COMMITTEE", null)).isEqualTo("ROLES_INCOMPATIBLE");
    }

    /** A grant does not look at delegations: what they bring together is kept apart where rights are put together. */
    @Test
    void what_came_together_all_the_same_has_no_effect_beside_what_excludes_it() {
        String login = "thanh-tra-duoc-uy-quyen";
        String account = Scene.account(sender, login);
        Map<String, Object> input = new HashMap<>(delegation(account));
        input.put("delegator", Cast.REGISTRAR.account().value());
        input.put("role", "REGISTRAR");
        sender.does(Cast.REGISTRAR, "delegateRole", input);
        assertThat(roles(login)).containsOnly(Role.REGISTRAR);

        sender.does(Cast.ADMIN, "grantRole", Map.of("account", account, "role", "INSPECTOR"));

        assertThat(roles(login)).containsOnly(Role.INSPECTOR);
    }

    @Test
    void the_director_does_not_switch_it_off() {
        Map<String, Object> off = Map.of(
                "family",
                "roles.never-together",
                "mode",
                "OFF",
                "seenAt",
                Sender.NOW,
                "decision",
                Sender.on("DECISION", "18/QĐ-SKHCN"));

        assertThat(sender.send(Cast.DIRECTOR, "switchRule", off).code()).isEqualTo("RULE_IS_LAW");
    }

    @Test
    void every_pair_of_the_law_is_looked_at_when_rights_are_put_together() {
        var apart = system.bean(RolesApart.class).on(system.clock().today());

        assertThat(apart.test(Role.INSPECTOR, Role.OFFICER)).isTrue();
        assertThat(apart.test(Role.DIRECTOR, Role.CITIZEN)).isTrue();
        assertThat(apart.test(Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT)).isFalse();
    }

    private Map<String, Object> delegation(String delegate) {
        String today = system.clock().today().toString();
        return Map.of(
                "delegator",
                Cast.DIRECTOR.account().value(),
                "delegate",
                delegate,
                "role",
                "DIRECTOR",
                "start",
                today,
                "end",
                today,
                "decision",
                Sender.on("AUTHORISATION", "05/GUQ-SKHCN"));
    }

    private Set<Role> roles(String login) {
        return system.bean(Logins.class).actor(login).orElseThrow().roles();
    }

    private String grant(Cast to, String role, @Nullable Organisation host) {
        Map<String, Object> input = new HashMap<>(Map.of("account", to.account().value(), "role", role));
        if (host != null) input.put("organisation", host.id().value());
        return sender.send(Cast.ADMIN, "grantRole", input).code();
    }
}
