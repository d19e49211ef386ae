package vn.minhchung.kernel.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;

/** Where refused attempts are kept: outside the streams, append-only, for inspectors. */
public interface RefusalLog {
    void refused(RefusedAttempt attempt);

    /** COMMAND: a command was refused. LOGIN: somebody was not let in. */
    enum Kind {
        COMMAND,
        LOGIN
    }

    /**
     * One attempt, without personal data.
     *
     * @param account account id, where it is known
     * @param actor person id, where it is known
     * @param position what the views had seen
     */
    record RefusedAttempt(
            Kind kind,
            @Nullable String account,
            @Nullable String actor,
            @Nullable String mutation,
            String code,
            @Nullable RuleRef rule,
            Map<String, String> facts,
            @Nullable Long position,
            @Nullable String requestId) {}
}
