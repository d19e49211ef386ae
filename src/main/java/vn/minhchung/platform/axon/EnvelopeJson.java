package vn.minhchung.platform.axon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.platform.json.StoredJson;

/**
 * The envelope as canonical JSON: texts only (numbers too), keys in order, sets in order, nulls left out. Reading it back
 * gives an equal envelope.
 */
final class EnvelopeJson {
    private static final ObjectReader READER = StoredJson.mapper().readerFor(Envelope.class);

    private EnvelopeJson() {}

    static byte[] write(Envelope envelope) {
        JsonNode tree = StoredJson.mapper().valueToTree(envelope);
        return CanonicalJson.write(texts(tree)).getBytes(StandardCharsets.UTF_8);
    }

    static Envelope read(byte[] bytes) {
        return READER.readValue(bytes);
    }

    private static Object texts(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), texts(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            for (JsonNode item : node) list.add(texts(item));
            return list;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
    }
}
