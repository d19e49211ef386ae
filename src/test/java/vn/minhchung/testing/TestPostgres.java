package vn.minhchung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.minhchung.platform.postgres.AlreadyRunning;
import vn.minhchung.platform.postgres.DatabaseRoles;
import vn.minhchung.platform.postgres.EmbeddedPostgres;
import vn.minhchung.platform.postgres.Migrations;
import vn.minhchung.platform.postgres.ServerSecrets;

/**
 * One embedded PostgreSQL per test JVM, as durable as the real one, and a fresh migrated database for whoever asks
 * (about 0.1 s: cloned from a template). Its data lie in {@code target/test-postgres-*} and go when the JVM ends. Or one
 * that is given ({@link PostgresUnderTest}).
 */
public final class TestPostgres {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String FOLDER = "test-postgres-";
    private static final String TEMPLATE = "minhchung_template";
    private static final Pattern OF_PROCESS = Pattern.compile(FOLDER + "(\\d{1,18})-\\d+");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static volatile @Nullable EmbeddedPostgres started;
    private static final Queue<Path> OWN_FOLDERS = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestPostgres::cleanUp));
    }

    private TestPostgres() {}

    /**
     * A migrated, empty database of its own.
     *
     * @param url JDBC address
     */
    public record Database(
            String url,
            String appUser,
            String appPassword,
            String vaultUser,
            String vaultPassword,
            String ownerUser,
            String ownerPassword) {

        /** New connections each time, not pooled, as the application's role. */
        public DataSource app() {
            return new DriverManagerDataSource(url, appUser, appPassword);
        }

        /** The role that alone reaches persons' keys. */
        public DataSource vault() {
            return new DriverManagerDataSource(url, vaultUser, vaultPassword);
        }

        /** The role of migrations. */
        public DataSource owner() {
            return new DriverManagerDataSource(url, ownerUser, ownerPassword);
        }
    }

    /** A new migrated database. */
    public static Database freshDatabase() {
        return clone(TEMPLATE);
    }

    /** A new database with nothing in it, for tests of migrations. */
    public static Database emptyDatabase() {
        return clone("template0");
    }

    /** What a backup of a database is that nobody uses at the moment: the same once more. */
    public static Database copyOf(Database original) {
        return clone(original.url().substring(original.url().lastIndexOf('/') + 1));
    }

    private static Database clone(String template) {
        PostgresUnderTest server = Shared.SERVER;
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection superuser = server.superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(name, template, DatabaseRoles.OWNER));
            DatabaseRoles.grantDatabase(superuser, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database(server, name);
    }

    /** The embedded server itself, for tests about roles and settings. */
    public static EmbeddedPostgres server() {
        if (Shared.SERVER instanceof PostgresUnderTest.Embedded(EmbeddedPostgres embedded)) return embedded;
        throw new IllegalStateException("this test needs the embedded PostgreSQL");
    }

    /** A superuser's connection to a fresh database, for tests that show that not even this role gets through. */
    public static Connection superuser(Database database) throws SQLException {
        return Shared.SERVER.superuser(database.url().substring(database.url().lastIndexOf('/') + 1));
    }

    /** Shared by test runs on this machine, so that only the first unpacks. */
    public static Path binaries() {
        return TARGET.resolve("postgres-binaries");
    }

    /** A new folder for a server of a test's own; goes when the JVM ends. */
    public static Path newDataDir() {
        return newDataDir(TARGET);
    }

    /** The same somewhere else. */
    public static Path newDataDir(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(
                    parent, FOLDER + ProcessHandle.current().pid() + "-");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                // As root the server runs under another user, who has to pass here.
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            OWN_FOLDERS.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database database(PostgresUnderTest server, String name) {
        ServerSecrets secrets = server.secrets();
        return new Database(
                server.url(name),
                DatabaseRoles.APP,
                secrets.app(),
                DatabaseRoles.VAULT,
                secrets.vault(),
                DatabaseRoles.OWNER,
                secrets.owner());
    }

    private static final class Shared {
        static final PostgresUnderTest SERVER = startShared();

        private Shared() {}

        private static PostgresUnderTest startShared() {
            PostgresUnderTest given = PostgresUnderTest.given();
            PostgresUnderTest server = given == null ? new PostgresUnderTest.Embedded(embedded()) : given;
            try (Connection superuser = server.superuser("postgres")) {
                DatabaseRoles.ensureRoles(superuser, server.secrets());
                DatabaseRoles.ensureDatabase(superuser, TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            Migrations.migrate(database(server, TEMPLATE).owner());
            return server;
        }

        private static EmbeddedPostgres embedded() {
            sweepKilledRuns();
            EmbeddedPostgres server = EmbeddedPostgres.start(newDataDir(), binaries());
            started = server;
            return server;
        }
    }

    /** A test run that was killed leaves its server running and its folder behind. */
    private static void sweepKilledRuns() {
        for (Path folder : list(TARGET)) {
            Matcher named = OF_PROCESS.matcher(String.valueOf(folder.getFileName()));
            if (named.matches()
                    && ProcessHandle.of(Long.parseLong(named.group(1))).isEmpty()) {
                stopAndDelete(folder);
            }
        }
    }

    private static void cleanUp() {
        EmbeddedPostgres server = started;
        if (server != null) {
            server.close();
        }
        OWN_FOLDERS.forEach(TestPostgres::stopAndDelete);
    }

    private static void stopAndDelete(Path folder) {
        if (Files.notExists(folder)) return; // its test was about that
        try {
            EmbeddedPostgres.stopLeftover(folder, binaries());
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        } catch (AlreadyRunning _) {
            // another test run at work, or a server of this one that its test left open
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
