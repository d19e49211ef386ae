package vn.minhchung.kernel;

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

    /** Keyed hash that binds an input without revealing it (idempotency keys outlive an erasure). */
    String fingerprint(byte[] input);

    /** Destroys the key for ever. */
    void destroyKey(PersonId person);
}
