package vn.minhchung.platform.axon;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AmountOutOfRange;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.UnknownEvent;

/**
 * Why a command failed, as the details of a {@link CommandExecutionException}: all that a message in the caller's language
 * needs goes over the wire and comes back as the exception it was.
 *
 * @param code of a refusal
 * @param text the stream of a conflict, the name of an unknown event, or what else was said
 * @param position of an unknown event
 */
record CommandFailure(
        Kind kind,
        @Nullable ErrorCode code,
        Map<String, String> facts,
        List<String> field,
        @Nullable RuleRef rule,
        String text,
        String revision,
        long position) {

    enum Kind {
        REFUSED,
        CONFLICT,
        DEADLOCK,
        LOCKED,
        UNKNOWN_EVENT,
        UNEXPECTED
    }

    /** To be sent: the exception itself stays where it happened. */
    static CommandExecutionException wrap(Throwable failure) {
        CommandFailure details = of(failure);
        return new CommandExecutionException(details.kind() + " " + details.text(), null, details);
    }

    private static CommandFailure of(Throwable failure) {
        return switch (failure) {
            case Refusal it -> refused(it);
            case AmountOutOfRange it -> refused(it.refusal());
            case StreamConflict it -> of(Kind.CONFLICT, it.stream());
            case DeadlockException it -> of(Kind.DEADLOCK, String.valueOf(it.getMessage()));
            case LockAcquisitionFailedException it -> of(Kind.LOCKED, String.valueOf(it.getMessage()));
            case UnknownEvent it ->
                new CommandFailure(
                        Kind.UNKNOWN_EVENT, null, Map.of(), List.of(), null, it.name(), it.revision(), it.position());
            default -> of(Kind.UNEXPECTED, failure.toString());
        };
    }

    private static CommandFailure refused(Refusal refusal) {
        return new CommandFailure(
                Kind.REFUSED,
                refusal.code(),
                refusal.facts(),
                refusal.field(),
                refusal.rule(),
                String.valueOf(refusal.getMessage()),
                "",
                0);
    }

    private static CommandFailure of(Kind kind, String text) {
        return new CommandFailure(kind, null, Map.of(), List.of(), null, text, "", 0);
    }

    /**
     * What arrived, as the exception it was. When the answer was lost on the way nobody knows the outcome; where no node
     * takes commands nothing was written.
     */
    static RuntimeException unwrap(Throwable arrived) {
        if (arrived instanceof Refusal refusal) return refusal;
        if (arrived instanceof HandlerExecutionException e
                && e.getDetails().orElse(null) instanceof CommandFailure failure) return failure.thrown();
        return arrived instanceof NoHandlerForCommandException
                ? (Refusal) Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(arrived)
                : outcomeUnknown(arrived);
    }

    static Refusal outcomeUnknown(Throwable why) {
        return (Refusal) Refusal.of(ErrorCode.OUTCOME_UNKNOWN).initCause(why);
    }

    private RuntimeException thrown() {
        return switch (kind) {
            case REFUSED -> new Refusal(code == null ? ErrorCode.OUTCOME_UNKNOWN : code, facts, field, rule);
            case CONFLICT -> new StreamConflict(text);
            case DEADLOCK -> new DeadlockException(text);
            case LOCKED -> new LockAcquisitionFailedException(text);
            case UNKNOWN_EVENT -> new UnknownEvent(position, text, revision);
            case UNEXPECTED -> new IllegalStateException(text);
        };
    }
}
