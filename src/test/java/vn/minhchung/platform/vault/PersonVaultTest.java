package vn.minhchung.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.testing.TestPostgres;

class PersonVaultTest {
    private static final PersonId KHAO = new PersonId("person:9a1f0b5e-0000-4000-8000-000000000001");
    private static final PersonId AN = new PersonId("person:9a1f0b5e-0000-4000-8000-000000000002");
    private static final String NAME = "Nguyễn Minh Khảo";

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final PersonVault vault = new PersonVault(database.vault());

    @Test
    void opens_what_it_sealed_also_after_a_restart() {
        Sealed sealed = vault.seal(KHAO, NAME);

        assertThat(vault.open(sealed)).isEqualTo(NAME);
        assertThat(new PersonVault(database.vault()).open(sealed)).isEqualTo(NAME);
    }

    @Test
    void the_same_text_sealed_twice_gives_two_ciphertexts_and_neither_shows_it() {
        Sealed first = vault.seal(KHAO, NAME);
        Sealed second = vault.seal(KHAO, NAME);

        assertThat(first.cipher()).isNotEqualTo(second.cipher());
        byte[] bytes = Base64.getDecoder().decode(first.cipher());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Khảo");
        assertThat(bytes).hasSize(12 + NAME.getBytes(StandardCharsets.UTF_8).length + 16);
    }

    @Test
    void a_ciphertext_moved_to_another_person_or_altered_does_not_open() {
        Sealed sealed = vault.seal(KHAO, NAME);
        vault.seal(AN, "another");
        byte[] altered = Base64.getDecoder().decode(sealed.cipher());
        altered[20] ^= 1;

        assertThatThrownBy(() -> vault.open(new Sealed(AN, sealed.cipher()))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(new Sealed(KHAO, Base64.getEncoder().encodeToString(altered))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_erased_person_is_erased_for_ever_and_alone() {
        Sealed khao = vault.seal(KHAO, NAME);
        Sealed an = vault.seal(AN, "Trần Thị Bình An");

        vault.destroyKey(KHAO);
        vault.destroyKey(KHAO);

        for (PersonVault each : List.of(vault, new PersonVault(database.vault()))) {
            assertThat(each.open(khao)).isEqualTo(PersonalData.ERASED);
            assertThat(each.open(an)).isEqualTo("Trần Thị Bình An");
            assertThat(each.openAll(List.of(khao, an))).containsEntry(khao, "[đã xoá]");
            assertThatThrownBy(() -> each.seal(KHAO, "again"))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo(ErrorCode.PERSON_ERASED));
            assertThat(each.withKey(List.of(KHAO, AN))).containsExactly(AN);
        }
    }

    @Test
    void a_person_can_be_erased_before_anything_was_sealed() {
        vault.destroyKey(KHAO);

        assertThatThrownBy(() -> vault.seal(KHAO, NAME)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_key_that_was_never_here_is_not_reported_as_erased() {
        Sealed foreign = new Sealed(KHAO, Base64.getEncoder().encodeToString(new byte[40]));

        assertThatThrownBy(() -> vault.open(foreign)).hasMessageContaining("no key");
    }

    @Test
    void many_who_seal_at_once_for_a_new_person_use_one_key() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Sealed>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) tasks.add(() -> new PersonVault(database.vault()).seal(KHAO, NAME));
            for (var sealed : threads.invokeAll(tasks))
                assertThat(vault.open(sealed.get())).isEqualTo(NAME);
        }
    }

    @Test
    void the_fingerprint_is_the_same_after_a_restart_and_needs_the_secret() {
        byte[] input = "officer".getBytes(StandardCharsets.UTF_8);
        String print = vault.fingerprint(input);

        assertThat(print).matches("[0-9a-f]{64}").isEqualTo(new PersonVault(database.vault()).fingerprint(input));
        assertThat(print)
                .isNotEqualTo(new PersonVault(TestPostgres.freshDatabase().vault()).fingerprint(input));
    }

    @Test
    void the_applications_role_cannot_read_a_key() {
        vault.seal(KHAO, NAME);

        assertThatThrownBy(() -> JdbcClient.create(database.app())
                        .sql("select count(*) from person_vault.person_key")
                        .query(Long.class)
                        .single())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("ERROR: permission denied for schema person_vault\n  Position: 22");
    }

    @Test
    void a_look_up_that_began_before_an_erasure_is_not_kept() {
        KeyCache cache = new KeyCache(() -> 0);
        long before = cache.erasures();
        cache.erased(KHAO);

        cache.put(KHAO, new KeyCache.Key(new SecretKeySpec(new byte[32], "AES")), before);

        assertThat(cache.get(KHAO)).isEqualTo(KeyCache.Key.DESTROYED);
    }

    @Test
    void a_key_is_believed_for_a_minute_and_an_erasure_for_ever() {
        long[] now = {0};
        KeyCache cache = new KeyCache(() -> now[0]);
        cache.put(KHAO, new KeyCache.Key(new SecretKeySpec(new byte[32], "AES")), 0);
        cache.erased(AN);

        now[0] = 61_000_000_000L;

        assertThat(cache.get(KHAO)).isNull();
        assertThat(cache.get(AN)).isEqualTo(KeyCache.Key.DESTROYED);
    }
}
