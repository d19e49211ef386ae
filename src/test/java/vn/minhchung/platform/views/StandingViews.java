package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.testing.TestPostgres;

/** A view's real tables and the real way to read them, without events and a follower at work: somebody else fills them. */
public final class StandingViews {
    private StandingViews() {}

    /** @param reads the pool that questions take their connections from */
    public static Views of(TestPostgres.Database database, DataSource reads, ViewTable<?> table) throws SQLException {
        ViewSchema schema = new ViewSchema(List.of(new Idle(table)), "standing");
        ConnectionSource source = ConnectionSource.of(database.app());
        try (Connection connection = source.open()) {
            schema.ensure(connection, schema.name());
        }
        return new PostgresViews(reads, schema, new Follower(source, new NoEvents(), schema));
    }

    private record Idle(ViewTable<?> table) implements Projector {
        @Override
        public String name() {
            return "standing.View";
        }

        @Override
        public List<ViewTable<?>> tables() {
            return List.of(table);
        }

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            throw new UnsupportedOperationException();
        }
    }

    private record NoEvents() implements RecordedEvents {
        @Override
        public List<Recorded> read(long after, int max) {
            return List.of();
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public void onAppend(Runnable listener) {
            // nothing is ever appended
        }
    }
}
