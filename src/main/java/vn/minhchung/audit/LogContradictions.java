package vn.minhchung.audit;

import java.util.List;
import java.util.Optional;
import vn.minhchung.kernel.log.SignedNote;

/** What was found to contradict the log. While one is undecided, nothing but the decision about it is recorded. */
public interface LogContradictions {
    enum Verdict {
        /** The log holds what was signed. */
        HELD,
        /** Not all that it has is sealed yet. */
        NOT_YET,
        CONTRADICTED
    }

    /**
     * Compares a checkpoint with the log, and keeps it when it contradicts.
     *
     * @param note signed by the log's key and a witness's, which was checked before
     */
    Verdict judge(SignedNote note);

    Optional<LogContradiction> find(LogContradictionId id);

    /** All of them, the first found first. */
    List<LogContradiction> list();
}
