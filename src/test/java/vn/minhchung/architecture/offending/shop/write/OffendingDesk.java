package vn.minhchung.architecture.offending.shop.write;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import vn.minhchung.architecture.offending.shop.read.OffendingRead;
import vn.minhchung.platform.postgres.EmbeddedPostgres;

/** Public, asks the clock, draws by chance, knows Spring, SQL, the platform and the read side. */
public class OffendingDesk {
    private final DataSource dataSource;
    private final Environment environment;
    private final OffendingRead read;
    private final EmbeddedPostgres server;

    public OffendingDesk(DataSource dataSource, Environment environment, OffendingRead read, EmbeddedPostgres server) {
        this.dataSource = dataSource;
        this.environment = environment;
        this.read = read;
        this.server = server;
    }

    String decide() {
        return Instant.now() + UUID.randomUUID().toString() + dataSource + environment + read + server.url("postgres");
    }
}
