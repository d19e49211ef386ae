package vn.minhchung.platform.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.LogKeys;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/** The log's key among the server's secrets: 32 bytes of secret, then the verifier key as text. One per origin. */
final class LogKeyVault implements LogKeys {
    private static final int SEED_BYTES = 32;

    private final JdbcClient sql;
    private final String origin;
    private volatile @Nullable SigningKey known;

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
    public SigningKey signing() {
        SigningKey key = known;
        if (key == null) {
            key = kept();
            known = key;
        }
        return key;
    }

    /** Of two nodes that start at once the first one's key counts. */
    private SigningKey kept() {
        String name = "log-key:" + origin;
        SigningKey fresh = SigningKey.generate(origin, KeyKind.NOTE);
        sql.sql("insert into person_vault.secret (name, value) values (:name, :value) on conflict do nothing")
                .param("name", name)
                .param("value", bytes(fresh))
                .update();
        return read(sql.sql("select value from person_vault.secret where name = :name")
                .param("name", name)
                .query((row, _) -> row.getBytes(1))
                .single());
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
