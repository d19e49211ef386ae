package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.testing.RunningSystem;

/** The first days of a system: an administrator, an officer, and no rule in force yet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptySystemTest {
    private static final String OFFICER = "can-bo-dau-tien";
    private static final String FOR_OFFICER = "thay-can-bo";

    private final RunningSystem system = RunningSystem.start();
    private final Sender sender = new Sender(system);

    @BeforeAll
    void people() {
        system.bean(Bootstrap.class)
                .administrator(Cast.ADMIN.personName(), Cast.ADMIN.login(), new Secret(RunningSystem.PASSWORD));
        system.clock()
                .moveTo(DemoLoader.LAST_DAY
                        .plusDays(1)
                        .atStartOfDay(StoryClock.ZONE)
                        .toInstant());
        // the director signs on paper and needs no account for that, but is a registered person
        sender.does(
                Cast.ADMIN,
                "registerPerson",
                Map.of("person", Cast.DIRECTOR.person().value(), "name", Cast.DIRECTOR.personName()));
        String officer = Scene.account(sender, OFFICER, Role.OFFICER);
        String forOfficer = Scene.account(sender, FOR_OFFICER);
        Scene.delegate(sender, OFFICER, officer, forOfficer, Map.of("role", "OFFICER"));
    }

    @AfterAll
    void close() {
        system.close();
    }

    @Test
    void the_first_rule_already_needs_two_persons() {
        Map<String, Object> first = recorded(OFFICER, "four-eyes.rules");
        assertThat(sender.send(OFFICER, "confirmRuleVersion", first).code()).isEqualTo("FOUR_EYES");
        assertThat(sender.send(FOR_OFFICER, "confirmRuleVersion", first).code())
                .as("who acts for the one who recorded it")
                .isEqualTo("FOUR_EYES");

        Map<String, Object> second = recorded(FOR_OFFICER, "four-eyes.record-confirm");
        assertThat(sender.send(OFFICER, "confirmRuleVersion", second).code())
                .as("it was recorded for him")
                .isEqualTo("FOUR_EYES");

        sender.does(Cast.ADMIN, "confirmRuleVersion", first);
        sender.does(Cast.ADMIN, "confirmRuleVersion", second);
    }

    /** All pages of them. */
    private List<JsonNode> proposals() {
        List<JsonNode> proposals = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = system.as(OFFICER)
                    .data("{ ruleProposals(first: 100%s) { pageInfo { hasNextPage endCursor }".formatted(after)
                            + " nodes { family version sha256 } } }")
                    .get("ruleProposals");
            page.get("nodes").forEach(proposals::add);
            if (!page.at("/pageInfo/hasNextPage").booleanValue()) return proposals;
            after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").stringValue());
        }
    }

    /** The director's decision on paper; the input of its confirmation. */
    private Map<String, Object> recorded(String login, String family) {
        for (JsonNode proposal : proposals()) {
            if (!proposal.get("family").asString().equals(family)) continue;
            String version = proposal.get("version").asString();
            sender.does(
                    login,
                    "putRuleVersionInForce",
                    Map.of(
                            "family",
                            family,
                            "version",
                            version,
                            "sha256",
                            proposal.get("sha256").asString(),
                            "leavesGap",
                            true,
                            "seenAt",
                            Sender.NOW,
                            "decision",
                            Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
            return Map.of(
                    "family",
                    family,
                    "version",
                    version,
                    "seenAt",
                    Sender.NOW,
                    "decision",
                    Sender.on("DECISION", "01/QĐ-SKHCN"));
        }
        throw new AssertionError("no proposal of " + family);
    }
}
