package vn.minhchung.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.testing.TestPostgres;

/** Our engine alone: one event a call. */
final class OurEngine {
    private static final byte[] PAYLOAD = Rows.json(Rows.PAYLOAD);
    private static final byte[] ENVELOPE = Rows.json(Rows.ENVELOPE);

    private OurEngine() {}

    static Peer open(TestPostgres.Database database, int callers) {
        Appender appender = new Appender(
                ConnectionSource.of(database.app()), "bench", InstantSource.system(), Appender.Limits.DEFAULT);
        return Peer.calling(
                (_, _) -> {
                    UUID id = UUID.randomUUID();
                    appender.append(List.of(new NewEvent(
                            id,
                            "bench:" + id,
                            0,
                            "Bench",
                            "bench.Happened",
                            "1",
                            System.currentTimeMillis(),
                            PAYLOAD,
                            ENVELOPE)));
                },
                appender::close);
    }
}
