package vn.minhchung.audit.process;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.Damage;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.LeafFields;
import vn.minhchung.kernel.log.StoredEvent;

/** Leaves of stored events. */
final class Leaves {
    private Leaves() {}

    static byte[] entry(StoredEvent event, EventCodec codec) {
        String salt = codec.decodeEnvelope(event.envelope()).salt();
        return LeafEntry.of(event, HexFormat.of().parseHex(salt));
    }

    /** What of an event is not as its entry says; null when all of it is. The two are of one id. */
    static @Nullable Damage difference(LeafFields sealed, StoredEvent event, EventCodec codec) {
        LeafFields found;
        try {
            found = LeafFields.parse(entry(event, codec));
        } catch (RuntimeException e) {
            // an envelope that cannot even be opened has no salt
            return Damage.ENVELOPE;
        }
        if (!Arrays.equals(found.envelopeHash(), sealed.envelopeHash())) return Damage.ENVELOPE;
        if (!Arrays.equals(found.payloadHash(), sealed.payloadHash())) return Damage.PAYLOAD;
        if (found.storedMs() != sealed.storedMs()) return Damage.TIME;
        boolean same = found.position() == sealed.position()
                && found.stream().equals(sealed.stream())
                && found.sequence() == sealed.sequence()
                && found.type().equals(sealed.type())
                && found.name().equals(sealed.name())
                && found.revision().equals(sealed.revision());
        return same ? null : Damage.EVENT;
    }
}
