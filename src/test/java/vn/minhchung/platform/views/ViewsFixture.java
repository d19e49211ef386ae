package vn.minhchung.platform.views;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.minhchung.eventstore.Appender;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.PostgresRecordedEvents;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewOrder;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.TestPostgres;

/** Shelves of books as an example: a log of its own, two views over it, and their follower. */
final class ViewsFixture implements AutoCloseable {
    sealed interface ShelfEvent extends DomainEvent {
        @EventType(name = "viewstest.Shelved")
        record Shelved(String shelf, String title, Vnd price) implements ShelfEvent {}

        @EventType(name = "viewstest.Sold")
        record Sold(String shelf, List<String> titles) implements ShelfEvent {}

        @EventType(name = "viewstest.Cleared")
        record Cleared(String shelf) implements ShelfEvent {}
    }

    /** An operator's order, as the module of operations records it. */
    @EventType(name = "viewstest.Ordered")
    record Ordered(String orderId, Work work, List<String> views, List<String> mayDiffer) implements ViewOrder {}

    record ShelfView(String name, Vnd total, List<String> titles) {}

    record SaleView(String title) {}

    /** The view of {@link Shelves}. */
    static final String VIEW = "viewstest.Shelf";

    /** The view of {@link Sales}. */
    static final String OTHER = "viewstest.Sale";

    static final ViewTable<ShelfView> SHELF = ViewTable.of(
            "viewstest_shelf",
            ShelfView.class,
            new Column<>("total", "bigint", ShelfView::total),
            new Column<>("titles", "text[]", ShelfView::titles),
            Column.text("name", ShelfView::name));
    static final ViewTable<SaleView> SALE = ViewTable.of("viewstest_sale", SaleView.class);
    static final RowTable PRICE = new RowTable(
            "viewstest_price", List.of("shelf text not null", "amount bigint not null"), List.of("shelf, position"));

    /** Shelves, from all three events; keeps a running total and so reads what it wrote before. */
    static class Shelves implements Projector {
        @Override
        public String name() {
            return VIEW;
        }

        @Override
        public List<ViewTable<?>> tables() {
            return List.of(SHELF);
        }

