package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.TestPostgres;

/** Sealing that fails again and again does not stay a warning. */
class SealingHealthTest {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final EventsToSeal log = new EventsToSeal();
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void events_that_wait_while_no_step_succeeds_are_told_in_health_until_one_does() throws SQLException {
        WhenStoredThenSeal sealing = sealing();
        sealing.start();
        try {
            eventually(() -> assertThat(rows()).isPositive());
            as("revoke insert on transparency.checkpoint from minhchung_app");
            log.add(3);
            assertThat(sealing.health().getStatus()).isEqualTo(Status.UP);

            // a step that is under way may still have succeeded before
            eventually(() -> {
                nanos.addAndGet(Duration.ofSeconds(31).toNanos());
                assertThat(sealing.health().getStatus()).isEqualTo(Status.DOWN);
                assertThat(sealing.health().getDetails()).containsEntry("behind", 3L);
                assertThat(String.valueOf(sealing.health().getDetails().get("failing")))
                        .contains("checkpoint");
            });

            as("grant insert on transparency.checkpoint to minhchung_app");
            eventually(() -> assertThat(sealing.health().getStatus()).isEqualTo(Status.UP));
        } finally {
            sealing.stop();
        }
    }

    private WhenStoredThenSeal sealing() {
        // one source for both: a step is one transaction
        DataSource app = database.app();
        JdbcClient jdbc = JdbcClient.create(app);
        WitnessPolicy policy = new WitnessPolicy(Set.of(), 0);
        SealedTiles tiles = new SealedTiles(jdbc, policy);
        KnownLogKeys keys =
                new KnownLogKeys(jdbc, new SealingTest.Keys(SigningKey.generate("log.example/so-khcn", KeyKind.NOTE)));
        Sealing sealing = new Sealing(
                tiles,
                log,
                new JacksonEventCodec(new EventTypes(List.of()), List.of()),
                keys,
                new DataSourceTransactionManager(app));
        return new WhenStoredThenSeal(
                sealing,
                tiles,
                log,
                new KeptContradictions(jdbc, tiles, log, (_, _) -> -1, policy),
                new LastWitnessed(folder, Set.of(), tiles, policy, keys),
                nanos::get);
    }

    private long rows() {
        return JdbcClient.create(database.app())
                .sql("select count(*) from transparency.checkpoint")
                .query(Long.class)
                .single();
    }

    private void as(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
