package vn.minhchung.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.testing.Errands.Mutation;
import vn.minhchung.testing.Errands.Request;

/**
 * A request as it is sent, however often.
 *
 * @param key what the idempotency keys of its mutations begin with
 */
record Sent(Request request, String key, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param seen position of the newest answer its sender knows */
    static Sent of(Request request, String key, long seen) {
        StringJoiner declared = new StringJoiner(", ", "mutation (", ") {");
        StringBuilder fields = new StringBuilder();
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < request.mutations().size(); i++) {
            Mutation mutation = request.mutations().get(i);
            String name = mutation.name();
            declared.add("$m%d: %s%sInput!".formatted(i, Character.toUpperCase(name.charAt(0)), name.substring(1)));
            fields.append("\n  m%1$d: %2$s(input: $m%1$d) { position pending errors { code message facts } }"
                    .formatted(i, name));
            Map<String, Object> input = new HashMap<>(mutation.input());
            input.put("idempotencyKey", key(key, i));
            if (mutation.seen()) input.put("seenAt", Long.toString(seen));
            variables.put("m" + i, input);
        }
        String query = declared + fields.toString() + "\n}";
        return new Sent(request, key, JSON.writeValueAsString(Map.of("query", query, "variables", variables)));
    }

    Acknowledged.Entry entry(int i, long position) {
        Mutation mutation = request.mutations().get(i);
        return new Acknowledged.Entry(position, mutation.id(), mutation.name(), key(key, i));
    }

    private static String key(String request, int mutation) {
        return "load-%s-%d".formatted(request, mutation);
    }
}
