package vn.minhchung.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import vn.minhchung.audit.LogAtRest;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.audit.Witnessing;
import vn.minhchung.eventstore.LogForReading;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.log.TiledTree;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.platform.views.ViewSchema;

/**
 * A log's copy, sealed under a key of the drill's own and seen by a witness of the drill's own, with its views made twice. Each damage is
 * one transaction on one connection: who checks afterwards sees it, and rolled back it has never been.
 */
final class LogCopy implements LogParts, AutoCloseable {
    static final String VIEWS = "drill_views";
    private static final String VIEWS_AGAIN = "drill_views_again";

    /** Nobody's name. */
    private static final String ORIGIN = "drill.invalid/log";

    private static final List<String> SEALED = List.of(
            "event_store.event",
            "transparency.checkpoint",
            "transparency.cosignature",
            "transparency.entry_piece",
            "transparency.tile_piece");

    private final SigningKey key = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    /** To it the true log is shown. */
    private final SigningKey witness = SigningKey.generate("drill.invalid/witness-1", KeyKind.COSIGNATURE);

    private final SigningKey otherWitness = SigningKey.generate("drill.invalid/witness-2", KeyKind.COSIGNATURE);
    private final SortedMap<Long, SignedNote> witnessed = new TreeMap<>();
    private final Connection connection;
    private final LogUpTo events;
    private final AnnotationConfigApplicationContext context;
    private final Rebuild rebuild;
    private final EventCodec codec;
    private final long size;

    /** @param size how many events it has */
    LogCopy(CopyServer server, EventCodec codec, ViewSchema views, long size) throws SQLException {
        this.codec = codec;
        this.size = size;
        this.connection = server.connections().open();
        // one statement may take long: a large table is hashed
        connection.setNetworkTimeout(Runnable::run, 0);
        DataSource one = new SingleConnectionDataSource(connection, true);
        this.events = new LogUpTo(LogForReading.events(one));
        this.context = context(one);
        this.rebuild = new Rebuild(
                server.connections(), new DecodedLog(LogForReading.events(server.database()), codec), views);
    }

    private AnnotationConfigApplicationContext context(DataSource one) {
        AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
        String witnesses =
                witness.verifier().text() + "," + otherWitness.verifier().text();
        parts.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "drill", Map.of("minhchung.log.witnesses", witnesses, "minhchung.log.witnesses-needed", "1")));
        parts.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(one));
        parts.registerBean(PlatformTransactionManager.class, OneTransaction::new);
        parts.registerBean(StoredLog.class, () -> events);
        parts.registerBean(StreamSequences.class, () -> LogForReading.sequences(one));
        parts.registerBean(EventCodec.class, () -> codec);
        parts.registerBean(LogKeys.class, () -> new DrillKeys(key));
        parts.register(LogAtRest.class);
        parts.refresh();
        return parts;
    }

    // --------------------------------------------------------------------------------------------- before any damage

    /** Seals up to each of these sizes, in order, and has each checkpoint seen by the first witness. */
    void seal(SortedSet<Long> sizes) throws SQLException {
        connection.setAutoCommit(false);
        for (long to : sizes) {
            sealTo(to);
            witnessed.put(to, cosigned(witness));
        }
        connection.commit();
        connection.setAutoCommit(true);
        events.end(Long.MAX_VALUE);
    }

    private void sealTo(long to) {
        events.end(to);
        do sealer().step();
        while (newest().size() < to);
    }

    /** Makes the views, twice. */
    void project() {
        rebuild.into(VIEWS, size);
        rebuild.into(VIEWS_AGAIN, size);
    }

    /** True when the log begins with what was sealed elsewhere. */
    boolean beginsWith(State original) {
        return original.size() <= size
                && Arrays.equals(new TiledTree(original.size(), sealed()).root(), original.root());
    }

    // ---------------------------------------------------------------------------------------------- what it consists
    // of

    long size() {
        return size;
    }

    SigningKey key() {
        return key;
    }

    SigningKey witness() {
        return witness;
    }

    SigningKey otherWitness() {
        return otherWitness;
    }

    /** What the first witness keeps, by size. */
    SignedNote witnessed(long ofSize) {
        SignedNote note = witnessed.get(ofSize);
        if (note == null) throw new IllegalArgumentException("nobody saw the log of " + ofSize + " events");
        return note;
    }

    @Override
    public BeanFactory parts() {
        return context;
    }

    LogContradictions contradictions() {
        return context.getBean(LogContradictions.class);
    }

    DataSource database() {
        return new SingleConnectionDataSource(connection, true);
    }

    State newest() {
        return sealed().newest().orElseThrow();
    }

    /** Tables of the views that are not what the events make of them, each with the first position. */
    Map<String, Long> differingViews() throws SQLException {
        return rebuild.firstDifferences(connection, VIEWS, VIEWS_AGAIN, size);
    }

    /** Where the last command before a position ends; 0 when there is none. */
    long commandBefore(long position) {
        long end = position - 1;
        while (end > 0 && !codec.decodeEnvelope(event(end).envelope()).lastPart()) end--;
        return end;
    }

    StoredEvent event(long position) {
        return events.after(position - 1, 1).getFirst();
    }

    // ------------------------------------------------------------------------------------------------------- damage

    /** What is done within one damage, and asked. */
    interface Damaged<T> {
        T ask() throws Exception;
    }

    /** Disables what protects the tables, as a superuser can; whatever is done is taken back. */
    <T> T damaged(Damaged<T> doing) throws Exception {
        connection.setAutoCommit(false);
        try {
            for (String table : SEALED) run("alter table %s disable trigger append_only".formatted(table));
            return doing.ask();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** At least one row. */
    void run(String sql, Object... parameters) {
        JdbcClient.create(database()).sql(sql).params(parameters).update();
    }

    <T> Optional<T> find(Class<T> type, String sql, Map<String, ?> parameters) {
        return JdbcClient.create(database())
                .sql(sql)
                .params(parameters)
                .query(type)
                .optional();
    }

    /** The seals as they were when the log had so many events, of which there is a checkpoint. */
    void cutSeals(long to) {
        run("delete from transparency.checkpoint where size > ?", to);
        run("delete from transparency.cosignature where size > ?", to);
        run("delete from transparency.entry_piece where tile * 256 + first >= ?", to);
        run("delete from transparency.tile_piece where tile * 256 + first >= (?::bigint >> (8 * level))", to);
    }

    /** All that is there is sealed, with the log's key, as its administrator can. */
    void sealAgain() {
        sealTo(events.head());
        events.end(Long.MAX_VALUE);
    }

    /** The newest checkpoint with a witness's signature, which the copy keeps. */
    SignedNote cosigned(SigningKey by) {
        SignedNote note = newest().note();
        long seconds = InstantSource.system().instant().getEpochSecond();
        SignedNote signed = note.with(by.cosign(Checkpoint.parse(note.text()), seconds));
        Witnessing.Answer answer =
                context.getBean(Witnessing.class).cosigned(signed.encoded().getBytes(StandardCharsets.UTF_8));
        if (answer != Witnessing.Answer.KEPT) throw new IllegalStateException("not cosigned: " + answer);
        return signed;
    }

    @Override
    public void close() throws SQLException {
        context.close();
        connection.close();
    }
}
