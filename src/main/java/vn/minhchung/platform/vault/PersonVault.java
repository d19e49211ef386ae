package vn.minhchung.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;

/**
 * Personal texts under AES-256-GCM, one key per person in {@code person_vault}. The person's id is associated data: a
 * ciphertext moved to another person does not open.
 */
public final class PersonVault implements PersonalData {
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final String FINGERPRINT = "fingerprint";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();
    private final KeyCache keys = new KeyCache(System::nanoTime);
    private volatile @Nullable SecretKey fingerprintKey;

    /** @param vault connections of the vault's own role, not the application's */
    public PersonVault(DataSource vault) {
        sql = JdbcClient.create(vault);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(vault));
    }

    @Override
    public Sealed seal(PersonId person, String text) {
        SecretKey key = keyToSealWith(person).value();
        if (key == null) throw Refusal.of(ErrorCode.PERSON_ERASED, "person", person.value());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] cipher = gcm(Cipher.ENCRYPT_MODE, key, nonce, person, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(nonce.length + cipher.length)
                .put(nonce)
                .put(cipher)
                .array();
        return new Sealed(person, Base64.getEncoder().encodeToString(whole));
    }

    @Override
    public String open(Sealed personal) {
        return openAll(List.of(personal)).getOrDefault(personal, ERASED);
    }

    @Override
    public Map<Sealed, String> openAll(Collection<Sealed> personal) {
        Set<PersonId> persons = new HashSet<>();
        personal.forEach(each -> persons.add(each.person()));
        Map<PersonId, KeyCache.Key> found = keysOf(persons);
        Map<Sealed, String> opened = new HashMap<>();
        for (Sealed each : personal) {
            SecretKey key =
                    found.getOrDefault(each.person(), KeyCache.Key.DESTROYED).value();
            opened.put(each, key == null ? ERASED : decrypt(key, each));
        }
        return opened;
    }

    @Override
    public String fingerprint(byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(fingerprintKey());
            return HexFormat.of().formatHex(mac.doFinal(input));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroyKey(PersonId person) {
        transaction.executeWithoutResult(_ -> {
            lock(person);
            sql.sql("""
                    insert into person_vault.person_key_destroyed (person, at_us)
                    values (:person, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
                    on conflict do nothing""").param("person", person.value()).update();
            sql.sql("delete from person_vault.person_key where person = :person")
                    .param("person", person.value())
                    .update();
        });
        keys.erased(person);
    }

    /** Which of these persons still have a key. */
    @Override
    public Set<PersonId> withKey(Collection<PersonId> persons) {
        return Set.copyOf(sql.sql("select person from person_vault.person_key where person = any(:persons)")
                .param("persons", texts(persons))
                .query((row, _) -> new PersonId(row.getString(1)))
                .list());
    }

    private KeyCache.Key keyToSealWith(PersonId person) {
        KeyCache.Key cached = keys.get(person);
        if (cached != null) return cached;
        makeKeyIfNew(person);
        return keysOf(Set.of(person)).getOrDefault(person, KeyCache.Key.DESTROYED);
    }

    private void makeKeyIfNew(PersonId person) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        transaction.executeWithoutResult(_ -> {
            lock(person);
            sql.sql("""
                    insert into person_vault.person_key (person, key, created_us)
                    select :person, :key, (extract(epoch from clock_timestamp()) * 1000000)::bigint
                    where not exists (select from person_vault.person_key_destroyed where person = :person)
                    on conflict do nothing""").param("person", person.value()).param("key", fresh).update();
        });
    }

    /** Making and destroying wait for each other, so that a destroyed key is never made anew. */
    private void lock(PersonId person) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 7))")
                .param("person", person.value())
                .query((_, _) -> true)
                .single();
    }

    private Map<PersonId, KeyCache.Key> keysOf(Set<PersonId> persons) {
        Map<PersonId, KeyCache.Key> found = new HashMap<>();
        Set<PersonId> wanted = new HashSet<>();
        for (PersonId person : persons) {
            KeyCache.Key cached = keys.get(person);
            if (cached == null) wanted.add(person);
            else found.put(person, cached);
        }
        if (wanted.isEmpty()) return found;
        long before = keys.erasures();
        sql.sql("""
                select person, key from person_vault.person_key where person = any(:persons)
                union all
                select person, null from person_vault.person_key_destroyed where person = any(:persons)""").param("persons", texts(wanted)).query(row -> {
            PersonId person = new PersonId(row.getString(1));
            byte[] key = row.getBytes(2);
            KeyCache.Key value = key == null ? KeyCache.Key.DESTROYED : new KeyCache.Key(new SecretKeySpec(key, "AES"));
            keys.put(person, value, before);
            found.put(person, value);
        });
        wanted.removeAll(found.keySet());
        // Neither kept nor destroyed: showing "erased" would be a lie about the record.
        if (!wanted.isEmpty()) throw new IllegalStateException("this vault has no key of " + wanted);
        return found;
    }

    private static String[] texts(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).toArray(String[]::new);
    }

    private static String decrypt(SecretKey key, Sealed personal) {
        byte[] whole = Base64.getDecoder().decode(personal.cipher());
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] cipher = new byte[whole.length - NONCE_BYTES];
        ByteBuffer.wrap(whole).get(nonce).get(cipher);
        return new String(gcm(Cipher.DECRYPT_MODE, key, nonce, personal.person(), cipher), StandardCharsets.UTF_8);
    }

    private static byte[] gcm(int mode, SecretKey key, byte[] nonce, PersonId person, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal text of " + person + " does not fit its key", e);
        }
    }

    private SecretKey fingerprintKey() {
        SecretKey known = fingerprintKey;
        if (known != null) return known;
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        sql.sql("insert into person_vault.secret (name, value) values (:name, :value) on conflict do nothing")
                .param("name", FINGERPRINT)
                .param("value", fresh)
                .update();
        byte[] kept = sql.sql("select value from person_vault.secret where name = :name")
                .param("name", FINGERPRINT)
                .query((row, _) -> row.getBytes(1))
                .single();
        SecretKey key = new SecretKeySpec(kept, "HmacSHA256");
        fingerprintKey = key;
        return key;
    }
}
