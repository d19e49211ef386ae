package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.system.Sender.Outcome;
import vn.minhchung.testing.RunningSystem;

/**
 * The payment with as few people as the rules allow (domain.md 3.1), then every pair that must be two tried by one: in
 * person, and through somebody acting for that person.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallestCastTest {
    private static final String FOUR_EYES = "FOUR_EYES";
    /** One person with two offices. */
    private static final String BOTH = "hai-vai";
    /** Acts for {@link #BOTH} as chief accountant, and holds no office. */
    private static final String FOR_BOTH = "thay-hai-vai";
    /** Acts for the chief accountant of the demo, and holds no office. */
    private static final String FOR_CHIEF = "thay-ke-toan-truong";

    /** One person who leads the first host and works for the department. */
    private static final String TWO_SIDES = "hai-ben";
    /** Acts for {@link #TWO_SIDES} in both offices, and holds none. */
    private static final String FOR_TWO_SIDES = "thay-hai-ben";

    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);
    private final LocalDate today = system.clock().today();

    @BeforeAll
    void people() {
        String both = Scene.account(sender, BOTH, Role.DEPUTY_DIRECTOR, Role.CHIEF_ACCOUNTANT, Role.OFFICER);
        String forBoth = Scene.account(sender, FOR_BOTH);
        String forChief = Scene.account(sender, FOR_CHIEF);
        registerSecond(BOTH);
        registerSecond(FOR_BOTH);
        delegate(BOTH, both, forBoth);
        String twoSides = Scene.account(sender, TWO_SIDES, Role.OFFICER);
        String host = Organisation.HOST.id().value();
        String leading = Scene.accountOf(sender, Scene.person(TWO_SIDES), leading(TWO_SIDES));
        sender.does(Cast.ADMIN, "grantRole", Map.of("account", leading, "role", "HOST_HEAD", "organisation", host));
        String forTwoSides = Scene.account(sender, FOR_TWO_SIDES);
        String forLeading = Scene.accountOf(sender, Scene.person(FOR_TWO_SIDES), leading(FOR_TWO_SIDES));
        Scene.delegate(sender, TWO_SIDES, twoSides, forTwoSides, Map.of("role", "OFFICER"));
        Scene.delegate(
                sender, leading(TWO_SIDES), leading, forLeading, Map.of("role", "HOST_HEAD", "organisation", host));
        delegate(Cast.CHIEF_ACCOUNTANT.login(), Cast.CHIEF_ACCOUNTANT.account().value(), forChief);
        if (!"REFUSE".equals(volumeSwitch())) {
            sender.does(
                    Cast.DIRECTOR,
                    "switchRule",
                    Map.of(
                            "family",
                            "four-eyes.volume-withdrawal",
                            "mode",
                            "REFUSE",
                            "seenAt",
                            Sender.NOW,
                            "decision",
                            Sender.on("DECISION", "16/QĐ-SKHCN")));
        }
    }

    /** The same person's account at the host: no account holds both offices. */
    private static String leading(String login) {
        return login + "-chu-tri";
    }

    private String volumeSwitch() {
        JsonNode families =
                system.anonymous().data("{ ruleFamilies(first: 100) { nodes { family control { mode } } } }");
        for (JsonNode family : families.at("/ruleFamilies/nodes")) {
            if (family.get("family").asString().equals("four-eyes.volume-withdrawal"))
                return family.at("/control/mode").asString();
        }
        return "REFUSE";
    }

    private void registerSecond(String login) {
        sender.does(
                Cast.DIRECTOR,
                "registerSignatory",
                Map.of(
                        "unit", Organisation.DEPARTMENT.id().value(),
                        "person", Scene.person(login),
                        "position", "SECOND",
                        "rank", "DEPUTY",
                        "from", today.toString(),
                        "decision", Sender.on("LETTER", "03/SKHCN-VP")));
    }

    private void delegate(String delegator, String from, String to) {
        Scene.delegate(sender, delegator, from, to, Map.of("role", "CHIEF_ACCOUNTANT"));
    }

    @Test
    void one_accountant_the_director_and_one_who_compares_are_enough() {
        Scene scene = Scene.ready(system);
        String accountant = Cast.CHIEF_ACCOUNTANT.login();

        String paper = scene.prepared(accountant);
        sender.does(accountant, "signSecond", Scene.step(paper));
        sender.does(Cast.DIRECTOR, "signFirst", Scene.step(paper));
        sender.does(accountant, "sendToTreasury", Scene.step(paper));
        sender.does(accountant, "recordExecution", scene.execution(paper));
        sender.does(Cast.OFFICER, "confirmTreasuryFact", Scene.step(paper));
        sender.does(Cast.HOST_ACCOUNTANT, "confirmReceipt", receipt(paper));

        JsonNode money = system.as(Cast.HOST_HEAD.login()).data("""
                query ($id: ID!) { project(id: $id) { budget { advanced { amount } advanceOutstanding { amount } } } }
                """, Map.of("id", scene.project()));
        assertThat(money.at("/project/budget/advanced/amount").asString()).isEqualTo(Long.toString(Scene.ADVANCE));
        assertThat(money.at("/project/budget/advanceOutstanding/amount").asString())
                .isEqualTo(Long.toString(Scene.ADVANCE));
    }

    private Map<String, Object> receipt(String paper) {
        Map<String, Object> input = new HashMap<>(Scene.step(paper));
        input.put("receivedOn", today.toString());
        return input;
    }

    @Test
    void nobody_signs_both_times() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(Cast.ACCOUNTANT.login());
        sender.does(BOTH, "signSecond", Scene.step(paper));

        assertThat(code(BOTH, "signFirst", Scene.step(paper))).isEqualTo(FOUR_EYES);

        String forHim = scene.prepared(Cast.ACCOUNTANT.login());
        sender.does(FOR_BOTH, "signSecond", Scene.step(forHim));
        assertThat(code(BOTH, "signFirst", Scene.step(forHim)))
                .as("whoever signed second acted for him")
                .isEqualTo(FOUR_EYES);
    }

    @Test
    void a_refusal_by_a_rule_shows_the_version_it_rests_on() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(Cast.ACCOUNTANT.login());
        sender.does(BOTH, "signSecond", Scene.step(paper));

        JsonNode refused =
                sender.asked(BOTH, "signFirst", Scene.step(paper), """
                errors { code rule { id family version inForce source { number article } } }""").at("/errors/0");
        assertThat(refused.get("code").asString()).isEqualTo(FOUR_EYES);
        JsonNode rule = refused.get("rule");
        assertThat(rule.get("family").asString()).isEqualTo("four-eyes.withdrawal.first-second");
        assertThat(rule.get("id").asString())
                .isEqualTo("rule-version:four-eyes.withdrawal.first-second/"
                        + rule.get("version").asString());
        assertThat(rule.get("inForce").asBoolean()).isTrue();
        assertThat(rule.at("/source/article").asString()).isNotBlank();
    }

    @Test
    void a_refusal_by_no_rule_shows_none() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(Cast.ACCOUNTANT.login());

        JsonNode refused = sender.asked(
                        Cast.DIRECTOR.login(), "signFirst", Scene.step(paper), "errors { code rule { version } }")
                .at("/errors/0");
        assertThat(refused.get("code").asString()).isEqualTo("WRONG_STATE");
        assertThat(refused.get("rule").isNull()).isTrue();
    }

    @Test
    void the_preparer_never_signs_first() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(BOTH);
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper));

        assertThat(code(BOTH, "signFirst", Scene.step(paper))).isEqualTo(FOUR_EYES);

        String forHim = scene.prepared(FOR_BOTH);
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(forHim));
        assertThat(code(BOTH, "signFirst", Scene.step(forHim)))
                .as("it was prepared for him")
                .isEqualTo(FOUR_EYES);
    }

    @Test
    void whoever_measured_the_work_signs_nothing() {
        Scene scene = Scene.ready(system);
        String second = scene.prepared(
                Cast.ACCOUNTANT.login(), Cast.CHIEF_ACCOUNTANT.person().value());
        assertThat(code(Cast.CHIEF_ACCOUNTANT.login(), "signSecond", Scene.step(second)))
                .isEqualTo(FOUR_EYES);

        String throughAnother = scene.prepared(Cast.ACCOUNTANT.login(), Scene.person(BOTH));
        assertThat(code(FOR_BOTH, "signSecond", Scene.step(throughAnother))).isEqualTo(FOUR_EYES);

        Scene other = Scene.ready(system);
        String first =
                other.prepared(Cast.ACCOUNTANT.login(), Cast.DIRECTOR.person().value());
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(first));
        assertThat(code(Cast.DIRECTOR.login(), "signFirst", Scene.step(first))).isEqualTo(FOUR_EYES);
    }

    @Test
    void only_registered_signatures_count() {
        Scene scene = Scene.ready(system);
        String paper = scene.prepared(Cast.ACCOUNTANT.login());
        assertThat(code(Cast.ACCOUNTANT.login(), "signSecond", Scene.step(paper)))
                .isEqualTo("SIGNATORY_NOT_REGISTERED");
        assertThat(code(FOR_CHIEF, "signSecond", Scene.step(paper)))
                .as("an authorisation registers no signature")
                .isEqualTo("SIGNATORY_NOT_REGISTERED");

        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper));
        assertThat(code(BOTH, "signFirst", Scene.step(paper)))
                .as("a second signatory never signs first")
                .isEqualTo("SIGNATORY_NOT_REGISTERED");
        assertThat(code(
                        Cast.DIRECTOR.login(),
                        "delegateRole",
                        Map.of(
                                "delegator", Cast.DIRECTOR.account().value(),
                                "delegate", Cast.CHIEF_ACCOUNTANT.account().value(),
                                "role", "DIRECTOR",
                                "start", today.toString(),
                                "end", today.plusDays(3).toString(),
                                "decision", Sender.on("AUTHORISATION", "05/GUQ-SKHCN"))))
                .as("nor becomes the head's deputy")
                .isEqualTo("DELEGATION_NOT_VALID");
    }

    @Test
    void what_the_treasury_did_is_recorded_by_one_and_compared_by_another() {
        Scene scene = Scene.ready(system);
        String paper = scene.sent();
        sender.does(Cast.CHIEF_ACCOUNTANT, "recordExecution", scene.execution(paper));

        assertThat(code(Cast.CHIEF_ACCOUNTANT.login(), "confirmTreasuryFact", Scene.step(paper)))
                .isEqualTo(FOUR_EYES);
        assertThat(code(FOR_CHIEF, "confirmTreasuryFact", Scene.step(paper)))
                .as("who acts for him compares nothing he recorded")
                .isEqualTo(FOUR_EYES);
    }

    @Test
    void decisions_on_paper_are_recorded_by_one_and_compared_by_another() {
        Scene scene = new Scene(system);
        sender.does(
                Cast.OFFICER, "registerPerson", Map.of("person", scene.investigator(), "name", "Kiều Minh Dựng Cảnh"));
        sender.does(
                Cast.OFFICER, "registerApprovedTask", scene.approval(Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        Map<String, Object> task = Map.of("project", scene.project(), "seenAt", Sender.NOW);
        assertThat(code(Cast.OFFICER.login(), "confirmApproval", task)).isEqualTo(FOUR_EYES);
        sender.does(Cast.REGISTRAR, "confirmApproval", task);

        sender.does(Cast.OFFICER, "signContract", scene.contract(Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        assertThat(code(Cast.OFFICER.login(), "confirmContract", task)).isEqualTo(FOUR_EYES);

        sender.does(
                Cast.ACCOUNTANT,
                "assignAppropriation",
                scene.assignment(Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        Map<String, Object> money = Map.of("appropriation", scene.appropriation(), "seenAt", Sender.NOW);
        assertThat(code(Cast.ACCOUNTANT.login(), "confirmAppropriation", money)).isEqualTo(FOUR_EYES);
        sender.does(Cast.OFFICER, "confirmAppropriation", money);
    }

    @Test
    void an_account_to_be_paid_is_named_by_the_host_and_confirmed_by_somebody_else() {
        sender.does(Cast.OFFICER, "confirmDepositAccount", depositAccount(TWO_SIDES, 1));
        assertThat(code(TWO_SIDES, "confirmDepositAccount", depositAccount(TWO_SIDES, 2)))
                .isEqualTo(FOUR_EYES);
        assertThat(code(FOR_TWO_SIDES, "confirmDepositAccount", depositAccount(TWO_SIDES, 3)))
                .as("who acts for the one who named it")
                .isEqualTo(FOUR_EYES);
        assertThat(code(TWO_SIDES, "confirmDepositAccount", depositAccount(FOR_TWO_SIDES, 4)))
                .as("it was named for him")
                .isEqualTo(FOUR_EYES);
    }

    /** The input of its confirmation. */
    private Map<String, Object> depositAccount(String login, int number) {
        String account = Id.derived("deposit-account", "pair", Integer.toString(number));
        sender.does(
                leading(login),
                "registerDepositAccount",
                Map.of(
                        "depositAccount", account,
                        "host", Organisation.HOST.id().value(),
                        "number", "3713.0.108880" + number,
                        "treasury", Organisation.TREASURY.fullName(),
                        "validFrom", today.toString()));
        return Map.of("depositAccount", account, "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "18/KBHY"));
    }

    @Test
    void a_signature_on_paper_is_recorded_by_one_and_compared_by_another() {
        sender.does(Cast.REGISTRAR, "confirmSignatory", signatory(TWO_SIDES, 1));
        assertThat(code(TWO_SIDES, "confirmSignatory", signatory(TWO_SIDES, 2))).isEqualTo(FOUR_EYES);
        assertThat(code(FOR_TWO_SIDES, "confirmSignatory", signatory(TWO_SIDES, 3)))
                .as("who acts for the one who recorded it")
                .isEqualTo(FOUR_EYES);
        assertThat(code(TWO_SIDES, "confirmSignatory", signatory(FOR_TWO_SIDES, 4)))
                .as("it was recorded for him")
                .isEqualTo(FOUR_EYES);
    }

    /** A deputy of the first host for one day each, so that there never are too many; the input of its confirmation. */
    private Map<String, Object> signatory(String login, int number) {
        String unit = Organisation.HOST.id().value();
        String day = today.plusYears(3).plusDays(number).toString();
        Outcome recorded = sender.send(
                login,
                "registerSignatory",
                Map.of(
                        "unit",
                        unit,
                        "person",
                        Cast.HOST_ACCOUNTANT.person().value(),
                        "position",
                        "SECOND",
                        "rank",
                        "DEPUTY",
                        "from",
                        day,
                        "to",
                        day,
                        "decision",
                        Sender.recordedFor(Cast.HOST_HEAD, "HOST_HEAD")));
        assertThat(recorded.code()).as(recorded.answer().toPrettyString()).isEqualTo(Outcome.DONE);
        JsonNode list = system.as(Cast.OFFICER.login()).data("""
                query ($unit: ID!) { signatories(unit: $unit) { signatories { number } } }
                """, Map.of("unit", unit));
        int last = list.at("/signatories/signatories").findValues("number").stream()
                .mapToInt(JsonNode::asInt)
                .max()
                .orElseThrow();
        return Map.of("unit", unit, "number", last, "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "19/KBHY"));
    }

    @Test
    void a_rule_on_paper_is_recorded_by_one_and_compared_by_another() {
        Map<String, Object> lawful = ruleVersion(TWO_SIDES, 1);
        sender.does(Cast.ADMIN, "confirmRuleVersion", lawful);
        sender.does(Cast.DIRECTOR, "withdrawRuleVersion", lawful);
        assertThat(code(TWO_SIDES, "confirmRuleVersion", ruleVersion(TWO_SIDES, 2)))
                .isEqualTo(FOUR_EYES);
        assertThat(code(FOR_TWO_SIDES, "confirmRuleVersion", ruleVersion(TWO_SIDES, 3)))
                .as("who acts for the one who recorded it")
                .isEqualTo(FOUR_EYES);
        assertThat(code(TWO_SIDES, "confirmRuleVersion", ruleVersion(FOR_TWO_SIDES, 4)))
                .as("it was recorded for him")
                .isEqualTo(FOUR_EYES);
    }

    /** The province's own figure, in days nobody asks about; the input of its confirmation. */
    private Map<String, Object> ruleVersion(String login, int number) {
        Map<String, Object> input = new HashMap<>();
        input.put("family", "management.cap");
        input.put("overrides", "tt-03-2023");
        input.put("version", "hy-cap-" + number);
        input.put("confidence", "ASSUMED");
        input.put("source", Map.of("number", "5/2025", "article", "Điều 1", "title", "Thử", "vi", "Thử", "en", "Test"));
        input.put("validFrom", LocalDate.of(2023, 6, number).toString());
        input.put("validTo", LocalDate.of(2023, 6, number).toString());
        input.put("parameters", List.of(Map.of("name", "shareBp", "value", "400")));
        input.put("seenAt", Sender.NOW);
        input.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        sender.does(login, "overrideRuleVersion", input);
        return Map.of(
                "family",
                "management.cap",
                "version",
                "hy-cap-" + number,
                "seenAt",
                Sender.NOW,
                "decision",
                Sender.on("DECISION", "5/2025/QĐ-UBND"));
    }

    @Test
    void nobody_gives_roles_to_oneself_nor_forgets_a_person_alone() {
        assertThat(code(
                        Cast.ADMIN.login(),
                        "grantRole",
                        Map.of("account", Cast.ADMIN.account().value(), "role", "OFFICER")))
                .isEqualTo(FOUR_EYES);

        String person = Id.derived("person", "scene", "to-forget");
        sender.does(Cast.OFFICER, "registerPerson", Map.of("person", person, "name", "Quách Xin Quên"));
        Map<String, Object> input =
                Map.of("person", person, "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "Đơn 2"));
        Map<String, Object> request = Map.of("person", person, "decision", Sender.on("LETTER", "Đơn 2"));
        sender.does(BOTH, "requestErasure", request);
        assertThat(code(BOTH, "erasePerson", input)).isEqualTo(FOUR_EYES);
    }

    @Test
    void a_host_sees_nothing_of_another_hosts_unpublished_task() {
        Scene scene = Scene.ready(system);
        String paper = scene.sent();
        long position = system.views().position();
        String event = system.as(Cast.OFFICER.login())
                .data(
                        "query ($of: ID!) { history(of: $of, first: 1) { edges { node { stableId } } } }",
                        Map.of("of", scene.project()))
                .at("/history/edges/0/node/stableId")
                .asString();
        Map<String, Object> variables = Map.of(
                "task", scene.project(),
                "code", scene.code(),
                "title", scene.title(),
                "investigator", scene.investigator(),
                "host", Organisation.HOST.id().value(),
                "paper", paper,
                "appropriation", scene.appropriation(),
                "account", Scene.depositAccount(),
                "event", event);
        String after = Long.toString(position - 40);
        String now = "query %s { %s }".formatted(VARIABLES, LOOKS.formatted(after, after));
        String then = "query %s { asOf(position: \"%d\") { %s } }"
                .formatted(VARIABLES, position, LOOKS.formatted(after, after));

        for (Cast stranger : List.of(Cast.HOST2_HEAD, Cast.HOST2_ACCOUNTANT, Cast.INVESTIGATOR2, Cast.CITIZEN)) {
            for (String document : List.of(now, then)) {
                JsonNode seen = system.as(stranger.login()).ask(document, variables);
                assertThat(seen.get("data").toString())
                        .as("seen by %s", stranger)
                        .doesNotContain(scene.project(), paper, scene.code(), scene.title(), event)
                        .doesNotContain(scene.appropriation(), Scene.depositAccount());
                assertThat(counts(seen)).as("counted by %s", stranger).containsOnly(0);
            }
        }
        JsonNode own = system.as(Cast.HOST_HEAD.login()).ask(now, variables);
        assertThat(own.get("data").toString())
                .as("the control: its own host sees it")
                .contains(scene.project(), paper, scene.code(), scene.title(), event, Scene.depositAccount());
        assertThat(counts(own)).contains(1);
    }

    private static final String VARIABLES = "($task: ID!, $code: String!, $title: String!, $investigator: ID!,"
            + " $host: ID!, $paper: ID!, $appropriation: ID!, $account: ID!, $event: ID!)";

    /** Every way to a task or to its money. */
    private static final String LOOKS = """
            node(id: $task) { id ... on Project { stableId title code budget { advanced { amount } } } }
            project(id: $task) { stableId title budget { approved { amount } } contract { number } }
            byCode: project(code: $code) { stableId }
            projects(first: 5, filter: {codes: [$code]}) { totalCount nodes { stableId title } }
            byText: projects(first: 5, filter: {text: $title}) { totalCount nodes { stableId } }
            byPerson: projects(first: 5, filter: {investigators: [$investigator]}) { totalCount nodes { stableId } }
            byChange: projects(first: 100, filter: {changedAfter: "%s"}) { nodes { stableId } }
            history(of: $task, first: 5) { edges { node { stableId } } }
            ofMoney: history(of: $paper, first: 5) { edges { node { stableId } } }
            events(first: 100, after: "%s") { edges { node { stableId sentence subjects { id } } } }
            bySubject: events(first: 5, filter: {subject: $task}) { edges { node { stableId } } }
            event: node(id: $event) { id ... on RecordedEvent { stableId sentence } }
            money: node(id: $paper) { id ... on TreasuryPaper { stableId total } }
            source: node(id: $appropriation) { id ... on Appropriation { stableId } }
            account: node(id: $account) { id ... on DepositAccount { stableId number } }
            treasuryPapers(first: 5, project: $task) { totalCount nodes { stableId } }
            fromSource: treasuryPapers(first: 5, appropriation: $appropriation) { totalCount nodes { stableId } }
            depositAccounts(first: 5, host: $host) { totalCount nodes { stableId } }
            inbox(first: 50) { nodes { step project { stableId } } }
            """;

    private static Set<Integer> counts(JsonNode answer) {
        Set<Integer> counts = new TreeSet<>();
        answer.get("data").findValues("totalCount").forEach(count -> counts.add(count.asInt()));
        return counts;
    }

    private String code(String login, String mutation, Map<String, ?> input) {
        return sender.send(login, mutation, input).code();
    }
}
