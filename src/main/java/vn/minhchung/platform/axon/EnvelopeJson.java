package vn.minhchung.platform.axon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.minhchung.kernel.CanonicalJson;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.platform.json.StoredJson;

/**
 * The envelope as canonical JSON: texts only (numbers too), keys in order, sets in order, nulls left out. Reading it back
 * gives an equal envelope.
 */
final class EnvelopeJson {
    private static final JsonMapper MAPPER =
            StoredJson.mapper().rebuild().addModule(orderedSets()).build();
    private static final ObjectReader READER = MAPPER.readerFor(Envelope.class);

    private EnvelopeJson() {}

    static byte[] write(Envelope envelope) {
        JsonNode tree = MAPPER.valueToTree(envelope);
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

    private static SimpleModule orderedSets() {
        return new SimpleModule().addSerializer(new OrderedSet());
    }

    /** A set has no order of its own; in bytes that are hashed it has that of its texts. */
    private static final class OrderedSet extends StdSerializer<Set<?>> {
        OrderedSet() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializationContext context) throws JacksonException {
            List<@Nullable Object> items = new ArrayList<>(set);
            items.sort((a, b) -> String.valueOf(a).compareTo(String.valueOf(b)));
            out.writeStartArray();
            for (Object item : items) out.writePOJO(item);
            out.writeEndArray();
        }
    }
}
