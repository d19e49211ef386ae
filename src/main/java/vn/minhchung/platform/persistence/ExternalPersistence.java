package vn.minhchung.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.minhchung.platform.postgres.Migrations;

/**
 * A PostgreSQL run by somebody else: {@code spring.datasource.*} for the application's role, {@code minhchung.vault.*} for
 * the role of the keys, {@code minhchung.owner.*} for migrations (left out: somebody else migrates).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
class ExternalPersistence {

    @Bean
    @Primary
    HikariDataSource dataSource(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password,
            @Value("${minhchung.owner.username:#{null}}") @Nullable String owner,
            @Value("${minhchung.owner.password:}") String ownerPassword,
            @Value("${minhchung.pool.size:16}") int size)
            throws SQLException {
        if (owner != null) Migrations.migrate(Pools.single(url, owner, ownerPassword));
        return Pools.application(url, user, password, size);
    }

    @Bean
    @Qualifier("vaultDataSource")
    DataSource vaultDataSource(
            @Value("${spring.datasource.url}") String url,
            @Value("${minhchung.vault.username}") String user,
            @Value("${minhchung.vault.password}") String password,
            @Qualifier("dataSource") DataSource migrated)
            throws SQLException {
        return Pools.vault(url, user, password);
    }
}
