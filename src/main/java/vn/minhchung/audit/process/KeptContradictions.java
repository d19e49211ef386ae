package vn.minhchung.audit.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.ContinueLog;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradiction.Kind;
import vn.minhchung.audit.LogContradictionId;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.MerkleTree;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.TiledTree;

/** Contradictions in PostgreSQL, and the gate they close. Every node looks for those another one found. */
@Component
final class KeptContradictions implements LogContradictions, CommandGate {
    private static final Logger LOG = LoggerFactory.getLogger(KeptContradictions.class);

    private final JdbcClient jdbc;
    private final SealedTiles tiles;
    private final StoredLog log;
    private final StreamSequences sequences;
    private final WitnessPolicy policy;
    private volatile List<LogContradiction> undecided = List.of();
    private volatile Comparison comparison = Comparison.AWAITED;

    /** Of the log with what this node kept: before it is done nothing is recorded, the log might be a rewritten one. */
    enum Comparison {
        AWAITED,
        /** Something is kept, and nobody can say what. */
        IMPOSSIBLE,
        DONE
    }

    KeptContradictions(
            JdbcClient jdbc, SealedTiles tiles, StoredLog log, StreamSequences sequences, WitnessPolicy policy) {
        this.jdbc = jdbc;
        this.tiles = tiles;
        this.log = log;
        this.sequences = sequences;
        this.policy = policy;
    }

    @Override
    public Verdict judge(SignedNote note) {
        Checkpoint signed = Checkpoint.parse(note.text());
        State own = tiles.newest().orElse(null);
        long sealed = own == null ? 0 : own.size();
        if (sealed < signed.size()) {
            if (log.head() >= signed.size()) return Verdict.NOT_YET;
            return contradicted(Kind.OLD_BACKUP, note, signed, own);
        }
        if (Arrays.equals(new TiledTree(signed.size(), tiles).root(), signed.root())) return Verdict.HELD;
        return contradicted(Kind.SPLIT_VIEW, note, signed, own);
    }

    private Verdict contradicted(Kind kind, SignedNote note, Checkpoint signed, @Nullable State own) {
        if (knownToBeLost(note, signed)) return Verdict.CONTRADICTED;
        int fresh = jdbc.sql("""
                        insert into transparency.contradiction (id, kind, size, root, note, own_size, own_root)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        LogContradictionId.of(note.text()).value(),
                        kind.name(),
                        signed.size(),
                        signed.root(),
                        note.encoded(),
                        own == null ? 0 : own.size(),
                        own == null ? new MerkleTree().root() : own.root())
                .update();
        // whoever sends it again is answered the same, and told of once
        if (fresh > 0) LOG.error("{}: this log does not hold the witnessed checkpoint\n{}", kind, note.encoded());
        look();
        return Verdict.CONTRADICTED;
    }

    @Override
    public Optional<LogContradiction> find(LogContradictionId id) {
        return jdbc.sql("select * from transparency.contradiction where id = ?")
                .param(id.value())
                .query(KeptContradictions::read)
                .optional();
    }

    @Override
    public List<LogContradiction> list() {
        return jdbc.sql("select * from transparency.contradiction order by found_at, id")
                .query(KeptContradictions::read)
                .list();
    }

    /** What is not decided, by the record itself: a view may be set aside. */
    void look() {
        undecided = list().stream().filter(Predicate.not(this::decided)).toList();
    }

    private boolean decided(LogContradiction found) {
        return sequences.sequenceAt(found.id().value(), Long.MAX_VALUE) >= 0;
    }

    /**
     * Who goes on from a backup goes on without all that was witnessed after it; that is decided once, and not again for each
     * checkpoint somebody saved.
     */
    private boolean knownToBeLost(SignedNote note, Checkpoint signed) {
        long last = note.signatures().stream()
                .filter(line -> policy.named(line).isPresent())
                .mapToLong(Cosignature::seconds)
                .max()
                .orElse(Long.MAX_VALUE);
        return list().stream()
                .anyMatch(each ->
                        signed.size() > each.ownSize() && last < each.foundAt().getEpochSecond() && decided(each));
    }

    @Override
    public void pass(Command command) {
        if (command instanceof ContinueLog) return;
        if (comparison == Comparison.AWAITED) throw Refusal.of(ErrorCode.STORE_UNAVAILABLE, "problem", "comparing");
        if (impossible()) throw Refusal.of(ErrorCode.LOG_CONTRADICTED, "problem", "unreadable");
        if (undecided.isEmpty()) return;
        look();
        if (undecided.isEmpty()) return;
        LogContradiction first = undecided.getFirst();
        throw Refusal.of(
                ErrorCode.LOG_CONTRADICTED,
                "id",
                first.id(),
                "contradiction",
                first.kind(),
                "size",
                first.size(),
                "ownSize",
                first.ownSize());
    }

    void comparison(Comparison now) {
        comparison = now;
    }

    boolean impossible() {
        return comparison == Comparison.IMPOSSIBLE;
    }

    boolean closed() {
        return !undecided.isEmpty();
    }

    private static LogContradiction read(ResultSet row, int number) throws SQLException {
        return new LogContradiction(
                new LogContradictionId(row.getString("id")),
                Kind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getBytes("root"),
                SignedNote.parse(row.getString("note")),
                row.getLong("own_size"),
                row.getBytes("own_root"),
                row.getTimestamp("found_at").toInstant());
    }
}
