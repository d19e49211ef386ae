package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.TestPostgres;

class KnownLogKeysTest {
    private static final String ORIGIN = "log.example/so-khcn";
    private static final Checkpoint CHECKPOINT = Checkpoint.of(ORIGIN, 3, new byte[32]);

    private final SigningKey first = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    private final SigningKey next = SigningKey.generate(ORIGIN, KeyKind.NOTE);
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final AtomicInteger asked = new AtomicInteger();
    private final KnownLogKeys keys = new KnownLogKeys(JdbcClient.create(counting()), new SealingTest.Keys(first));

    @Test
    void a_key_that_was_met_is_known_without_asking_the_table_again() {
        SignedNote note = CHECKPOINT.signedBy(first);
        assertThat(keys.signed(note)).isTrue();
        int before = asked.get();

        for (int i = 0; i < 10; i++) {
            assertThat(keys.signed(note)).isTrue();
            assertThat(keys.named(note.signatures().getFirst())).isPresent();
        }

        assertThat(asked.get()).isEqualTo(before);
    }

    @Test
    void a_key_that_came_meanwhile_is_known_at_once() {
        assertThat(keys.signed(CHECKPOINT.signedBy(first))).isTrue();
        assertThat(keys.signed(CHECKPOINT.signedBy(next))).isFalse();

        JdbcClient.create(database.app())
                .sql("insert into transparency.log_key (origin, verifier) values (?, ?), (?, ?)")
                .params(ORIGIN, first.verifier().text(), ORIGIN, next.verifier().text())
                .update();

        assertThat(keys.signed(CHECKPOINT.signedBy(next))).isTrue();
        assertThat(keys.signed(CHECKPOINT.signedBy(first))).isTrue();
    }

    private DelegatingDataSource counting() {
        return new DelegatingDataSource(database.app()) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
    }
}
