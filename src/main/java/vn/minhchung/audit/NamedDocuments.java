package vn.minhchung.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/** The documents an event names by the hash of their file: legal bases, in its payload and its envelope. */
public final class NamedDocuments {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * @param name its number as printed; empty where none stands beside the hash
     * @param sha256 lower-case hex
     */
    private record Named(String name, String sha256) {}

    private NamedDocuments() {}

    public static int count(StoredEvent event) {
        return in(event).size();
    }

    /** The lines behind the event's own. */
    public static void write(StoredEvent event, BundleWriter writer) throws IOException {
        for (Named document : in(event)) writer.document(document.name(), document.sha256());
    }

    /** Each once, as they occur; of bytes that are no JSON any more, none. */
    private static Set<Named> in(StoredEvent event) {
        Set<Named> found = new LinkedHashSet<>();
        collect(event.payload(), found);
        collect(event.envelope(), found);
        return found;
    }

    private static void collect(byte[] utf8, Set<Named> found) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        // most events name none, and parsing is most of the work
        if (!text.contains("\"document\"")) return;
        try {
            collect(JSON.readTree(text), found);
        } catch (JacksonException e) {
            // an event that was damaged: a verifier says so
        }
    }

    private static void collect(JsonNode node, Set<Named> found) {
        if (node.path("document").isString()
                && SHA256.matcher(node.get("document").stringValue()).matches()) {
            JsonNode number = node.path("number");
            found.add(new Named(
                    number.isString() ? number.stringValue() : "",
                    node.get("document").stringValue()));
        }
        node.forEach(child -> collect(child, found));
    }
}
