package vn.minhchung.platform.views;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.platform.views.ViewsFixture.PRICE;
import static vn.minhchung.platform.views.ViewsFixture.SALE;
import static vn.minhchung.platform.views.ViewsFixture.SHELF;
import static vn.minhchung.platform.views.ViewsFixture.VIEW;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.ShelfEvent;
import vn.minhchung.platform.views.ViewsFixture.ShelfView;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

class FollowerTest {
    private final ViewsFixture fixture = new ViewsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void views_follow_the_log() {
        fixture.follow("one", new Shelves(), new Sales());

        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.shelved("shelf:a", "Vỡ đê", 40_000);

        assertThat(fixture.views().await(last)).isTrue();
        assertThat(fixture.views().position()).isEqualTo(last);
        assertThat(fixture.views().find(SHELF, "shelf:a", last))
                .contains(new ShelfView("\"shelf:a\", \\ {}", Vnd.of(90_000), List.of("Số đỏ", "Vỡ đê")));
    }

    /** As after a restored log that is shorter: going on would leave out what the log says from here on. */
    @Test
    void views_beyond_the_end_of_the_log_do_not_go_on() throws Exception {
        Follower first = fixture.follow("one", new Shelves());
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();
        first.close();
        fixture.execute("update %s.follower_position set position = %d"
                .formatted(fixture.schema().name(), last + 10));

        Follower again = fixture.follow("one", new Shelves());

        eventually(() -> assertThat(again.trouble()).contains("the log ends at " + last));
    }

    @Test
    void rows_of_all_views_and_the_position_are_one_transaction() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.record(
                "shelf:b",
                new ShelfEvent.Shelved("shelf:b", "Vỡ đê", Vnd.of(40_000)),
                new ShelfEvent.Sold("shelf:b", List.of("Vỡ đê")));
        assertThat(fixture.views().await(last)).isTrue();

