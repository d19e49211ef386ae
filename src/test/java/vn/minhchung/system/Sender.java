package vn.minhchung.system;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.testing.Decisions;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/**
 * Sends mutations over HTTP as the demo's accounts, with what every input has: a key of its own, and the position that the
 * views have reached as the one acted on.
 */
record Sender(RunningSystem system) {
    private static final AtomicLong KEYS = new AtomicLong();

    /** What came of it: the code of the refusal, at whichever level it was told, or {@code DONE}. */
    record Outcome(String code, JsonNode answer) {
        static final String DONE = "DONE";
    }

    /** What should have been done was refused. */
    static final class Refused extends AssertionError {
        private static final long serialVersionUID = 1L;

        private Refused(String what) {
            super(what);
        }
    }

    Outcome send(Cast who, String mutation, Map<String, ?> input) {
        return send(who.login(), mutation, input);
    }

    Outcome send(String login, String mutation, Map<String, ?> input) {
        return send(system.as(login), mutation, input);
    }

    /** Whoever it is and however he logged in. */
    Outcome send(Client client, String mutation, Map<String, ?> input) {
        Strand.awaitTurn(client, mutation, input);
        JsonNode answer = client.ask(document(mutation), Map.of("input", complete(input)));
        return new Outcome(code(answer, mutation), answer);
    }

    /** The position; fails when refused. */
    long does(Cast who, String mutation, Map<String, ?> input) {
        return does(who.login(), mutation, input);
    }

    long does(String login, String mutation, Map<String, ?> input) {
        return does(system.as(login), mutation, input);
    }

    /** Whoever it is and however he logged in. */
    long does(Client client, String mutation, Map<String, ?> input) {
        Outcome outcome = send(client, mutation, input);
        if (!outcome.code().equals(Outcome.DONE))
            throw new Refused("%s of %s was refused: %s"
                    .formatted(mutation, client.login(), outcome.answer().toPrettyString()));
        return outcome.answer().at("/data/" + mutation + "/position").asLong();
    }

    /** A document to rest a decision on. */
    static Map<String, Object> on(String kind, String number) {
        return Decisions.on(kind, number);
    }

    /** Taken on paper by somebody else. */
    static Map<String, Object> recordedFor(Cast decider, String role) {
        return Decisions.recordedFor(decider, role, DemoLoader.LAST_DAY);
    }

    /** The payload with these fields. */
    JsonNode asked(String login, String mutation, Map<String, ?> input, String fields) {
        Client client = system.as(login);
        Strand.awaitTurn(client, mutation, input);
        return client.data(document(mutation, fields), Map.of("input", complete(input)))
                .get(mutation);
    }

    static String document(String mutation) {
        return document(mutation, "position errors { code facts }");
    }

    private static String document(String mutation, String fields) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return """
                mutation ($input: %s!) {
                  %s(input: $input) { %s }
                }
                """.formatted(type, mutation, fields);
    }

    static String code(JsonNode answer, String mutation) {
        if (answer.hasNonNull("errors"))
            return answer.at("/errors/0/extensions/code").asString(answer.toString());
        JsonNode refusals = answer.at("/data/" + mutation + "/errors");
        return refusals.isEmpty() ? Outcome.DONE : refusals.get(0).get("code").asString();
    }

    private Map<String, Object> complete(Map<String, ?> input) {
        Map<String, Object> all = new HashMap<>(input);
        all.putIfAbsent("idempotencyKey", "test-" + KEYS.incrementAndGet());
        if (NOW.equals(all.get("seenAt")))
            all.put("seenAt", Long.toString(system.views().position()));
        return all;
    }

    /** Stands for the position the views have reached when the mutation is sent. */
    static final String NOW = "now";
}
