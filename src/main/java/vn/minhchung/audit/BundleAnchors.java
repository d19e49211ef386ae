package vn.minhchung.audit;

import java.io.IOException;
import java.util.List;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.kernel.log.bundle.BundleWriter;

/** What the records of a bundle are verified by: the log's keys, and its checkpoints with what witnesses signed of them. */
public final class BundleAnchors {
    private BundleAnchors() {}

    /**
     * Writes what comes behind the head.
     *
     * @param state the bundle rests on
     * @param complete every entry will be there, and shows that the log of an older checkpoint is the beginning of this one
     */
    public static void write(BundleWriter writer, State state, boolean complete, SealedLog log, LogKeyRing keys)
            throws IOException {
        for (VerifierKey key : keys.keys()) writer.key(key);
        for (SignedNote rotation : keys.rotations()) writer.rotation(rotation);
        writer.checkpoint(state.note());
        List<State> older = older(state, log);
        for (State each : older) writer.checkpoint(each.note());
        if (complete) return;
        TiledTree tree = new TiledTree(state.size(), log);
        for (State each : older) writer.consistency(each.size(), tree.consistency(each.size()));
    }

    /** The newest one that witnesses signed, where the bundle's own is another. */
    private static List<State> older(State state, SealedLog log) {
        return log
                .newestWitnessed()
                .filter(witnessed -> witnessed.size() < state.size())
                // under another name it was another log's key
                .filter(witnessed -> origin(witnessed).equals(origin(state)))
                .stream()
                .toList();
    }

    private static String origin(State state) {
        return Checkpoint.parse(state.note().text()).origin();
    }
}
