package vn.minhchung.audit.process;

import java.util.HexFormat;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.log.LeafEntry;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.StoredEvent;

/** Leaves of stored events. */
final class Leaves {
    private Leaves() {}

    static byte[] entry(StoredEvent event, EventCodec codec) {
        String salt = codec.decodeEnvelope(event.envelope()).salt();
        return LeafEntry.of(event, HexFormat.of().parseHex(salt));
    }

    static byte[] hash(StoredEvent event, EventCodec codec) {
        return MerkleTree.leafHash(entry(event, codec));
    }
}
