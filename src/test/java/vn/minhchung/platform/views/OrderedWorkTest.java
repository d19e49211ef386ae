package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.platform.views.ViewsFixture.OTHER;
import static vn.minhchung.platform.views.ViewsFixture.SALE;
import static vn.minhchung.platform.views.ViewsFixture.SHELF;
import static vn.minhchung.platform.views.ViewsFixture.VIEW;
import static vn.minhchung.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.ViewKeeper.Order;
import vn.minhchung.kernel.view.ViewKeeper.Progress;
import vn.minhchung.kernel.view.ViewKeeper.Standing;
import vn.minhchung.kernel.view.ViewKeeper.State;
import vn.minhchung.kernel.view.ViewOrder.Work;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.platform.views.ViewsFixture.Choking;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.ShelfView;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

/** Operators' orders about views, carried out by whichever node follows. */
class OrderedWorkTest {
    private final ViewsFixture fixture = new ViewsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Its rows are refused by the database from one event on: a number that is none. */
    private static final class Refused extends Shelves {
        @Override
        public void project(Recorded recorded, ViewWriter views) {
            super.project(recorded, views);
            if (recorded.position() >= 3) views.insert(ViewsFixture.PRICE, "shelf", "many");
        }
    }

    /** While it is made again it loses its connection once; the follower keeps its own. */
    private final class Cutting extends Shelves {
        private final AtomicInteger firsts = new AtomicInteger();

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            if (recorded.position() == 1 && firsts.incrementAndGet() == 2) cutRebuild();
            super.project(recorded, views);
        }
    }

    private void cutRebuild() {
        try {
            assertThat(fixture.cutWhoeverAskedLast("%\\_shadow%")).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_event_stops_its_own_view_which_says_where_and_why_and_goes_on_when_ordered() throws Exception {
        Choking choking = new Choking(2);
        fixture.follow("one", choking, new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        long sold = fixture.sold("shelf:a", "Số đỏ");
        assertThat(fixture.views().await(sold)).isTrue();

        Standing stopped = standing(VIEW);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.position()).isEqualTo(1);
        assertThat(stopped.behind()).isEqualTo(2);
        assertThat(stopped.cause()).isEqualTo("at position 2: java.lang.IllegalStateException: not this one");
        assertThat(stopped.since()).isNotNull();
        assertThat(standing(OTHER)).isEqualTo(new Standing(OTHER, State.FOLLOWING, 3, 0, null, null));
        assertThat(fixture.views().find(SALE, "sale:Số đỏ", sold)).isPresent();

        fixture.ordered("order:1", Work.RESUME, List.of(VIEW));
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.FAILED));
        assertThat(order("order:1").cause()).contains("at position 2", "not this one");
        assertThat(standing(VIEW).state()).isEqualTo(State.STOPPED);

        choking.mend();
        fixture.ordered("order:2", Work.RESUME, List.of(VIEW));
        eventually(() -> assertThat(order("order:2").progress()).isEqualTo(Progress.DONE));
        long last = fixture.shelved("shelf:a", "Tắt đèn", 1_000);
        assertThat(fixture.views().await(last)).isTrue();
        assertThat(fixture.views().find(SHELF, "shelf:a", last).map(ShelfView::total))
                .contains(Vnd.of(91_000));
        assertThat(standing(VIEW).state()).isEqualTo(State.FOLLOWING);
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void of_a_batch_whose_rows_are_refused_the_event_is_found() throws Exception {
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        fixture.shelved("shelf:a", "Tắt đèn", 1_000);
        long last = fixture.shelved("shelf:a", "Chí Phèo", 2_000);
        fixture.follow("one", new Refused(), new Sales());

        assertThat(fixture.views().await(last)).isTrue();
        eventually(() -> assertThat(standing(VIEW).state()).isEqualTo(State.STOPPED));
        assertThat(standing(VIEW).position()).isEqualTo(2);
        assertThat(standing(VIEW).cause()).startsWith("at position 3: ").contains("many");
        assertThat(fixture.views().find(SHELF, "shelf:a", 2).map(ShelfView::total))
                .contains(Vnd.of(90_000));
    }

    @Test
    void a_view_that_comes_back_takes_in_what_it_missed_while_the_others_go_on() throws Exception {
        Choking choking = new Choking(1);
        fixture.follow("one", choking, new Sales());
        long last = 0;
        for (int i = 0; i < 60; i++) last = fixture.shelvedMany("shelf:" + i % 7, 20);
        assertThat(fixture.views().await(last)).isTrue();
        choking.mend();

        fixture.ordered("order:1", Work.RESUME, List.of(VIEW));
        long sold = fixture.sold("shelf:1", "book 1");
        assertThat(fixture.views().await(sold)).isTrue();
        assertThat(fixture.views().find(SALE, "sale:book 1", sold)).isPresent();
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));

        assertThat(fixture.rebuild().differences(sold)).isEmpty();
    }

    @Test
    void views_made_again_take_the_place_of_the_live_ones_under_readers_and_writers() throws Exception {
        Follower follower = fixture.follow("one", new Shelves(), new Sales());
        for (int i = 0; i < 300; i++) fixture.shelved("shelf:" + i % 5, "book " + i, i);
        long before = fixture.sold("shelf:1", "book 1");
        assertThat(fixture.views().await(before)).isTrue();
        Map<String, String> hashes = fixture.rebuild().hashes(fixture.schema().name(), before);
        long table = oid(SHELF.name());
        var reading = new AtomicBoolean(true);
        Thread reader = Thread.ofPlatform().start(() -> {
            while (reading.get()) {
                assertThat(fixture.views().find(SHELF, "shelf:1", before)).isPresent();
            }
        });
        var failed = new AtomicBoolean();
        reader.setUncaughtExceptionHandler((_, _) -> failed.set(true));

        fixture.ordered("order:1", Work.REBUILD, List.of());
        long last = 0;
        for (int i = 0; i < 100; i++) last = fixture.shelved("shelf:9", "more " + i, i);
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));
        reading.set(false);
        reader.join();

        assertThat(failed).isFalse();
        assertThat(oid(SHELF.name())).as("another table").isNotEqualTo(table);
        assertThat(fixture.rebuild().hashes(fixture.schema().name(), before)).isEqualTo(hashes);
        long end = fixture.shelved("shelf:1", "last", 1);
        assertThat(fixture.views().await(end)).isTrue();
        assertThat(fixture.rebuild().differences(end)).isEmpty();
        assertThat(follower.trouble()).isNull();
        Order order = order("order:1");
        assertThat(order.position()).isEqualTo(order.goal()).isBetween(before + 1, last);
        assertThat(order.perSecond()).isPositive();
        assertThat(order.startedAt()).isBefore(Objects.requireNonNull(order.endedAt()));
        assertThat(schemas()).containsExactly(fixture.schema().name());
    }

    @Test
    void one_view_is_made_again_and_the_tables_of_the_others_stay() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(fixture.sold("shelf:a", "Số đỏ"))).isTrue();
        long shelf = oid(SHELF.name());
        long sale = oid(SALE.name());

        fixture.ordered("order:1", Work.REBUILD, List.of(OTHER));
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));

        assertThat(oid(SHELF.name())).isEqualTo(shelf);
        assertThat(oid(SALE.name())).isNotEqualTo(sale);
    }

    @Test
    void a_view_that_comes_out_otherwise_is_not_swapped_in_unless_it_was_named_as_wrong() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.sold("shelf:a", "Số đỏ");
        assertThat(fixture.views().await(last)).isTrue();
        fixture.execute("update %s.%s set doc = jsonb_set(doc, '{total}', '7') where from_position = 1"
                .formatted(fixture.schema().name(), SHELF.name()));

        fixture.ordered("order:1", Work.REBUILD, List.of());
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DIFFERENT));
        assertThat(order("order:1").differing()).containsExactly(VIEW);
        assertThat(fixture.rebuild().differences(last)).containsExactly(SHELF.name());
        assertThat(schemas()).containsExactly(fixture.schema().name());

        fixture.ordered("order:2", Work.REBUILD, List.of(VIEW, OTHER), VIEW);
        eventually(() -> assertThat(order("order:2").progress()).isEqualTo(Progress.DONE));
        assertThat(order("order:2").differing()).containsExactly(VIEW);
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void a_stopped_view_need_agree_only_up_to_where_it_stopped_and_follows_again_once_made_again() throws Exception {
        Choking choking = new Choking(2);
        fixture.follow("one", choking, new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        long last = fixture.shelved("shelf:a", "Tắt đèn", 1_000);
        assertThat(fixture.views().await(last)).isTrue();

        fixture.ordered("order:1", Work.REBUILD, List.of(VIEW));
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.FAILED));
        assertThat(order("order:1").cause()).contains("at position 2", "not this one");
        assertThat(standing(VIEW).state()).isEqualTo(State.STOPPED);

        choking.mend();
        long end = fixture.ordered("order:2", Work.REBUILD, List.of(VIEW));
        eventually(() -> assertThat(order("order:2").progress()).isEqualTo(Progress.DONE));
        assertThat(standing(VIEW).state()).isEqualTo(State.FOLLOWING);
        assertThat(fixture.views().find(SHELF, "shelf:a", end).map(ShelfView::total))
                .contains(Vnd.of(91_000));
    }

    @Test
    void a_swap_gives_way_to_a_reader_and_comes_again() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.sold("shelf:a", "Số đỏ");
        assertThat(fixture.views().await(last)).isTrue();
        long table = oid(SHELF.name());

        try (Connection reader = fixture.database.app().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from %s.%s".formatted(fixture.schema().name(), SHELF.name()));
            fixture.ordered("order:1", Work.REBUILD, List.of());
            // The follower is not held up by what it waits for: it has seen two more events than the order.
            eventually(() -> assertThat(order("order:1").position()).isNotNull());
            fixture.shelved("shelf:a", "Vỡ đê", 40_000);
            long more = fixture.shelved("shelf:a", "Tắt đèn", 1_000);
            assertThat(fixture.views().await(more)).isTrue();
            assertThat(order("order:1").progress()).isEqualTo(Progress.RUNNING);
            assertThat(oid(SHELF.name())).isEqualTo(table);
            reader.rollback();
        }
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));
        assertThat(oid(SHELF.name())).isNotEqualTo(table);
    }

    @Test
    void a_shadow_that_loses_its_connection_while_it_waits_for_the_swap_is_made_again() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();

        try (Connection reader = fixture.database.app().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from %s.%s".formatted(fixture.schema().name(), SHELF.name()));
            fixture.ordered("order:1", Work.REBUILD, List.of());
            String waiting = "update %s.follower\\_order set position%%"
                    .formatted(fixture.schema().name());
            eventually(() -> assertThat(fixture.cutWhoeverAskedLast(waiting)).isEqualTo(1));
            long more = fixture.shelved("shelf:a", "Vỡ đê", 40_000);
            assertThat(fixture.views().await(more)).as("the shadow lags behind").isTrue();
            reader.rollback();
        }

        eventually(() -> assertThat(order("order:1").endedAt()).isNotNull());
        assertThat(order("order:1").cause()).isNull();
        assertThat(order("order:1").progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void an_order_taken_in_by_a_node_that_died_is_carried_out_by_the_next() throws Exception {
        Follower first = fixture.follow("one", new Shelves(), new Sales());
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();
        first.close();
        // What a node that stood in the middle of a rebuild leaves behind.
        fixture.execute("create schema %s_shadow".formatted(fixture.schema().name()));
        fixture.execute("""
            insert into %s.follower_order (id, ordered_at, work, views, may_differ, progress, differing)
            values ('order:1', 1, 'REBUILD', '{}', '{}', 'RUNNING', '{}')\
            """.formatted(fixture.schema().name()));

        fixture.follow("one", new Shelves(), new Sales());

        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));
        assertThat(schemas()).containsExactly(fixture.schema().name());
    }

    @Test
    void an_order_whose_connection_is_lost_is_begun_again() throws Exception {
        Cutting cutting = new Cutting();
        fixture.follow("one", cutting, new Sales());
        fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long last = fixture.sold("shelf:a", "Số đỏ");
        assertThat(fixture.views().await(last)).isTrue();

        fixture.ordered("order:1", Work.REBUILD, List.of());
        eventually(() -> assertThat(order("order:1").endedAt()).isNotNull());

        assertThat(cutting.firsts).as("live, cut, again").hasValueGreaterThanOrEqualTo(3);
        assertThat(order("order:1").cause()).isNull();
        assertThat(order("order:1").progress()).isEqualTo(Progress.DONE);
        assertThat(schemas()).containsExactly(fixture.schema().name());
    }

    @Test
    void a_build_that_fills_views_of_its_own_passes_over_the_orders_about_others() throws Exception {
        Follower old = fixture.follow("one", new Shelves(), new Sales());
        assertThat(fixture.views().await(fixture.shelved("shelf:a", "Số đỏ", 50_000)))
                .isTrue();
        fixture.ordered("order:1", Work.REBUILD, List.of());
        eventually(() -> assertThat(order("order:1").progress()).isEqualTo(Progress.DONE));
        old.close();

        Follower next = fixture.follow("two", new Shelves(), new Sales());
        eventually(() -> assertThat(next.caughtUp()).isTrue());
        long last = fixture.ordered("order:2", Work.REBUILD, List.of());

        assertThat(fixture.views().await(last)).isTrue();
        eventually(() -> assertThat(order("order:2").progress()).isEqualTo(Progress.DONE));
        assertThat(fixture.kept().orders(List.of("order:1"))).isEmpty();
    }

    private Standing standing(String view) {
        return fixture.kept().standings().stream()
                .filter(standing -> standing.view().equals(view))
                .findFirst()
                .orElseThrow();
    }

    private Order order(String id) {
        return Objects.requireNonNull(fixture.kept().orders(List.of(id)).get(id), "no such order yet");
    }

    private long oid(String table) throws SQLException {
        return number("select '%s.%s'::regclass::oid::bigint"
                .formatted(fixture.schema().name(), table));
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = fixture.database.app().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> schemas() throws SQLException {
        try (Connection connection = fixture.database.app().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select array_agg(nspname::text order by nspname) from pg_namespace where nspname like"
                                + " 'views\\_%'")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }
}
