package vn.minhchung.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.archive.LogImport;
import vn.minhchung.eventstore.archive.Progress;
import vn.minhchung.platform.postgres.DatabaseRoles;
import vn.minhchung.platform.postgres.EmbeddedPostgres;
import vn.minhchung.platform.postgres.Migrations;
import vn.minhchung.platform.postgres.ServerSecrets;

/** A PostgreSQL of the drill's own with the events of a log file, in a folder of its own. Whoever connects is its superuser. */
final class CopyServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    private CopyServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @param programs where PostgreSQL's programs are, or are unpacked to */
    static CopyServer start(Path folder, Path programs) throws SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, programs);
        try {
            ServerSecrets secrets = server.secrets();
            try (Connection superuser = server.superuser(EmbeddedPostgres.SUPERUSER)) {
                DatabaseRoles.ensureRoles(superuser, secrets);
                DatabaseRoles.ensureDatabase(superuser, DatabaseRoles.DATABASE);
            }
            Migrations.migrate(new DriverManagerDataSource(url(server), DatabaseRoles.OWNER, secrets.owner()));
            return new CopyServer(server);
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** @return the number of events */
    long fill(Path logFile, Progress progress) throws IOException, SQLException {
        return LogImport.read(logFile, connections(), progress).events();
    }

    DataSource database() {
        return new DriverManagerDataSource(
                url(server), EmbeddedPostgres.SUPERUSER, server.secrets().superuser());
    }

    ConnectionSource connections() {
        return ConnectionSource.to(
                url(server), EmbeddedPostgres.SUPERUSER, server.secrets().superuser());
    }

    private static String url(EmbeddedPostgres server) {
        return server.url(DatabaseRoles.DATABASE);
    }

    @Override
    public void close() {
        server.close();
    }
}
