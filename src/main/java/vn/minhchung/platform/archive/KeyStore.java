package vn.minhchung.platform.archive;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.eventstore.archive.ArchiveRule;

/** The vault and the password hashes, read and filled through the two roles that may. */
final class KeyStore {
    private final JdbcClient vault;
    private final JdbcClient app;
    private final TransactionTemplate inVault;
    private final TransactionTemplate inApp;

    KeyStore(DataSource vault, DataSource app) {
        this.vault = JdbcClient.create(vault);
        this.app = JdbcClient.create(app);
        this.inVault = new TransactionTemplate(new DataSourceTransactionManager(vault));
        this.inApp = new TransactionTemplate(new DataSourceTransactionManager(app));
    }

    Keys read() {
        return new Keys(
                Keys.FORMAT,
                Keys.VERSION,
                vault.sql("select person, key, created_us from person_vault.person_key order by person")
                        .query((row, _) -> new Keys.PersonKey(row.getString(1), text(row.getBytes(2)), row.getLong(3)))
                        .list(),
                vault.sql("select person, at_us from person_vault.person_key_destroyed order by person")
                        .query((row, _) -> new Keys.Erased(row.getString(1), row.getLong(2)))
                        .list(),
                vault.sql("select name, value from person_vault.secret order by name")
                        .query((row, _) -> new Keys.ServerSecret(row.getString(1), text(row.getBytes(2))))
                        .list(),
                app.sql("select credential, hash, changed_us from credential.password order by credential")
                        .query((row, _) -> new Keys.Password(row.getString(1), row.getString(2), row.getLong(3)))
                        .list());
    }

    /**
     * Adds what is missing. Two roles, so two transactions; killed between them, the next try does the rest.
     *
     * @throws vn.minhchung.eventstore.archive.ArchiveFault KEYS_DIFFER when anything else is there already
     */
    void add(Keys keys) {
        Keys present = read();
        requireSame("person_key", keys.persons(), present.persons());
        requireSame("person_key_destroyed", keys.erased(), present.erased());
        requireSame("secret", keys.secrets(), present.secrets());
        requireSame("password", keys.passwords(), present.passwords());
        inApp.executeWithoutResult(_ -> missing(keys.passwords(), present.passwords())
                .forEach(password -> app.sql("insert into credential.password values (?, ?, ?)")
                        .params(password.credential(), password.hash(), password.changedUs())
                        .update()));
        inVault.executeWithoutResult(_ -> {
            missing(keys.erased(), present.erased())
                    .forEach(erased -> vault.sql("insert into person_vault.person_key_destroyed values (?, ?)")
                            .params(erased.person(), erased.atUs())
                            .update());
            missing(keys.persons(), present.persons())
                    .forEach(person -> vault.sql("insert into person_vault.person_key values (?, ?, ?)")
                            .params(person.person(), bytes(person.key()), person.createdUs())
                            .update());
            missing(keys.secrets(), present.secrets())
                    .forEach(secret -> vault.sql("insert into person_vault.secret values (?, ?)")
                            .params(secret.name(), bytes(secret.value()))
                            .update());
        });
    }

    private static <T> void requireSame(String table, List<T> wanted, List<T> present) {
        if (!new HashSet<>(wanted).containsAll(present)) throw ArchiveRule.KEYS_DIFFER.broken(table);
    }

    private static <T> List<T> missing(List<T> wanted, List<T> present) {
        Set<T> there = new HashSet<>(present);
        return wanted.stream().filter(each -> !there.contains(each)).toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
