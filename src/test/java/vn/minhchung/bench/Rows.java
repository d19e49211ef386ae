package vn.minhchung.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import vn.minhchung.testing.TestPostgres;

/** What every peer of a write comparison stores, byte for byte as much, and the pool each has. */
final class Rows {
    /** JSON of an event; of Envers the entity's text. */
    static final int PAYLOAD = 400;

    /** JSON of who, why, under which document; of stock Axon the metadata, of Envers the revision's text. */
    static final int ENVELOPE = 900;

    /** Where a peer's own tables lie. */
    private static final String SCHEMA = "peer";

    private Rows() {}

    static byte[] json(int length) {
        return ("{\"text\":\"" + "a".repeat(length - 11) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** A text of which a JSON object with one field of this name has the length asked for. */
    static String text(int length, String field) {
        return "a".repeat(length - field.length() - "{\"\":\"\"}".length());
    }

    /** One connection for every caller, and {@code more}; in the manner Hibernate and Axon advise: no autocommit. */
    static HikariDataSource pool(TestPostgres.Database database, int callers, int more) throws SQLException {
        try (Connection app = database.app().getConnection();
                Statement statement = app.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
        }
        HikariDataSource pool = new HikariDataSource();
        pool.addDataSourceProperty("currentSchema", SCHEMA);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.appUser());
        pool.setPassword(database.appPassword());
        pool.setMaximumPoolSize(callers + more);
        pool.setAutoCommit(false);
        return pool;
    }

    /** One connection set as those the application reads with. */
    static HikariDataSource reading(TestPostgres.Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.appUser());
        pool.setPassword(database.appPassword());
        pool.setMaximumPoolSize(1);
        pool.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
        return pool;
    }
}
