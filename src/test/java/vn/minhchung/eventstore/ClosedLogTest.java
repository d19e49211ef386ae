package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.testing.TestPostgres;

/** A log that went on elsewhere is not gone on with here. */
class ClosedLogTest {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();

    @Test
    void a_node_without_the_profile_starts_on_an_open_log_only() throws Exception {
        EventStoreConfiguration configuration = new EventStoreConfiguration();
        try (Appender open = configuration.appender(database.app())) {
            assertThat(open.append(List.of(LogFixture.event("note:1", 0))).position())
                    .isEqualTo(1);
        }

        execute("insert into event_store.log_closed (position) values (1)");

        assertThatThrownBy(() -> configuration.appender(database.app()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void an_index_of_the_server_s_positions_says_the_same() throws Exception {
        execute("insert into event_store.axon_server_position values (1, 'note:1', 0, 1000)");

        assertThatThrownBy(() -> new EventStoreConfiguration().appender(database.app()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void a_node_that_runs_on_a_closed_log_is_no_place_to_be_sent_to_until_the_log_is_open_again() throws Exception {
        try (Appender appender = new EventStoreConfiguration().appender(database.app())) {
            execute("insert into event_store.log_closed (position) values (0)");
            assertThatThrownBy(() -> appender.append(List.of(LogFixture.event("note:1", 0))))
                    .isInstanceOf(Refusal.class);
            assertThat(appender.barred()).contains("this log is closed");

            try (Connection owner = database.owner().getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("delete from event_store.log_closed");
            }

            eventually(() -> assertThat(appender.barred()).isNull());
            assertThat(appender.append(List.of(LogFixture.event("note:1", 0))).position())
                    .isEqualTo(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
