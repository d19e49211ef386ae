package vn.minhchung.audit.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.kernel.view.Shown;

/** Checkpoints and proofs: of the log as it is at the time of asking, whatever moment is shown. */
@Controller
final class ProofGraphql {
    private final SealedLog log;
    private final LogKeyRing keys;
    private final EventProofs proofs;

    ProofGraphql(SealedLog log, LogKeyRing keys, EventProofs proofs) {
        this.log = log;
        this.keys = keys;
        this.proofs = proofs;
    }

    record ShownConsistency(long from, long to, String fromRoot, String toRoot, List<String> hashes) {}

    @QueryMapping
    @Nullable
    ShownCheckpoint checkpoint(@Argument @Nullable Boolean witnessed, @Argument @Nullable Long size) {
        boolean only = Boolean.TRUE.equals(witnessed);
        Optional<SealedLog.State> state = size != null ? log.of(size) : only ? log.newestWitnessed() : log.newest();
        return state.filter(found -> !only || found.witnessed())
                .map(found -> ShownCheckpoint.of(found, keys))
                .orElse(null);
    }

    /** Null before the first checkpoint. */
    @QueryMapping
    @Nullable
    ShownConsistency consistency(@Argument long from, @Argument @Nullable Long to) {
        Optional<SealedLog.State> newest = log.newest();
        if (newest.isEmpty()) return null;
        long sealed = newest.get().size();
        long size = to == null ? sealed : to;
        if (size > sealed) throw beyond("to", size, sealed);
        if (from > size) throw beyond("from", from, size);
        TiledTree tree = new TiledTree(size, log);
        return new ShownConsistency(
                from,
                size,
                ShownCheckpoint.base64(new TiledTree(from, log).root()),
                ShownCheckpoint.base64(tree.root()),
                tree.consistency(from).stream().map(ShownCheckpoint::base64).toList());
    }

    private static Refusal beyond(String argument, long actual, long limit) {
        return Refusal.of(ErrorCode.LIMIT_EXCEEDED, "argument", argument, "limit", limit, "actual", actual)
                .at(argument);
    }

    @SchemaMapping(typeName = "RecordedEvent")
    CompletableFuture<Optional<EventProofs.ShownProof>> proof(Shown<EventView> event, Loader loader) {
        return loader.batch(proofs, new EventProofs.Key(event.view().position()));
    }
}
