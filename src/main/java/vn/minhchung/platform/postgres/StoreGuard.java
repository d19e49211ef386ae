package vn.minhchung.platform.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Refuses to run with a role that could change the record: a superuser or a member of one, an owner (or member of the owner)
 * of anything in the log's schema, or one with more than SELECT and INSERT on the log. It holds for every role the application
 * works with, the vault's too.
 */
public final class StoreGuard {
    private static final String POWERS = """
            SELECT CASE WHEN rolname = current_user THEN 'superuser' ELSE 'member of superuser ' || rolname END
            FROM pg_catalog.pg_roles
            WHERE rolsuper
              AND (rolname = current_user
                   OR NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
                      AND pg_catalog.pg_has_role(current_user, oid, 'MEMBER'))
            UNION ALL
            SELECT 'owner of schema ' || nspname
            FROM pg_catalog.pg_namespace
            WHERE nspname IN ('event_store', 'transparency') AND pg_catalog.pg_has_role(current_user, nspowner, 'MEMBER')
            UNION ALL
            SELECT 'owner of ' || relname
            FROM pg_catalog.pg_class
            WHERE relnamespace IN ('event_store'::regnamespace, 'transparency'::regnamespace)
              AND relkind IN ('r', 'p', 'v')
              AND pg_catalog.pg_has_role(current_user, relowner, 'MEMBER')
            UNION ALL
            SELECT lower(privilege) || ' on ' || relname
            FROM pg_catalog.pg_class,
                 unnest(ARRAY ['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS privilege
            WHERE relnamespace IN ('event_store'::regnamespace, 'transparency'::regnamespace)
              AND relkind IN ('r', 'p')
              AND pg_catalog.has_table_privilege(current_user, oid, privilege)
            UNION ALL
            SELECT 'missing or disabled trigger on ' || relname
            FROM pg_catalog.pg_class AS log
            WHERE relnamespace IN ('event_store'::regnamespace, 'transparency'::regnamespace)
              AND (relname IN ('event', 'refusal_attempt', 'reading')
                   OR relnamespace = 'transparency'::regnamespace AND relkind = 'r')
              AND NOT EXISTS (SELECT 1
                              FROM pg_catalog.pg_trigger
                              WHERE tgrelid = log.oid AND tgname = 'append_only' AND tgenabled = 'A')
            """;

    private StoreGuard() {}

    /** The role the application works with. */
    public static void check(DataSource role) throws SQLException {
        check(role, DatabaseRoles.APP);
    }

    /**
     * @param meant the role that should be used instead
     * @throws PostgresUnavailable naming each power the role should not have
     */
    public static void check(DataSource role, String meant) throws SQLException {
        List<String> powers = new ArrayList<>();
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(POWERS)) {
            while (rows.next()) {
                powers.add(rows.getString(1));
            }
        }
        if (!powers.isEmpty()) {
            String found = String.join(", ", powers);
            throw new PostgresUnavailable(
                    "Ứng dụng không chạy với một vai trò có thể sửa sổ sự kiện (" + found + "); đề nghị dùng vai trò "
                            + meant + ".",
                    "The application does not run with a role that could alter the event log (" + found
                            + "); use the role " + meant + ".");
        }
    }
}
