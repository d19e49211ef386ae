package vn.minhchung.platform.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/** The log's keys among the server's secrets: 32 bytes of secret, then the verifier key as text. */
final class LogKeyVault implements LogKeys {
    private static final int SEED_BYTES = 32;

    private final JdbcClient sql;
    private final String origin;
    private final Map<String, SigningKey> known = new ConcurrentHashMap<>();
    private volatile @Nullable SigningKey first;

    /** @throws vn.minhchung.kernel.log.NoteFault when the origin cannot be the name of a key */
    LogKeyVault(DataSource vault, String origin) {
        this.sql = JdbcClient.create(vault);
        this.origin = new VerifierKey(origin, KeyKind.NOTE, new byte[SEED_BYTES]).name();
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public SigningKey first() {
        SigningKey key = first;
        if (key == null) {
            key = kept(prefix());
            first = key;
        }
        return key;
    }

    @Override
    public SigningKey made(String name) {
        return kept(prefix() + ":" + name);
    }

    @Override
    public Optional<SigningKey> of(VerifierKey verifier) {
        SigningKey key = known.get(verifier.text());
        if (key != null) return Optional.of(key);
        sql.sql("select value from person_vault.secret where starts_with(name, :prefix)")
                .param("prefix", prefix())
                .query((row, _) -> read(row.getBytes(1)))
                .list()
                .forEach(each -> known.put(each.verifier().text(), each));
        return Optional.ofNullable(known.get(verifier.text()));
    }

    private String prefix() {
        return "log-key:" + origin;
    }

    /** Made when it is not there; of two nodes that ask at once the first one's key counts. */
    private SigningKey kept(String name) {
        return found(name).orElseGet(() -> added(name, SigningKey.generate(origin, KeyKind.NOTE)));
    }

    private Optional<SigningKey> found(String name) {
        return sql.sql("select value from person_vault.secret where name = :name")
                .param("name", name)
                .query((row, _) -> read(row.getBytes(1)))
                .optional();
    }

    private SigningKey added(String name, SigningKey fresh) {
        sql.sql("insert into person_vault.secret (name, value) values (:name, :value) on conflict do nothing")
                .param("name", name)
                .param("value", bytes(fresh))
                .update();
        return found(name).orElseThrow();
    }

    private static byte[] bytes(SigningKey key) {
        byte[] verifier = key.verifier().text().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(key.seed(), SEED_BYTES + verifier.length);
        System.arraycopy(verifier, 0, all, SEED_BYTES, verifier.length);
        return all;
    }

    private static SigningKey read(byte[] kept) {
        String verifier = new String(kept, SEED_BYTES, kept.length - SEED_BYTES, StandardCharsets.UTF_8);
        return new SigningKey(VerifierKey.parse(verifier), Arrays.copyOf(kept, SEED_BYTES));
    }
}
