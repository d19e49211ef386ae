package vn.minhchung.kernel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one expected failure: a command that may not be done. Thrown only where something is decided; it leaves no event.
 * The message in the caller's language comes from {@code messages_*.properties}, key {@code refusal.<CODE>}; the way out
 * from {@code wayOut.<CODE>}.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, String> facts;
    private final transient List<String> field;
    private final transient @Nullable RuleRef rule;
    private transient @Nullable Throwable because;

    public Refusal(ErrorCode code, Map<String, String> facts) {
        this(code, facts, List.of(), null);
    }

    public Refusal(ErrorCode code, Map<String, String> facts, List<String> field, @Nullable RuleRef rule) {
        super(code + " " + facts, null, false, false);
        this.code = code;
        this.facts = facts;
        this.field = field;
        this.rule = rule;
    }

    public static Refusal of(ErrorCode code, Object... namesAndValues) {
        return new Refusal(code, Facts.of(namesAndValues));
    }

    /** The same refusal, pointing at a field of the input. */
    public Refusal at(String... path) {
        return new Refusal(code, facts, List.of(path), rule);
    }

    /** The same refusal, citing a rule version. */
    public Refusal under(RuleRef cited) {
        return new Refusal(code, facts, field, cited);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, String> facts() {
        return facts;
    }

    public List<String> field() {
        return field;
    }

    public @Nullable RuleRef rule() {
        return rule;
    }

    /** A refusal without a stack has no room for a cause of its own, and would not take one later. */
    @Override
    public synchronized Throwable initCause(@Nullable Throwable cause) {
        because = cause;
        return this;
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return because;
    }
}
