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

    /** Overwrites what an earlier try of the same request left behind: that one was never recorded. */
    @Override
    public void put(String credential, Secret password) {
        String hash = encoder.encode(password.value());
        int updated =
                sql.sql("""
                update credential.password
                set hash = :hash, changed_us = (extract(epoch from clock_timestamp()) * 1000000)::bigint
                where credential = :credential""").param("credential", credential).param("hash", hash).update();
        if (updated > 0) return;
        sql.sql("""
                insert into credential.password (credential, hash, changed_us)
                values (:credential, :hash, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
                on conflict do nothing""").param("credential", credential).param("hash", hash).update();
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
