package vn.minhchung.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The three roles and the database, made or brought up to date by a superuser; running it again changes nothing.
 *
 * <ul>
 *   <li>{@link #OWNER} owns the tables of the record; only migrations use it.
 *   <li>{@link #APP} is what the application works with: it adds to the record and reads it, and owns its views, which
 *       it creates in schemas of its own.
 *   <li>{@link #VAULT} alone reaches persons' keys.
 * </ul>
 */
public final class DatabaseRoles {
    public static final String DATABASE = "minhchung";
    public static final String OWNER = "minhchung_owner";
    public static final String APP = "minhchung_app";
    public static final String VAULT = "minhchung_vault";

    private DatabaseRoles() {}

    /** Creates the roles, or gives existing ones exactly these passwords and no special power. */
    public static void ensureRoles(Connection superuser, ServerSecrets secrets) throws SQLException {
        ensureRole(superuser, OWNER, secrets.owner());
        ensureRole(superuser, APP, secrets.app());
        ensureRole(superuser, VAULT, secrets.vault());
    }

    /** Creates the database when it is missing, and says who may do what in it. */
    public static void ensureDatabase(Connection superuser, String database) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?", database)) {
            run(superuser, "CREATE DATABASE %I OWNER %I", database, OWNER);
        }
        grantDatabase(superuser, database);
    }

    /** Rights on a database are not copied with a template, so they are also given alone. */
    public static void grantDatabase(Connection superuser, String database) throws SQLException {
        run(superuser, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database);
        run(superuser, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO %I", database, APP);
        run(superuser, "GRANT CONNECT ON DATABASE %I TO %I", database, VAULT);
    }

    private static void ensureRole(Connection superuser, String role, String password) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", role)) {
            run(superuser, "CREATE ROLE %I", role);
        }
        run(
                superuser,
                "ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L",
                role,
                password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Statements that define things take no parameters; the server itself quotes the names and texts. */
    private static void run(Connection connection, String template, String... arguments) throws SQLException {
        String sql;
        try (PreparedStatement format =
                connection.prepareStatement("SELECT pg_catalog.format(?, VARIADIC ?::text[])")) {
            format.setString(1, template);
            format.setArray(2, connection.createArrayOf("text", arguments));
            try (ResultSet rows = format.executeQuery()) {
                rows.next();
                sql = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
