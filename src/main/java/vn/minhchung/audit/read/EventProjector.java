package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.command.StreamRead;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Every event of every module, from its raw message: it never depends on an event's type. */
@Component
final class EventProjector implements Projector {
    private static final String ID_PREFIX = "event:";

    private final EventCodec codec;

    EventProjector(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String name() {
        return "audit.Event";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of();
    }

    @Override
    public List<RowTable> rows() {
        return List.of(EventTables.EVENT, EventTables.SUBJECT);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        // a mark of the store, not of anybody's doing
        if (recorded.event() instanceof StreamRead) return;
        Set<String> subjects = Subjects.of(recorded.stream(), recorded.payload());
        Decision decision = recorded.envelope().decision();
        views.insert(
                EventTables.EVENT,
                EventId.of(recorded.id()).value(),
                recorded.stream(),
                recorded.sequence(),
                recorded.name(),
                moduleOf(recorded.name()),
                recorded.revision(),
                micros(recorded.recordedAt()),
                recorded.envelope().effectiveOn(),
                decision == null ? null : decision.actor().account().value(),
                decision == null ? null : decision.actor().person().value(),
                new String(recorded.payload(), StandardCharsets.UTF_8),
                new String(codec.encode(recorded.envelope()), StandardCharsets.UTF_8),
                String.join(EventTables.SEPARATOR, subjects),
                eventId(recorded.envelope().corrects()),
                eventId(recorded.envelope().causedBy()));
        for (String subject : subjects) views.insert(EventTables.SUBJECT, subject);
    }

    private static String moduleOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Envelopes name events by their bare uuid or by their id. */
    private static @Nullable String eventId(@Nullable String named) {
        return named == null || named.startsWith(ID_PREFIX) ? named : ID_PREFIX + named;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
