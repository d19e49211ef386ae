package vn.minhchung.platform.postgres;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the record, the vault and the credentials to their newest form (scripts in {@code db/axon}). */
public final class Migrations {
    private Migrations() {}

    /**
     * @param owner connections of the owner role; the scripts grant the other roles their rights
     * @return how many scripts were run
     */
    public static int migrate(DataSource owner) {
        return migrate(owner, "latest");
    }

    /** @param version of the last script that is run: the tables are as the builds of its time had them */
    static int migrate(DataSource owner, String version) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/axon")
                .defaultSchema("migration")
                .createSchemas(true)
                .target(version)
                .placeholders(Map.of(
                        "roleOwner", DatabaseRoles.OWNER,
                        "roleApp", DatabaseRoles.APP,
                        "roleVault", DatabaseRoles.VAULT))
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
