package vn.minhchung.platform.axon;

import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.kernel.command.Recording;

/**
 * Where commands arrive from Axon Server: gives each a recording of its own, as the sender's stays with the sender, and
 * answers with what was written or with the details of what went wrong.
 */
final class AnsweringCommandBus extends PassingCommandBus {
    private static final Logger log = LoggerFactory.getLogger("vn.minhchung.commands");
    private static final Duration LONGEST = Duration.ofSeconds(6);

    AnsweringCommandBus(CommandBus here) {
        super(here);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        Recording recording = new Recording();
        CommandMessage<C> recorded = command.andMetaData(Map.of(Recording.KEY, recording));
        String requestId =
                command.getMetaData().get(Recording.DECISION) instanceof Decision decision ? decision.requestId() : "";
        try (MDC.MDCCloseable _ = MDC.putCloseable("requestId", requestId)) {
            CommandResultMessage<?> answer = Patience.within(LONGEST, () -> handled(recorded, recording));
            @SuppressWarnings("unchecked")
            CommandResultMessage<? extends R> answered = (CommandResultMessage<? extends R>) answer;
            callback.onResult(command, answered);
        }
    }

    private CommandResultMessage<?> handled(CommandMessage<?> command, Recording recording) {
        Throwable failure = failure(command);
        if (failure == null) {
            return GenericCommandResultMessage.asCommandResultMessage(
                    new Written(recording.firstPosition(), recording.lastPosition()));
        }
        var sent = CommandFailure.wrap(failure);
        if (sent.getDetails().orElse(null) instanceof CommandFailure details
                && details.kind() == CommandFailure.Kind.UNEXPECTED) {
            log.error("a command failed unexpectedly", failure);
        }
        return GenericCommandResultMessage.asCommandResultMessage(sent);
    }

    private @Nullable Throwable failure(CommandMessage<?> command) {
        try {
            CommandResultMessage<?>[] answer = new CommandResultMessage<?>[1];
            next.<Object, Object>dispatch(cast(command), (_, result) -> answer[0] = result);
            return answer[0].isExceptional() ? answer[0].exceptionResult() : null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @SuppressWarnings("unchecked")
    private static CommandMessage<Object> cast(CommandMessage<?> command) {
        return (CommandMessage<Object>) command;
    }
}
