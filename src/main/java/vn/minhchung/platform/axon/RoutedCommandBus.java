package vn.minhchung.platform.axon;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.serialization.SerializationException;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.kernel.command.Recording;

/**
 * The sender's side of Axon Server: a caller waits for the answer of the node that took the command, and finds in its own
 * recording and in the exception what it would have found here.
 */
final class RoutedCommandBus extends PassingCommandBus {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    RoutedCommandBus(CommandBus server) {
        super(server);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CompletableFuture<CommandResultMessage<?>> answered = new CompletableFuture<>();
        CommandMessage<C> sent = command.withMetaData(command.getMetaData().withoutKeys(Set.of(Recording.KEY)));
        next.<C, Object>dispatch(sent, (_, result) -> answered.complete(result));
        try {
            CommandResultMessage<?> answer = answered.get(Patience.left(LONGEST).toMillis(), TimeUnit.MILLISECONDS);
            if (answer.isExceptional()) throw CommandFailure.unwrap(answer.exceptionResult());
            take(command, answer.getPayload());
            callback.onResult(command, done(answer));
        } catch (SerializationException e) {
            // It was answered, so it may have been done; what the answer says this build cannot read.
            failed(command, callback, CommandFailure.outcomeUnknown(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(command, callback, Refusal.of(ErrorCode.OUTCOME_UNKNOWN));
        } catch (TimeoutException | ExecutionException e) {
            failed(command, callback, Refusal.of(ErrorCode.OUTCOME_UNKNOWN));
        } catch (RuntimeException e) {
            failed(command, callback, e);
        }
    }

    @SuppressWarnings("unchecked") // nobody looks at it: what was written stands in the recording
    private static <R> CommandResultMessage<? extends R> done(CommandResultMessage<?> answer) {
        return (CommandResultMessage<? extends R>) answer;
    }

    private static void take(CommandMessage<?> command, Object answer) {
        if (!(answer instanceof Written written)) throw Refusal.of(ErrorCode.OUTCOME_UNKNOWN);
        if (command.getMetaData().get(Recording.KEY) instanceof Recording recording)
            recording.appended(written.first(), written.last());
    }

    private static <C, R> void failed(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback, RuntimeException why) {
        callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(why));
    }
}
