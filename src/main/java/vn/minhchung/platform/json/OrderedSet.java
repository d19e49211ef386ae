package vn.minhchung.platform.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A set has no order, and that of {@code Set.of} changes from run to run; in bytes that are hashed it has its texts'. */
final class OrderedSet extends StdSerializer<Set<?>> {
    OrderedSet() {
        super(Set.class);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator out, SerializationContext context) throws JacksonException {
        List<@Nullable Object> items = new ArrayList<>(set);
        items.sort(Comparator.comparing(String::valueOf));
        out.writeStartArray();
        for (Object item : items) out.writePOJO(item);
        out.writeEndArray();
    }
}
