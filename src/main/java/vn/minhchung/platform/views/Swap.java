package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.view.ViewKeeper.Progress;

/**
 * Puts the tables of a shadow schema in the place of the live ones, all in one transaction: readers see the old ones or the
 * new ones, and a crash leaves the old ones.
 */
final class Swap {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private Swap() {}

    /**
     * Waits half a second for each table, less than readers that wait for each other: it gives way, never they.
     *
     * @param position up to which both have seen every event
     * @return false when somebody read for too long: to be tried again
     */
    static boolean in(Connection connection, ViewSchema live, ShadowRebuild rebuild, long position)
            throws SQLException {
        String old = live.name() + "_old";
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(live, rebuild, old)) statement.execute(sql);
            SetAsideTable aside = new SetAsideTable(connection, live.name());
            for (String view : rebuild.part().names()) aside.remove(view);
            OrderTable orders = new OrderTable(connection, live.name());
            String order = rebuild.order().id();
            orders.progress(order, position, position, rebuild.measure().perSecond());
            orders.ended(order, Progress.DONE, "", rebuild.differing());
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!connection.isClosed()) connection.rollback();
            String state = e.getSQLState();
            if (LOCK_NOT_AVAILABLE.equals(state) || DEADLOCK.equals(state)) return false;
            throw e;
        } finally {
            if (!connection.isClosed()) connection.setAutoCommit(true);
        }
    }

    private static List<String> statements(ViewSchema live, ShadowRebuild rebuild, String old) {
        List<String> statements = new ArrayList<>();
        statements.add("set local lock_timeout = '500ms'");
        statements.add("drop schema if exists %s cascade".formatted(old));
        statements.add("create schema " + old);
        for (String table : rebuild.part().positionColumns().keySet()) {
            statements.add("alter table %s.%s set schema %s".formatted(live.name(), table, old));
            statements.add("alter table %s.%s set schema %s".formatted(rebuild.shadow(), table, live.name()));
        }
        statements.add("drop schema %s cascade".formatted(old));
        statements.add("drop schema %s cascade".formatted(rebuild.shadow()));
        return statements;
    }
}
