package vn.minhchung.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Sealed;

/** Keeps the promises of the vault without its secrecy: the "cipher" is Base64, the same for the same text. */
public final class InMemoryPersonalData implements PersonalData {
    private final Set<PersonId> keys = new HashSet<>();
    private final Set<PersonId> destroyed = new HashSet<>();

    @Override
    public synchronized Sealed seal(PersonId person, String text) {
        if (destroyed.contains(person)) throw Refusal.of(ErrorCode.PERSON_ERASED, "person", person.value());
        keys.add(person);
        return new Sealed(person, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public synchronized String open(Sealed personal) {
        if (destroyed.contains(personal.person())) return ERASED;
        return new String(Base64.getDecoder().decode(personal.cipher()), StandardCharsets.UTF_8);
    }

    @Override
    public String fingerprint(byte[] input) {
        return HexFormat.of().formatHex(UUID.nameUUIDFromBytes(input).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Set<PersonId> withKey(Collection<PersonId> persons) {
        Set<PersonId> found = new HashSet<>(persons);
        found.retainAll(keys);
        return found;
    }

    @Override
    public synchronized void destroyKey(PersonId person) {
        keys.remove(person);
        destroyed.add(person);
    }
}
