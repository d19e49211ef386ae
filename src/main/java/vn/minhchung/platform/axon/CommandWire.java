package vn.minhchung.platform.axon;

import java.util.Map;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.platform.json.StoredJson;

/**
 * What goes between nodes: commands, their decision, what was written and why not, as JSON. Nothing else is read from the
 * wire, whatever a type's name says.
 */
final class CommandWire implements Serializer {
    private static final String COMMANDS = "vn.minhchung.";
    private static final Map<String, Class<?>> OTHERS = Map.of(
            "decision", Decision.class,
            "written", Written.class,
            "failure", CommandFailure.class);

    private final JsonMapper mapper = StoredJson.mapper()
            .rebuild()
            .addModule(new SimpleModule().addSerializer(Secret.class, new SecretSent()))
            .build();
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        byte[] bytes = object == null ? new byte[0] : mapper.writeValueAsBytes(object);
        return new SimpleSerializedObject<>(converter.convert(bytes, expected), expected, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(byte[].class, expected);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Axon's: the caller says what it is
    public <S, T> T deserialize(SerializedObject<S> object) {
        if (SerializedType.emptyType().equals(object.getType())) return null;
        Class<?> type = classForType(object.getType());
        if (UnknownSerializedType.class.isAssignableFrom(type)) {
            throw new SerializationException(
                    "not read from the wire: " + object.getType().getName());
        }
        byte[] bytes = converter.convert(object, byte[].class).getData();
        try {
            return (T) mapper.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new SerializationException("not readable: " + object.getType().getName(), e);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) return Void.class;
        Class<?> other = OTHERS.get(type.getName());
        if (other != null) return other;
        return type.getName().startsWith(COMMANDS) ? commandClass(type.getName()) : UnknownSerializedType.class;
    }

    private static Class<?> commandClass(String name) {
        try {
            Class<?> found = Class.forName(name, false, CommandWire.class.getClassLoader());
            return found.isRecord() && Command.class.isAssignableFrom(found) ? found : UnknownSerializedType.class;
        } catch (ClassNotFoundException e) {
            return UnknownSerializedType.class;
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || Void.class.equals(type)) return SerializedType.emptyType();
        for (Map.Entry<String, Class<?>> other : OTHERS.entrySet()) {
            if (other.getValue().equals(type)) return new SimpleSerializedType(other.getKey(), null);
        }
        if (!Command.class.isAssignableFrom(type)) throw new SerializationException("not sent over the wire: " + type);
        return new SimpleSerializedType(type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    /** A password is masked wherever it could be kept; the node that takes the command needs it as it is. */
    private static final class SecretSent extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeString(secret.value());
        }
    }
}
