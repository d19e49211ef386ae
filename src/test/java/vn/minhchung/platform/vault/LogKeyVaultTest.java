package vn.minhchung.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.TestPostgres;

class LogKeyVaultTest {
    private static final String ORIGIN = "log.example/so-khcn";

    private final TestPostgres.Database database = TestPostgres.freshDatabase();

    @Test
    void nodes_that_start_together_sign_with_one_key() throws Exception {
        Callable<SigningKey> node = () -> new LogKeyVault(database.vault(), ORIGIN).first();
        Set<String> verifiers = new HashSet<>();
        Set<String> signatures = new HashSet<>();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<SigningKey> key :
                    nodes.invokeAll(Stream.generate(() -> node).limit(8).toList())) {
                verifiers.add(key.get().verifier().text());
                signatures.add(key.get().sign("text\n").line());
            }
        }

        assertThat(verifiers).hasSize(1);
        assertThat(signatures).hasSize(1);
        assertThat(verifiers.iterator().next()).startsWith(ORIGIN + "+");
    }

    @Test
    void another_origin_is_another_log_with_a_key_of_its_own() {
        SigningKey one = new LogKeyVault(database.vault(), ORIGIN).first();
        SigningKey other = new LogKeyVault(database.vault(), "log.example/other").first();

        assertThat(other.verifier().key()).isNotEqualTo(one.verifier().key());
        assertThat(new LogKeyVault(database.vault(), ORIGIN).first().verifier().text())
                .isEqualTo(one.verifier().text());
    }

    @Test
    void a_further_key_is_made_once_for_its_name_and_found_by_its_public_half() {
        LogKeyVault vault = new LogKeyVault(database.vault(), ORIGIN);
        SigningKey next = vault.made("request-1");

        assertThat(next.verifier().text()).isNotEqualTo(vault.first().verifier().text());
        assertThat(new LogKeyVault(database.vault(), ORIGIN).made("request-1").seed())
                .isEqualTo(next.seed());
        assertThat(vault.made("request-2").seed()).isNotEqualTo(next.seed());
        LogKeyVault other = new LogKeyVault(database.vault(), ORIGIN);
        assertThat(other.of(next.verifier()).orElseThrow().seed()).isEqualTo(next.seed());
        assertThat(other.of(vault.first().verifier())).isPresent();
        assertThat(other.of(SigningKey.generate(ORIGIN, KeyKind.NOTE).verifier()))
                .isEmpty();
    }

    @Test
    void the_application_s_role_does_not_reach_the_key() {
        new LogKeyVault(database.vault(), ORIGIN).first();

        assertThatThrownBy(() -> JdbcClient.create(database.app())
                        .sql("select value from person_vault.secret")
                        .query(byte[].class)
                        .list())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void an_origin_that_cannot_name_a_key_is_refused_at_the_start() {
        for (String origin : List.of("", "two words", "a+b")) {
            assertThatThrownBy(() -> new LogKeyVault(database.vault(), origin)).isInstanceOf(NoteFault.class);
        }
    }
}
