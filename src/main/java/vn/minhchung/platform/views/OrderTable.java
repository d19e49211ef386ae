package vn.minhchung.platform.views;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.view.ViewKeeper.Progress;
import vn.minhchung.kernel.view.ViewOrder;

/** Operators' orders and what came of them, beside the views they are about. */
final class OrderTable {
    private final Connection connection;
    private final String table;

    /** An order that is not over. */
    record Open(String id, ViewOrder.Work work, List<String> views, List<String> mayDiffer) {}

    OrderTable(Connection connection, String schema) {
        this.connection = connection;
        this.table = schema + ".follower_order";
    }

    /** Together with the position that has seen it: it is carried out even if this node dies now. */
    void note(ViewOrder order, long orderedAt) throws SQLException {
        String sql = """
                insert into %s (id, ordered_at, work, views, may_differ, progress, differing)
                values (?, ?, ?, ?, ?, 'WAITING', '{}') on conflict (id) do nothing""".formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, order.orderId());
            statement.setLong(2, orderedAt);
            statement.setString(3, order.work().name());
            statement.setArray(4, array(order.views()));
            statement.setArray(5, array(order.mayDiffer()));
            statement.executeUpdate();
        }
    }

    /** Orders not over, oldest first: also one that ran when its node died. */
    List<Open> open() throws SQLException {
        String sql = """
                select id, work, views, may_differ from %s
                where progress in ('WAITING', 'RUNNING') order by ordered_at""".formatted(table);
        List<Open> open = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                open.add(new Open(
                        row.getString(1),
                        ViewOrder.Work.valueOf(row.getString(2)),
                        List.of((String[]) row.getArray(3).getArray()),
                        List.of((String[]) row.getArray(4).getArray())));
            }
        }
        return open;
    }

    void begun(String id) throws SQLException {
        update("progress = 'RUNNING', started = clock_timestamp(), ended = null", id);
    }

    void progress(String id, long position, long goal, long perSecond) throws SQLException {
        update("position = %d, goal = %d, per_second = %d".formatted(position, goal, perSecond), id);
    }

    void ended(String id, Progress progress, String cause, List<String> differing) throws SQLException {
        String sql = """
                update %s set progress = ?, cause = nullif(?, ''), differing = ?, ended = clock_timestamp()
                where id = ?""".formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, progress.name());
            statement.setString(2, cause);
            statement.setArray(3, array(differing));
            statement.setString(4, id);
            statement.executeUpdate();
        }
    }

    private void update(String what, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update %s set %s where id = ?".formatted(table, what))) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private Array array(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
