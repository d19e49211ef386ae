package vn.minhchung.audit;

import java.util.List;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** The keys of this log, public and secret. */
public interface LogKeyRing {
    /** The key that signs now, and the ones before it; oldest first. */
    List<VerifierKey> keys();

    /** How each key after the first followed the one before it: notes that both signed; oldest first. */
    List<SignedNote> rotations();

    /**
     * A key that may follow.
     *
     * @param request the request it is made for; the same one is answered the same key
     */
    VerifierKey next(String request);

    default VerifierKey current() {
        return keys().getLast();
    }
}