        String schema = fixture.schema().name();
        List<String> rows = List.of(
                "%s_id where id = 'shelf:b'".formatted(SHELF.name()),
                "%s where id = 'shelf:b'".formatted(SHELF.name()),
                "%s where position = %d".formatted(PRICE.name(), last - 1),
                SALE.name() + "_id",
                SALE.name(),
                "follower_position");
        String sql = rows.stream()
                .map(row -> "select xmin::text from %s.%s".formatted(schema, row))
                .collect(joining(" union "));
        try (Connection connection = fixture.database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet transactions = statement.executeQuery(sql)) {
            assertThat(transactions.next()).isTrue();
            assertThat(transactions.next()).as("a second transaction").isFalse();
        }
    }

    @Test
    void the_same_events_twice_write_nothing_new() throws Exception {
        Follower follower = fixture.follow("one", new Shelves(), new Sales());
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();
        follower.close();
        var before = fixture.rebuild().hashes(fixture.schema().name(), last);

        try (var connection = fixture.source.open()) {
            Projection again = Projection.open(
                    connection, fixture.schema().name(), fixture.schema().projectors(), 10);
            again.apply(fixture.events.read(0, 10));
            // The same once more, as if the position had been lost while the rows were kept.
            fixture.execute("update %s.follower_position set position = 0"
                    .formatted(fixture.schema().name()));
            Projection lost = Projection.open(
                    connection, fixture.schema().name(), fixture.schema().projectors(), 10);
            lost.apply(fixture.events.read(0, 10));
        }

        assertThat(fixture.rebuild().hashes(fixture.schema().name(), last)).isEqualTo(before);
    }

    @Test
    void a_failing_projector_is_set_aside_before_the_event_and_the_others_go_on() {
        var failing = new Shelves() {
            @Override
            public void project(Recorded recorded, ViewWriter views) {
                super.project(recorded, views);
                if (recorded.position() == 2) throw new IllegalStateException("cannot count to two");
            }
        };
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        long last = fixture.sold("shelf:a", "Số đỏ");
        Follower follower = fixture.follow("one", failing, new Sales());

        assertThat(fixture.views().await(last)).isTrue();

        PostgresViews views = fixture.views();
        assertThat(views.find(SALE, "sale:Số đỏ", last)).isPresent();
        assertThat(views.find(SHELF, "shelf:a", 1).map(ShelfView::total)).contains(Vnd.of(50_000));
        assertThatThrownBy(() -> views.find(SHELF, "shelf:a", last)).isInstanceOf(Refusal.class);
        assertThat(follower.trouble()).contains(VIEW);
    }

    @Test
    void rows_the_database_refuses_set_their_projector_aside_and_the_batch_goes_on_without_it() {
        var failing = new Shelves() {
            @Override
            public void project(Recorded recorded, ViewWriter views) {
                views.insert(PRICE, null, 1);
            }
        };
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.sold("shelf:a", "Số đỏ");
        Follower follower = fixture.follow("one", failing, new Sales());

        assertThat(fixture.views().await(last)).isTrue();

        assertThat(fixture.views().find(SALE, "sale:Số đỏ", last)).isPresent();
        assertThat(follower.trouble()).contains(VIEW);
        assertThat(follower.seen().setAside()).containsEntry(VIEW, 0L);
    }

    @Test
    void a_projector_set_aside_comes_back_at_the_next_start_when_its_fault_has_passed() {
        var broken = new AtomicBoolean(true);
        var failing = new Shelves() {
            @Override
            public void project(Recorded recorded, ViewWriter views) {
                if (broken.get() && recorded.position() > 1) throw new IllegalStateException("not today");
                super.project(recorded, views);
            }
        };
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        Follower first = fixture.follow("one", failing, new Sales());
        assertThat(fixture.views().await(last)).isTrue();
        first.close();

        Follower still = fixture.follow("one", failing, new Sales());
        eventually(() -> assertThat(still.trouble()).contains(VIEW + " 1 (at position 2", "not today"));
        still.close();
        broken.set(false);
        Follower mended = fixture.follow("one", failing, new Sales());

        eventually(() -> assertThat(mended.leading()).isTrue());
        eventually(() -> assertThat(mended.trouble()).isNull());
        assertThat(fixture.views().find(SHELF, "shelf:a", last).map(ShelfView::total))
                .contains(Vnd.of(90_000));
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void text_that_the_database_does_not_store_stops_no_view() {
        Follower follower = fixture.follow("one", new Shelves(), new Sales());
        fixture.shelved("shelf:a", "nul \u0000 and \\\\u0000", 50_000);
        fixture.shelved("shelf:a", "half \ud800 pair", 10_000);
        long last = fixture.sold("shelf:a", "a\u0000b");

        assertThat(fixture.views().await(last)).isTrue();

        assertThat(follower.trouble()).isNull();
        assertThat(fixture.views().find(SHELF, "shelf:a", last).map(ShelfView::titles))
                .contains(List.of("nul \uFFFD and \\\\u0000", "half \uFFFD pair"));
        assertThat(fixture.views().find(SALE, "sale:a\uFFFDb", last)).isPresent();
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void an_unknown_event_stops_everything_there_and_says_so() {
        long known = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.recordUnknown();
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);

        Follower follower = fixture.follow("one", new Shelves());

        eventually(() -> assertThat(follower.trouble()).contains("viewstest.Unknown"));
        assertThat(fixture.views().position()).isEqualTo(known);
    }

    @Test
    void of_two_nodes_one_follows_and_the_other_takes_over_and_both_tell_the_position() {
        Follower first = fixture.follow("one", new Shelves());
        eventually(() -> assertThat(first.leading()).isTrue());
        Follower second = fixture.follow("one", new Shelves());
        long one = fixture.shelved("shelf:a", "Số đỏ", 50_000);

        assertThat(fixture.views().await(one)).isTrue();
        assertThat(second.leading()).isFalse();
        assertThat(fixture.views().position()).isEqualTo(one);
        first.close();
        eventually(() -> assertThat(second.leading()).isTrue());
        long two = fixture.shelved("shelf:a", "Vỡ đê", 40_000);

        assertThat(fixture.views().await(two)).isTrue();
        assertThat(fixture.views().find(SHELF, "shelf:a", two).map(ShelfView::total))
                .contains(Vnd.of(90_000));
    }

    @Test
    void when_the_node_that_follows_dies_the_other_takes_over_within_ten_seconds() throws Exception {
        var dead = new AtomicBoolean();
        ConnectionSource ofFirst = () -> {
            if (dead.get()) throw new SQLException("this node is no more", "08001");
            return fixture.source.open();
        };
        Follower first = fixture.follow(ofFirst, "one", new Shelves(), new Sales());
        eventually(() -> assertThat(first.leading()).isTrue());
        Follower second = fixture.follow("one", new Shelves(), new Sales());
        assertThat(fixture.views().await(fixture.shelved("shelf:a", "Số đỏ", 50_000)))
                .isTrue();
        assertThat(second.leading()).isFalse();

        dead.set(true);
        fixture.cutConnections();

        eventually(Duration.ofSeconds(10), () -> assertThat(second.leading()).isTrue());
        long last = fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        assertThat(fixture.views().await(last)).isTrue();
        assertThat(first.leading()).isFalse();
        assertThat(fixture.rebuild().differences(last))
                .as("nothing skipped, nothing twice")
                .isEmpty();
    }

    @Test
    void a_cut_connection_is_survived() throws Exception {
        fixture.follow("one", new Shelves());
        assertThat(fixture.views().await(fixture.shelved("shelf:a", "Số đỏ", 50_000)))
                .isTrue();

        fixture.cutConnections();
        long last = fixture.shelved("shelf:a", "Vỡ đê", 40_000);

        assertThat(fixture.views().await(last)).isTrue();
        assertThat(fixture.views().find(SHELF, "shelf:a", last).map(ShelfView::total))
                .contains(Vnd.of(90_000));
    }

    @Test
    void another_build_fills_a_schema_of_its_own_and_drops_the_one_nobody_follows() {
        Follower old = fixture.follow("one", new Shelves());
        String oldName = fixture.schema().name();
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();
        old.close();

        fixture.follow("two", new Shelves());

        assertThat(fixture.views().await(last)).isTrue();
        assertThat(fixture.views().find(SHELF, "shelf:a", last)).isPresent();
        eventually(
                () -> assertThatThrownBy(() -> fixture.execute("select * from %s.follower_position".formatted(oldName)))
                        .hasMessageContaining("does not exist"));
    }
}