        @Override
        public List<RowTable> rows() {
            return List.of(PRICE);
        }

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            if (!(recorded.event() instanceof ShelfEvent event)) return;
            switch (event) {
                case ShelfEvent.Shelved(String shelf, String title, Vnd price) -> {
                    ShelfView before = views.get(SHELF, shelf);
                    List<String> titles = new ArrayList<>(before == null ? List.of() : before.titles());
                    titles.add(title);
                    Vnd total = before == null ? price : before.total().plus(price);
                    views.put(SHELF, shelf, new ShelfView("\"" + shelf + "\", \\ {}", total, titles));
                    views.insert(PRICE, shelf, price);
                }
                case ShelfEvent.Sold(String shelf, List<String> sold) -> {
                    ShelfView before = views.get(SHELF, shelf);
                    if (before == null) throw new IllegalStateException("no shelf " + shelf);
                    List<String> titles = new ArrayList<>(before.titles());
                    titles.removeAll(sold);
                    views.put(SHELF, shelf, new ShelfView(before.name(), before.total(), titles));
                }
                case ShelfEvent.Cleared(String shelf) -> views.end(SHELF, shelf);
            }
        }
    }

    /** Shelves that cannot take in one event, for as long as that lasts. */
    static final class Choking extends Shelves {
        private final AtomicLong at;

        /** @param at position of the event; 0 for none */
        Choking(long at) {
            this.at = new AtomicLong(at);
        }

        void mend() {
            at.set(0);
        }

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            super.project(recorded, views);
            if (recorded.position() == at.get()) throw new IllegalStateException("not this one");
        }
    }

    /** Sales, several objects from one event. */
    static class Sales implements Projector {
        @Override
        public String name() {
            return OTHER;
        }

        @Override
        public List<ViewTable<?>> tables() {
            return List.of(SALE);
        }

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            if (recorded.event() instanceof ShelfEvent.Sold sold) {
                for (String title : sold.titles()) views.put(SALE, "sale:" + title, new SaleView(title));
            }
        }
    }

    final TestPostgres.Database database = TestPostgres.freshDatabase();
    final ConnectionSource source = ConnectionSource.of(database.app());
    final JacksonEventCodec codec = new JacksonEventCodec(
            new EventTypes(
                    Set.of(ShelfEvent.Shelved.class, ShelfEvent.Sold.class, ShelfEvent.Cleared.class, Ordered.class)),
            List.of());
    final Appender appender = new Appender(source, "here", InstantSource.system(), Appender.Limits.DEFAULT);
    final PostgresRecordedEvents events = new PostgresRecordedEvents(source, codec, appender, "here");
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private @Nullable ViewSchema schema;
    private @Nullable PostgresViews views;

    /** Starts following with these projectors. */
    Follower follow(String build, Projector... projectors) {
        return follow(source, build, projectors);
    }

    /** As a node that reaches the database this way. */
    Follower follow(ConnectionSource through, String build, Projector... projectors) {
        ViewSchema its = new ViewSchema(List.of(projectors), build);
        Follower follower = new Follower(through, events, its);
        followers.add(follower);
        follower.start();
        schema = its;
        views = new PostgresViews(database.app(), its, follower);
        return follower;
    }

    PostgresViews views() {
        if (views == null) throw new IllegalStateException("not following");
        return views;
    }

    ViewSchema schema() {
        if (schema == null) throw new IllegalStateException("not following");
        return schema;
    }

    Rebuild rebuild() {
        return new Rebuild(source, events, schema());
    }

    /** Appends one command's events to a stream; answers the last position. */
    long record(String stream, DomainEvent... recorded) {
        List<NewEvent> rows = new ArrayList<>();
        for (DomainEvent event : recorded) {
            long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
            Envelope envelope = new Envelope(
                    (rows.size() + 1) + "/" + recorded.length,
                    "00",
                    "b",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    Map.of());
            rows.add(new NewEvent(
                    UUID.randomUUID(),
                    stream,
                    sequence,
                    "Shelf",
                    codec.nameOf(event.getClass()),
                    "1",
                    1_000,
                    codec.encode(event),
                    codec.encode(envelope)));
        }
        return appender.append(rows).position();
    }

    /** An event no build knows. */
    void recordUnknown() {
        byte[] envelope = "{\"build\":\"b\",\"extra\":{},\"part\":\"1/1\",\"rules\":[],\"salt\":\"00\",\"warnings\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        appender.append(List.of(new NewEvent(
                UUID.randomUUID(),
                "future:1",
                0,
                "Future",
                "viewstest.Unknown",
                "1",
                1_000,
                "{}".getBytes(StandardCharsets.UTF_8),
                envelope)));
    }

    long shelved(String shelf, String title, long price) {
        return record(shelf, new ShelfEvent.Shelved(shelf, title, Vnd.of(price)));
    }

    /** As one command. */
    long shelvedMany(String shelf, int books) {
        DomainEvent[] events = new DomainEvent[books];
        for (int i = 0; i < books; i++) events[i] = new ShelfEvent.Shelved(shelf, "book " + i, Vnd.of(i));
        return record(shelf, events);
    }

    long sold(String shelf, String... titles) {
        return record(shelf, new ShelfEvent.Sold(shelf, List.of(titles)));
    }

    long cleared(String shelf) {
        return record(shelf, new ShelfEvent.Cleared(shelf));
    }

    long ordered(String order, ViewOrder.Work work, List<String> views, String... mayDiffer) {
        return record(order, new Ordered(order, work, views, List.of(mayDiffer)));
    }

    KeptViews kept() {
        return new KeptViews(database.app(), events, schema());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void cutConnections() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        }
    }

    /** Those whose last statement was like this; answers how many. */
    int cutWhoeverAskedLast(String like) throws SQLException {
        String sql = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and query like ?\
            """;
        try (Connection superuser = TestPostgres.superuser(database);
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setString(1, like);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() {
        followers.forEach(Follower::close);
        events.close();
        appender.close();
    }
}
