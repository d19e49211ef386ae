package vn.minhchung.system;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client cache as Relay and Apollo keep it: every object once under its id, references in between. */
final class NormalisingCache {
    private static final String REFERENCE = "__ref";

    private final Map<String, ObjectNode> objects = new HashMap<>();

    void write(JsonNode answer) {
        if (answer instanceof ObjectNode object) normalised(object);
    }

    private JsonNode normalised(JsonNode value) {
        if (!(value instanceof ObjectNode object)) return value;
        ObjectNode flat = JsonMapper.shared().createObjectNode();
        object.properties().forEach(field -> flat.set(field.getKey(), normalised(field.getValue())));
        if (!object.has("id")) return flat;
        String id = object.get("id").asString();
        objects.merge(id, flat, (old, fresh) -> {
            fresh.properties().forEach(field -> old.set(field.getKey(), field.getValue()));
            return old;
        });
        return JsonMapper.shared().createObjectNode().put(REFERENCE, id);
    }

    JsonNode read(String id) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        ObjectNode object = objects.get(id);
        if (object == null) throw new AssertionError("not in the cache: " + id);
        object.properties().forEach(field -> whole.set(field.getKey(), resolved(field.getValue())));
        return whole;
    }

    private JsonNode resolved(JsonNode value) {
        return value.has(REFERENCE) ? read(value.get(REFERENCE).asString()) : value;
    }
}
