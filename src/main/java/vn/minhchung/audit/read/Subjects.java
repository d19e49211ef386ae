package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every typed id a payload names, at whatever depth: the object's own first, then as they occur. */
final class Subjects {
    /** {@code <kind>:<key>} without blanks; an address on the web is no id. */
    private static final Pattern TYPED_ID = Pattern.compile("[a-z][a-z-]*:(?!//)\\S{1,200}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Subjects() {}

    static Set<String> of(String stream, byte[] payload) {
        Set<String> found = new LinkedHashSet<>();
        found.add(stream);
        collect(JSON.readTree(new String(payload, StandardCharsets.UTF_8)), found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isString()) {
            if (TYPED_ID.matcher(node.stringValue()).matches()) found.add(node.stringValue());
        } else {
            node.forEach(child -> collect(child, found));
        }
    }
}
