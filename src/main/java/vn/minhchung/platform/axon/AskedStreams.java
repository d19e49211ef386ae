package vn.minhchung.platform.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.StreamsAhead;

/**
 * What one command asks without locking it: each aggregate is read once, and the streams that commands of its name asked
 * both of the last two times (rules, calendars, the list of signatories) in one round trip. A lock makes forget what was
 * read ahead and not asked yet, for time may have passed in waiting for it.
 */
final class AskedStreams {
    /** More are seldom the same twice. */
    private static final int MOST = 200;

    private static final String KEY = "minhchung.asked";

    private final StreamsAhead store;
    private final Map<String, Usual> usual = new ConcurrentHashMap<>();

    /** @param both asked by the last two commands of a name */
    private record Usual(Set<String> last, Set<String> both) {
        static final Usual NONE = new Usual(Set.of(), Set.of());

        Usual then(Set<String> asked) {
            Set<String> again = new HashSet<>(asked);
            again.retainAll(last);
            return new Usual(Set.copyOf(asked), Set.copyOf(again));
        }
    }

    AskedStreams(StreamsAhead store) {
        this.store = store;
    }

    /** Of the command under way. */
    Of of(UnitOfWork<?> root) {
        return root.getOrComputeResource(KEY, _ -> {
            String command = root.getMessage().getPayloadType().getName();
            Of of = new Of(usual.getOrDefault(command, Usual.NONE).both());
            root.afterCommit(_ -> of.remember(command));
            return of;
        });
    }

    /** What one command asked. */
    final class Of {
        private final Map<String, Object> asked = new HashMap<>();
        private final Set<String> locked = new HashSet<>();
        private final Map<String, DomainEventStream> ahead = new HashMap<>();
        private final Set<String> expected;
        private boolean fresh;

        private Of(Set<String> expected) {
            this.expected = expected;
        }

        /** Null when it was not asked before. */
        @Nullable
        Object before(String stream) {
            return asked.get(stream);
        }

        void now(String stream, Object loaded) {
            asked.put(stream, loaded);
        }

        /** The stream about to be asked. */
        DomainEventStream read(String stream, Supplier<DomainEventStream> alone) {
            if (!fresh && expected.contains(stream)) {
                fresh = true;
                readAhead(expected);
            }
            DomainEventStream read = ahead.remove(stream);
            return read != null ? read : alone.get();
        }

        void readAhead(Collection<String> streams) {
            List<String> unread = new ArrayList<>(streams);
            unread.removeIf(
                    stream -> asked.containsKey(stream) || ahead.containsKey(stream) || locked.contains(stream));
            if (unread.size() > 1) ahead.putAll(store.readAhead(unread));
        }

        void locked(String stream) {
            locked.add(stream);
            ahead.clear();
            fresh = false;
        }

        private void remember(String command) {
            Set<String> streams = new HashSet<>(asked.keySet());
            streams.removeAll(locked);
            if (streams.size() > MOST) return;
            usual.compute(command, (_, before) -> (before == null ? Usual.NONE : before).then(streams));
        }
    }
}
