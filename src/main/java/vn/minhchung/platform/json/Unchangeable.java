package vn.minhchung.platform.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/** Lists, sets and maps as nobody can change them: for what is read once and handed to many. */
public final class Unchangeable {
    private Unchangeable() {}

    public static JacksonModule module() {
        return new SimpleModule("unchangeable").setDeserializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public ValueDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> reads) {
            return new Wrapping(reads);
        }

        @Override
        public ValueDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config, MapType type, BeanDescription.Supplier bean, ValueDeserializer<?> reads) {
            return new Wrapping(reads);
        }
    }

    private static final class Wrapping extends DelegatingDeserializer {
        Wrapping(ValueDeserializer<?> reads) {
            super(reads);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reads) {
            return new Wrapping(reads);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            return wrapped(super.deserialize(parser, context));
        }

        private static Object wrapped(Object read) {
            return switch (read) {
                case List<?> list -> Collections.unmodifiableList(list);
                case Set<?> set -> Collections.unmodifiableSet(set);
                case Map<?, ?> map -> Collections.unmodifiableMap(map);
                default -> read;
            };
        }
    }
}
