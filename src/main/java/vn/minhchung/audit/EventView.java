package vn.minhchung.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * One recorded event. It is read from its row only for somebody who may see it, so it is visible to whoever holds it.
 *
 * @param stream the id of the object it is about
 * @param sequence number within the stream, from 0
 * @param json the payload as stored, UTF-8 JSON; personal texts are ciphertext in it
 * @param subjectIds every typed id in the payload and the stream's own
 * @param correctsId the event this one corrects; {@code correctedById} the first one that corrects it, as known at the moment
 * @param confirmedById the person who confirmed it, as known at the moment
 */
public record EventView(
        String id,
        long position,
        String stream,
        long sequence,
        String name,
        int revision,
        Instant recordedAt,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate documentDate,
        List<LegalBasis> basis,
        @Nullable String reason,
        String build,
        @Nullable String channel,
        @Nullable String clock,
        @Nullable String requestId,
        String json,
        Envelope envelope,
        List<String> subjectIds,
        @Nullable String causedById,
        @Nullable String correctsId,
        @Nullable String correctedById,
        @Nullable String confirmedById)
        implements Readable {

    public DomainEvent decoded(EventCodec codec) {
        return codec.decode(position, name, Integer.toString(revision), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.signedIn();
    }
}
