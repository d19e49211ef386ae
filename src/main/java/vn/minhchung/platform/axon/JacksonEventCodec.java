package vn.minhchung.platform.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.EventUpcaster;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.platform.json.StoredJson;
import vn.minhchung.platform.json.Unchangeable;

/** Events as UTF-8 JSON under their stored names; older revisions are read through the upcasters. */
public final class JacksonEventCodec implements EventCodec {
    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

    private final JsonMapper mapper = StoredJson.mapper();

    /** Events are read once and decided on often: nobody can change what they hold. */
    private final JsonMapper events =
            mapper.rebuild().addModule(Unchangeable.module()).build();

    private final EventTypes types;
    private final Map<Key, EventUpcaster> upcasters = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();

    private record Key(String name, int revision) {}

    /** @throws IllegalStateException when two upcasters read the same revision */
    public JacksonEventCodec(EventTypes types, Collection<? extends EventUpcaster> upcasters) {
        this.types = types;
        for (EventUpcaster upcaster : upcasters) {
            var other = this.upcasters.put(new Key(upcaster.name(), upcaster.revision()), upcaster);
            if (other != null) throw new IllegalStateException("two upcasters: " + other + ", " + upcaster);
        }
        types.all().forEach(named -> readers.put(named.type(), events.readerFor(named.type())));
    }

    /** Every event of the system, without older revisions. */
    public static JacksonEventCodec scanned() {
        return new JacksonEventCodec(EventTypes.scan(), List.of());
    }

    @Override
    public String nameOf(Class<?> eventType) {
        return types.of(eventType).name();
    }

    @Override
    public int revisionOf(Class<?> eventType) {
        return types.of(eventType).revision();
    }

    @Override
    public byte[] encode(DomainEvent event) {
        return mapper.writeValueAsBytes(event);
    }

    @Override
    public byte[] encode(Envelope envelope) {
        return EnvelopeJson.write(envelope);
    }

    @Override
    public DomainEvent decode(long position, String name, String revision, byte[] payload) {
        int number = number(position, name, revision);
        EventTypes.Named current = types.named(name);
        try {
            return current != null && current.revision() == number
                    ? reader(current).readValue(payload)
                    : upcast(position, new Key(name, number), payload);
        } catch (JacksonException e) {
            throw (UnknownEvent) new UnknownEvent(position, name, revision).initCause(e);
        }
    }

    private DomainEvent upcast(long position, Key stored, byte[] payload) {
        Map<String, @Nullable Object> tree = mapper.readValue(payload, TREE);
        Key key = stored;
        EventTypes.Named current = null;
        while (current == null) {
            EventUpcaster upcaster = upcasters.get(key);
            if (upcaster == null) throw new UnknownEvent(position, stored.name(), Integer.toString(stored.revision()));
            tree = upcaster.upcast(tree);
            key = new Key(upcaster.toName(), upcaster.toRevision());
            current = currentOf(key);
        }
        return events.convertValue(tree, current.type());
    }

    private EventTypes.@Nullable Named currentOf(Key key) {
        EventTypes.Named named = types.named(key.name());
        return named != null && named.revision() == key.revision() ? named : null;
    }

    private ObjectReader reader(EventTypes.Named named) {
        ObjectReader reader = readers.get(named.type());
        if (reader == null) throw new IllegalStateException("no reader for " + named);
        return reader;
    }

    private static int number(long position, String name, String revision) {
        try {
            return Integer.parseInt(revision);
        } catch (NumberFormatException e) {
            throw (UnknownEvent) new UnknownEvent(position, name, revision).initCause(e);
        }
    }

    @Override
    public Envelope decodeEnvelope(byte[] envelope) {
        return EnvelopeJson.read(envelope);
    }
}
