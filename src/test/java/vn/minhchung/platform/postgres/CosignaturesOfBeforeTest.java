package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.testing.TestPostgres;

/** Cosignatures did not say of which log they are before version 34. */
class CosignaturesOfBeforeTest {
    private static final String OLD = "log.example/cu";
    private static final String NEW = "log.example/moi";
    private static final Instant NINE = Instant.parse("2026-03-02T02:00:00Z");

    private final TestPostgres.Database database = TestPostgres.emptyDatabase();
    private final JdbcClient app = JdbcClient.create(database.app());
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @BeforeEach
    void as_it_was() {
        assertThat(Migrations.migrate(database.owner(), "33")).isPositive();
    }

    @Test
    void each_takes_the_name_on_the_checkpoint_it_signed_or_the_name_of_its_time() {
        checkpoint(OLD, 5, 60);
        // the log was given another name, and goes on
        checkpoint(NEW, 5, 120);
        checkpoint(NEW, 8, 180);
        cosignature("of the first of two names", 5, 5, 170);
        cosignature("of the only checkpoint", 8, 8, 190);
        cosignature("of no checkpoint, behind the first", 6, 6, 110);
        cosignature("of no checkpoint, behind the second", 7, 7, 125);
        cosignature("of no checkpoint, before all", 4, 4, 0);
        cosignature("of another root than the checkpoint", 8, 9, 110);

        assertThat(Migrations.migrate(database.owner())).isPositive();

        assertThat(origins())
                .isEqualTo(Map.of(
                        "of the first of two names", OLD,
                        "of the only checkpoint", NEW,
                        "of no checkpoint, behind the first", OLD,
                        "of no checkpoint, behind the second", NEW,
                        "of no checkpoint, before all", OLD,
                        "of another root than the checkpoint", OLD));
    }

    @Test
    void afterwards_none_is_altered_and_none_goes_without_a_name() {
        checkpoint(OLD, 5, 60);
        cosignature("w", 5, 5, 61);
        Migrations.migrate(database.owner());

        assertThatThrownBy(() -> owner.sql("update transparency.cosignature set origin = 'x'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> cosignature("w", 6, 6, 70))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("origin");
        assertThat(origins()).isEqualTo(Map.of("w", OLD));
    }

    private Map<String, String> origins() {
        return app.sql("select witness, origin from transparency.cosignature").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("witness"), row -> (String) row.get("origin")));
    }

    private void checkpoint(String origin, int size, int minutes) {
        app.sql("insert into transparency.checkpoint (origin, size, root, note, signed_at) values (?, ?, ?, 'n', ?)")
                .params(origin, size, root(size), at(minutes))
                .update();
    }

    private void cosignature(String witness, int size, int root, int minutes) {
        app.sql("""
                        insert into transparency.cosignature (size, root, witness, seen_at, line, received_at)
                        values (?, ?, ?, ?, 'l', ?)
                        """).params(size, root(root), witness, at(minutes), at(minutes)).update();
    }

    private static byte[] root(int number) {
        byte[] root = new byte[32];
        root[0] = (byte) number;
        return root;
    }

    private static Timestamp at(int minutes) {
        return Timestamp.from(NINE.plusSeconds(minutes * 60L));
    }
}
