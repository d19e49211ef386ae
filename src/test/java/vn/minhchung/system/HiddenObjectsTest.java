package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.testing.RunningSystem;

/** What somebody may not see answers to a mutation as an id that was never given to anything. */
class HiddenObjectsTest {
    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    @ParameterizedTest
    @ValueSource(strings = {"1", Sender.NOW})
    void a_withdrawal_of_another_hosts_unpublished_task_is_not_found(String seenAt) {
        String paper = Scene.ready(system).sent();

        assertThat(refusal(Cast.HOST2_ACCOUNTANT, "confirmReceipt", receipt(paper, seenAt)))
                .isEqualTo(refusal(Cast.HOST2_ACCOUNTANT, "confirmReceipt", receipt("paper:" + ID, seenAt)));
    }

    @Test
    void nor_does_a_missing_reason_or_document_tell_it_apart() {
        String paper = Scene.ready(system).sent();
        Map<String, Object> known = new HashMap<>(receipt(paper, Sender.NOW));
        known.put("receivedOn", "2099-01-01");
        Map<String, Object> unknown = new HashMap<>(known);
        unknown.put("paper", "paper:" + ID);

        assertThat(refusal(Cast.HOST2_ACCOUNTANT, "confirmReceipt", known))
                .isEqualTo(refusal(Cast.HOST2_ACCOUNTANT, "confirmReceipt", unknown));
    }

    @Test
    void a_deposit_account_of_another_host_is_not_found() {
        assertThat(refusal(Cast.HOST2_HEAD, "closeDepositAccount", closing(Scene.depositAccount())))
                .isEqualTo(refusal(Cast.HOST2_HEAD, "closeDepositAccount", closing("deposit-account:" + ID)));
    }

    @Test
    void an_account_or_delegation_of_others_is_not_found() {
        Map<String, Object> other =
                Map.of("account", Cast.OFFICER.account().value(), "password", "mat-khau-cua-nguoi-khac");
        Map<String, Object> nobody = Map.of("account", "account:" + ID, "password", "mat-khau-cua-nguoi-khac");
        assertThat(refusal(Cast.CITIZEN, "resetCredential", other))
                .isEqualTo(refusal(Cast.CITIZEN, "resetCredential", nobody));

        assertThat(refusal(
                        Cast.HOST2_HEAD,
                        "delegateRole",
                        delegation(Cast.OFFICER.account().value())))
                .isEqualTo(refusal(Cast.HOST2_HEAD, "delegateRole", delegation("account:" + ID)));
    }

    @Test
    void an_id_that_is_taken_tells_nothing_but_that() {
        Map<String, Object> input = Map.of(
                "depositAccount", Scene.depositAccount(),
                "host", Organisation.HOST2.id().value(),
                "number", "3713.0.1099904",
                "treasury", "Kho bạc",
                "validFrom", system.clock().today().toString());

        assertThat(refusal(Cast.HOST2_HEAD, "registerDepositAccount", input))
                .startsWith("ALREADY_EXISTS [] {\"id\":\"?\"} ");
    }

    @Test
    void the_own_host_is_told_what_is_wrong() {
        String paper = Scene.ready(system).sent();

        assertThat(refusal(Cast.HOST_ACCOUNTANT, "confirmReceipt", receipt(paper, Sender.NOW)))
                .startsWith("WRONG_STATE");
    }

    private static final String ID = UUID.randomUUID().toString();

    private Map<String, Object> receipt(String paper, String seenAt) {
        Map<String, Object> input = new HashMap<>(Scene.step(paper));
        input.put("seenAt", seenAt);
        input.put("receivedOn", system.clock().today().toString());
        return input;
    }

    private Map<String, Object> closing(String account) {
        return Map.of(
                "depositAccount",
                account,
                "validTo",
                system.clock().today().toString(),
                "seenAt",
                Sender.NOW,
                "decision",
                Sender.on("OTHER", "Đóng"));
    }

    private Map<String, Object> delegation(String delegator) {
        return Map.of(
                "delegator", delegator,
                "delegate", Cast.INVESTIGATOR2.account().value(),
                "role", "HOST_HEAD",
                "organisation", Organisation.HOST2.id().value(),
                "start", system.clock().today().toString(),
                "end", system.clock().today().toString(),
                "decision", Sender.on("AUTHORISATION", "1/GUQ"));
    }

    /** The whole refusal, but for the ids the sender named. */
    private String refusal(Cast who, String mutation, Map<String, Object> input) {
        JsonNode error = sender.asked(
                        who.login(), mutation, input, "errors { code field message facts wayOut retryable }")
                .at("/errors/0");
        String facts = error.get("facts").toString().replaceAll("[a-z-]+:[0-9a-f-]{36}", "?");
        return "%s %s %s %s"
                .formatted(
                        error.get("code").asString(),
                        error.get("field"),
                        facts,
                        error.get("message").asString());
    }
}
