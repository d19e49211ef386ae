package vn.minhchung.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.minhchung.platform.postgres.DatabaseRoles;
import vn.minhchung.platform.postgres.EmbeddedPostgres;
import vn.minhchung.platform.postgres.Migrations;
import vn.minhchung.platform.postgres.ServerSecrets;

/** The embedded server: its roles, its migrations, and the two pools of the application. */
@Configuration(proxyBeanMethods = false)
@Conditional(Embedded.class)
class EmbeddedPersistence {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${minhchung.data-dir:data}") Path dataDir) throws SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.start(dataDir.toAbsolutePath());
        try {
            ServerSecrets secrets = server.secrets();
            try (Connection superuser = server.superuser("postgres")) {
                DatabaseRoles.ensureRoles(superuser, secrets);
                DatabaseRoles.ensureDatabase(superuser, DatabaseRoles.DATABASE);
            }
            Migrations.migrate(Pools.single(url(server), DatabaseRoles.OWNER, secrets.owner()));
            return server;
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Bean
    @Primary
    HikariDataSource dataSource(EmbeddedPostgres server, @Value("${minhchung.pool.size:16}") int size)
            throws SQLException {
        return Pools.application(
                url(server), DatabaseRoles.APP, server.secrets().app(), size);
    }

    @Bean
    @Qualifier("vaultDataSource")
    DataSource vaultDataSource(EmbeddedPostgres server) throws SQLException {
        return Pools.vault(url(server), DatabaseRoles.VAULT, server.secrets().vault());
    }

    private static String url(EmbeddedPostgres server) {
        return server.url(DatabaseRoles.DATABASE);
    }
}
