package vn.minhchung.eventstore.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.List;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.archive.ArchiveFault;
import vn.minhchung.eventstore.archive.ArchiveRule;
import vn.minhchung.eventstore.archive.MoveTarget;
import vn.minhchung.kernel.Refusal;

/** A context of Axon Server as the place a log is moved to, or read back from. */
@NamedInterface("axonserver")
public final class AxonServerTarget implements MoveTarget {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AxonServerConnectionManager connections;
    private final ServerLog server;

    private AxonServerTarget(AxonServerConnectionManager connections) {
        this.connections = connections;
        this.server = new ServerLog(() -> connections.getConnection().eventChannel(), LONGEST);
    }

    /**
     * By the same settings as the application in the profile {@code axonserver}.
     *
     * @throws vn.minhchung.eventstore.SettingsRefused when the line would not be encrypted
     */
    public static AxonServerTarget open(Environment environment) {
        AxonServerConnectionManager connections = AxonServerSettings.connections(AxonServerSettings.of(environment));
        connections.start();
        return new AxonServerTarget(connections);
    }

    @Override
    public long head() {
        try {
            return server.head();
        } catch (Refusal e) {
            throw silent(e);
        }
    }

    @Override
    public void append(List<NewEvent> events) {
        try {
            server.append(events);
        } catch (ServerLog.SequenceTaken e) {
            throw (ArchiveFault)
                    ArchiveRule.TARGET_MOVED.broken(events.getFirst().id()).initCause(e);
        } catch (ServerLog.InDoubt | Refusal e) {
            throw silent(e);
        }
    }

    @Override
    public void read(long count, Reading reading) {
        try {
            server.read(0, count, (before, event) -> reading.take(before + 1, ours(before, event)));
        } catch (Refusal e) {
            throw silent(e);
        }
    }

    private static NewEvent ours(long before, EventWithToken event) {
        try {
            return ServerLog.placed(event, before).event();
        } catch (IllegalStateException e) {
            throw (ArchiveFault) ArchiveRule.TARGET_DIFFERS.broken(before + 1).initCause(e);
        }
    }

    private static ArchiveFault silent(RuntimeException failure) {
        return (ArchiveFault)
                ArchiveRule.TARGET_SILENT.broken(failure.getCause()).initCause(failure);
    }

    @Override
    public void close() {
        connections.shutdown();
    }
}
