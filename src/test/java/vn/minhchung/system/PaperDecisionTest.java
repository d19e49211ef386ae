package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;

/** A decision taken on paper: its signatory is somebody who may have decided, and neither records nor confirms it. */
class PaperDecisionTest {
    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);
    private final Scene scene = new Scene(system);

    @Test
    void a_person_nobody_registered_decides_nothing() {
        JsonNode refused = refused(Cast.ACCOUNTANT, by("person", "person:" + UUID.randomUUID()));

        assertThat(refused.get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(refused.get("field").toString()).isEqualTo("[\"decision\",\"decidedBy\",\"person\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "capacity", "signedOn", "document"})
    void the_paper_is_named_whole(String missing) {
        Map<String, Object> by = by("role", "COMMITTEE");
        by.remove(missing);

        JsonNode refused = refused(Cast.ACCOUNTANT, by);

        assertThat(refused.get("code").asString()).isEqualTo("DECISION_INCOMPLETE");
        assertThat(refused.at("/field/2").asString()).isEqualTo(missing);
        assertThat(refused.get("message").asString()).contains("thiếu", missing);
        assertThat(refused.get("wayOut").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-12-10", "1989-12-31"})
    void a_day_no_paper_of_ours_can_have_is_refused(String day) {
        assertThat(refused(Cast.ACCOUNTANT, by("signedOn", day)).get("code").asString())
                .isEqualTo("DATES_OUT_OF_ORDER");
    }

    @ParameterizedTest
    @CsvSource({"CITIZEN", "HOST_HEAD", "INSPECTOR", "ADMIN", "OFFICER"})
    void who_has_an_account_and_holds_another_role_was_no_committee(Cast signatory) {
        assertThat(refused(Cast.ACCOUNTANT, by("person", signatory.person().value()))
                        .get("code")
                        .asString())
                .isEqualTo("DECIDER_NOT_COMPETENT");
    }

    @Test
    void who_records_did_not_sign() {
        Map<String, Object> decision = Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR");
        Map<String, Object> input = new HashMap<>(Map.of(
                "unit",
                "organisation:" + UUID.randomUUID(),
                "person",
                Cast.DEPUTY.person().value(),
                "position",
                "FIRST",
                "rank",
                "DEPUTY",
                "from",
                system.clock().today().toString(),
                "decision",
                decision));

        assertThat(sender.send(Cast.DIRECTOR, "registerSignatory", input).code())
                .isEqualTo("FOUR_EYES");
    }

    @Test
    void who_signed_does_not_confirm() {
        scene.approved();
        sender.does(Cast.OFFICER, "signContract", scene.contract(Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        Map<String, Object> contract = Map.of("project", scene.project(), "seenAt", Sender.NOW);

        assertThat(sender.send(Cast.DIRECTOR, "confirmContract", contract).code())
                .isEqualTo("FOUR_EYES");
        sender.does(Cast.REGISTRAR, "confirmContract", contract);
    }

    @Test
    void a_deputy_signs_for_the_director_and_a_person_without_account_for_a_body_that_does_not_sign_in() {
        scene.approved();
        Map<String, Object> contract = Sender.recordedFor(Cast.DEPUTY, "DIRECTOR");
        assertThat(sender.send(Cast.OFFICER, "signContract", scene.contract(contract))
                        .code())
                .as("in an office of the deputy's own")
                .isEqualTo("DECIDER_NOT_COMPETENT");
        Map<String, Object> forTheHead = new HashMap<>(by(contract));
        forTheHead.put("capacity", "KT");
        contract.put("decidedBy", forTheHead);
        sender.does(Cast.OFFICER, "signContract", scene.contract(contract));

        Map<String, Object> decision = Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE");
        Map<String, Object> outside = new HashMap<>(by(decision));
        outside.put("person", scene.investigator());
        decision.put("decidedBy", outside);
        sender.does(Cast.ACCOUNTANT, "assignAppropriation", scene.assignment(decision));
    }

    @Test
    void money_is_granted_on_a_named_document_only() {
        JsonNode refused = errors(
                Cast.COMMITTEE,
                "assignAppropriation",
                scene.assignment(Map.of("reason", "Giao dự toán", "basis", List.of())));

        assertThat(refused.get("code").asString()).isEqualTo("BASIS_REQUIRED");
        assertThat(refused.get("field").toString()).isEqualTo("[\"decision\",\"basis\"]");
        assertThat(refused.get("wayOut").asString()).isNotBlank();
    }

    private JsonNode refused(Cast recorder, Map<String, Object> by) {
        Map<String, Object> decision = Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE");
        decision.put("decidedBy", by);
        return errors(recorder, "assignAppropriation", scene.assignment(decision));
    }

    private JsonNode errors(Cast who, String mutation, Map<String, Object> input) {
        return sender.asked(who.login(), mutation, input, "errors { code field message wayOut }")
                .at("/errors/0");
    }

    /** The signatory of the committee's paper, with one word changed. */
    private static Map<String, Object> by(String field, String value) {
        Map<String, Object> by = by(Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        by.put(field, value);
        return by;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> by(Map<String, Object> decision) {
        return new HashMap<>((Map<String, Object>) decision.get("decidedBy"));
    }
}
