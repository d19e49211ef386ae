package vn.minhchung.access.process;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.minhchung.access.Credentials;
import vn.minhchung.kernel.Secret;

/** Password hashes in {@code credential.password}. */
@Component
class StoredCredentials implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(StoredCredentials.class);
    /** No encoder reads it, so nothing matches it. */
    private static final String BLANK = "{noop-never}";

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final String decoy;

    StoredCredentials(DataSource dataSource, PasswordEncoder encoder) {
        this.sql = JdbcClient.create(dataSource);
        this.encoder = encoder;
        this.decoy = encoder.encode("nobody's password");
    }

    @Override
    public void put(String credential, Secret password) {
        sql.sql("""
                insert into credential.password (credential, hash, changed_us)
                values (:credential, :hash, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
                on conflict (credential) do update set hash = excluded.hash, changed_us = excluded.changed_us""")
                .param("credential", credential)
                .param("hash", encoder.encode(password.value()))
                .update();
    }

    @Override
    public boolean matches(String credential, String password) {
        String hash = sql.sql("select hash from credential.password where credential = :credential")
                .param("credential", credential)
                .query(String.class)
                .optional()
                .orElse(BLANK);
        if (hash.equals(BLANK)) {
            // as slow as a real comparison, so that nobody learns which log-ins exist
            encoder.matches(password, decoy);
            return false;
        }
        return encoder.matches(password, hash);
    }

    @Override
    public void forget(String credential) {
        try {
            sql.sql("update credential.password set hash = :blank where credential = :credential")
                    .param("blank", BLANK)
                    .param("credential", credential)
                    .update();
        } catch (DataAccessException e) {
            // the event already points elsewhere: the old hash opens nothing
            LOG.warn("a replaced password hash was not blanked: {}", e.toString());
        }
    }
}
