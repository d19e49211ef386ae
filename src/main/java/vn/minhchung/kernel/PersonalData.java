package vn.minhchung.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keeper of persons' keys. */
public interface PersonalData {
    /** What views show where the key is gone. */
    String ERASED = "[đã xoá]";

    /** Seals under the person's key, made on first use. Refused with PERSON_ERASED once the key is destroyed. */
    Sealed seal(PersonId person, String text);

    /** The text, or {@link #ERASED} when the key is destroyed. */
    String open(Sealed personal);

    default @Nullable String openOrNull(@Nullable Sealed personal) {
        return personal == null ? null : open(personal);
    }

    /** As {@link #open} for many at once, in one look at the keys. */
    default Map<Sealed, String> openAll(Collection<Sealed> personal) {
        Map<Sealed, String> opened = new HashMap<>();
        personal.forEach(each -> opened.computeIfAbsent(each, this::open));
        return opened;
    }

    /** Keyed hash that binds an input without revealing it (idempotency keys outlive an erasure). */
    String fingerprint(byte[] input);

    /** Which of these persons still have a key. */
    Set<PersonId> withKey(Collection<PersonId> persons);

    /** Destroys the key for ever. */
    void destroyKey(PersonId person);
}
