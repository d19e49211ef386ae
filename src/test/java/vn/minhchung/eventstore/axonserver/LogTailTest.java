package vn.minhchung.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.eventstore.axonserver.ServerFixture.event;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.log.StoredEvent;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.FakeAxonServer;
import vn.minhchung.testing.TestPostgres;

/** What a node that follows the server's log does when the line, the server's log or a clock is not as it was. */
class LogTailTest {
    private final FakeAxonServer fake = new FakeAxonServer();
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final AxonServerConnectionManager connections = ServerFixture.connections(fake);
    private final ServerLog server =
            new ServerLog(() -> connections.getConnection().eventChannel());
    private final PositionIndex index = new PositionIndex(database.app());
    private final AtomicLong clockOffMs = new AtomicLong();
    private final InstantSource clock = () -> Instant.now().plusMillis(clockOffMs.get());
    private final LogTail tail =
            new LogTail(server, index, new JacksonEventCodec(new EventTypes(List.of()), List.of()), clock);
    private final ServerAppender appender = new ServerAppender(server, index, tail);

    @AfterEach
    void stop() {
        fake.letReadersIn();
        tail.close();
        connections.shutdown();
        fake.close();
    }

    @Test
    void what_another_node_indexed_while_the_line_was_down_is_known_and_told_once_it_is_back() {
        AtomicInteger woken = new AtomicInteger();
        startedWith(event("note:1", 0));
        tail.onAppend(woken::incrementAndGet);
        NewEvent next = event("note:1", 1);
        CompletableFuture<Long> position = tail.expect(next.id());

        fake.keepReadersAway();
        store(next);
        index.add(List.of(new PositionIndex.Entry(2, "note:1", 1, next.storedMs() * 1_000 + 1)));
        fake.letReadersIn();

        assertThat(position).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(2L);
        assertThat(tail.indexed()).isEqualTo(2);
        eventually(() -> assertThat(woken).hasPositiveValue());
        assertThat(tail.page(1, 10)).extracting(StoredEvent::id).containsExactly(next.id());
    }

    @Test
    void a_server_that_lost_its_last_events_while_nodes_run_is_appended_to_no_more() {
        startedWith(event("note:1", 0), event("note:1", 1), event("note:1", 2));

        fake.loseLast(2);

        eventually(() -> assertThat(String.valueOf(tail.trouble())).contains("is not the log of this database"));
        assertThatThrownBy(() -> appender.append(List.of(event("note:2", 0)), Map.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(fake.log()).hasSize(1);
        assertThat(tail.barred()).contains("is not the log of this database");
    }

    @Test
    void a_server_that_is_away_bars_no_node_as_it_is_away_for_all() {
        startedWith(event("note:1", 0));

        fake.close();

        eventually(() -> assertThat(tail.trouble()).isNotNull());
        assertThat(tail.barred()).isNull();
    }

    @Test
    void events_that_took_the_place_of_lost_ones_are_not_taken_for_them() {
        startedWith(event("note:1", 0), event("note:1", 1));
        fake.keepReadersAway();
        fake.loseLast(1);
        store(event("note:2", 0), event("note:2", 1));
        fake.letReadersIn();

        eventually(() -> assertThat(String.valueOf(tail.trouble())).contains("is not the log of this database"));
        assertThat(tail.indexed()).isEqualTo(2);
        assertThat(index.last().position()).isEqualTo(2);
    }

    @Test
    void an_index_row_that_says_something_else_is_found_when_its_event_comes_by() {
        startedWith(event("note:1", 0));
        index.add(List.of(new PositionIndex.Entry(2, "note:other", 7, 9_000_000)));

        store(event("note:1", 1));

        eventually(() -> assertThat(String.valueOf(tail.trouble())).contains("is not the log of this database"));
        assertThat(tail.indexed()).isEqualTo(1);
    }

    @Test
    void an_index_with_a_gap_gives_no_event_another_s_time() throws Exception {
        startedWith(event("note:1", 0), event("note:1", 1), event("note:1", 2));
        fake.keepReadersAway();
        asOwner("delete from event_store.axon_server_position where position = 2");
        eventually(() -> {
            // what was read lately is forgotten with the line
            assertThatThrownBy(() -> tail.page(0, 3)).isInstanceOf(RuntimeException.class);
        });
        fake.letReadersIn();
        eventually(() -> assertThatThrownBy(() -> tail.page(0, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position 2"));
    }

    @Test
    void a_server_with_as_many_events_of_another_log_is_refused_at_the_start() {
        NewEvent here = event("note:1", 0);
        try (Appender postgres = new Appender(
                ConnectionSource.of(database.app()), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            postgres.append(List.of(here));
        }
        store(event("note:1", 0));

        assertThatThrownBy(tail::start)
                .as("the same stream and sequence, another event")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the log of this database");

        fake.loseLast(1);
        store(here);
        tail.start();
        eventually(() -> assertThat(tail.indexed()).isEqualTo(1));
    }

    @Test
    void a_log_that_grows_on_the_server_is_closed_here_but_not_by_a_start_that_was_refused() {
        try (Appender postgres = new Appender(
                ConnectionSource.of(database.app()), "here", InstantSource.system(), Appender.Limits.DEFAULT)) {
            NewEvent here = event("note:1", 0);
            postgres.append(List.of(here));
            assertThatThrownBy(tail::start).isInstanceOf(IllegalStateException.class);
            NewEvent next = event("note:1", 1);
            postgres.append(List.of(next));

            startedWith(here, next);

            assertThatThrownBy(() -> postgres.append(List.of(event("note:1", 2))))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
            assertThat(index.headOfPostgres().position()).isEqualTo(2);
        }
    }

    @Test
    void a_clock_that_goes_wrong_is_noticed_however_busy_the_log_is() {
        startedWith(event("note:1", 0));
        clockOffMs.set(60_000);
        AtomicInteger next = new AtomicInteger(1);

        eventually(Duration.ofSeconds(10), () -> {
            store(event("note:1", next.getAndIncrement()));
            assertThat(String.valueOf(tail.clockOff())).contains("off the database's");
        });
        assertThat(tail.barred()).as("nobody is to be sent here").isEqualTo(tail.clockOff());

        clockOffMs.set(0);
        eventually(() -> assertThat(tail.barred()).isNull());
    }

    private void startedWith(NewEvent... events) {
        store(events);
        tail.start();
        eventually(() -> assertThat(tail.indexed()).isEqualTo(events.length));
    }

    private void store(NewEvent... events) {
        fake.store(Arrays.stream(events).map(WireEvents::toWire).toList());
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
