package vn.minhchung.platform.axon;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.minhchung.kernel.AmountOutOfRange;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.CommandGate;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.kernel.command.Recording;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;

/**
 * The way in. A command in flight holds no database connection; at most {@link #IN_FLIGHT} run at once, and none waits longer
 * than {@link #LONGEST} in all. Its idempotency key is a stream of its own whose only event is part 1 of the command's
 * append: of two racing calls one conflicts there, reads it, and answers what the first one wrote.
 */
public final class SendingCommands implements Commands {
    private static final Logger log = LoggerFactory.getLogger("vn.minhchung.commands");
    private static final int IN_FLIGHT = 256;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    /** With what a connection may take at its end, or reading the request's events at its start, below ten seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final int TRIES = 6;
    private static final String REQUEST = "Request";

    private final CommandBus bus;
    private final RequestLog requests;
    private final CommandGate gate;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    /** @param sequences where the streams stand in the log, whatever the command has applied itself */
    public SendingCommands(
            CommandBus bus, EventStore events, RequestLog requests, StreamSequences sequences, CommandGate gate) {
        this.bus = bus;
        this.gate = gate;
        this.requests = requests;
        bus.registerHandlerInterceptor(recordRequestFirst(events));
        bus.registerHandlerInterceptor((unitOfWork, chain) -> onTheLatest(unitOfWork, chain, sequences));
    }

    /** Whatever is logged on the way carries the request's id and what was asked. */
    @Override
    public Outcome send(Command command, Decision decision, String inputHash) {
        try (MDC.MDCCloseable _ = MDC.putCloseable("requestId", decision.requestId());
                MDC.MDCCloseable _ = MDC.putCloseable("mutation", decision.mutation())) {
            Outcome outcome = Patience.within(LONGEST, () -> sendInTime(command, decision, inputHash));
            log.atDebug()
                    .addKeyValue("position", outcome.position())
                    .addKeyValue("subject", command.subject())
                    .log(outcome.replayed() ? "answered from the record" : "recorded");
            return outcome;
        }
    }

    private Outcome sendInTime(Command command, Decision decision, String inputHash) {
        boolean entered = false;
        try {
            entered = inFlight.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!entered) throw Refusal.of(ErrorCode.TOO_BUSY, "limit", IN_FLIGHT);
            return tried(command, decision, inputHash);
        } catch (Refusal refusal) {
            log.atDebug().addKeyValue("code", refusal.code()).log("refused");
            throw refusal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ErrorCode.TOO_BUSY, "limit", IN_FLIGHT);
        } finally {
            if (entered) inFlight.release();
        }
    }

    /** Only a conflict or a deadlock is tried again; a refusal never is. */
    private Outcome tried(Command command, Decision decision, String inputHash) throws InterruptedException {
        String stream = RequestLog.streamOf(decision);
        try {
            gate.pass(command);
        } catch (Refusal closed) {
            // what was recorded before is told also while nothing is recorded
            return acceptedBefore(stream, inputHash, closed).orElseThrow(() -> closed);
        }
        for (int attempt = 1; ; attempt++) {
            Recording recording = new Recording();
            Throwable failure = dispatch(command, decision, stream, inputHash, recording);
            if (failure == null) {
                long first = recording.firstPosition();
                return new Outcome(recording.lastPosition(), (int) (recording.lastPosition() - first + 1), false);
            }
            Optional<Outcome> before = acceptedBefore(stream, inputHash, failure);
            if (before.isPresent()) return before.get();
            boolean over = attempt == TRIES || Patience.left(LONGEST).isZero();
            if (!retryable(failure) || over) throw translated(failure);
            // anywhere up to the wait of this attempt: callers that lost to one another do not meet again
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 6 + (5L << (attempt - 1))));
        }
    }

    private @Nullable Throwable dispatch(
            Command command, Decision decision, String stream, String inputHash, Recording recording) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CommandMessage<Command> message = GenericCommandMessage.<Command>asCommandMessage(command)
                .withMetaData(Map.of(
                        Recording.DECISION,
                        decision,
                        Recording.KEY,
                        recording,
                        "subject",
                        command.subject(),
                        "request",
                        stream,
                        "inputHash",
                        inputHash));
        bus.<Command, Object>dispatch(message, (_, result) -> {
            if (result.isExceptional()) failure.set(result.exceptionResult());
        });
        return failure.get();
    }

    /**
     * A conflict, or a refusal because the first call already changed the state, may be our own earlier success. A refusal
     * that only asks to come again is none, and the database may be away.
     */
    private Optional<Outcome> acceptedBefore(String stream, String inputHash, Throwable failure) {
        boolean judged = failure instanceof StreamConflict
                || (failure instanceof Refusal refusal && !refusal.code().retryable());
        if (!judged) return Optional.empty();
        return requests.find(stream).map(accepted -> {
            if (!accepted.inputHash().equals(inputHash)) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, "position", accepted.lastPosition())
                        .at("idempotencyKey");
            }
            return new Outcome(accepted.lastPosition(), accepted.parts(), true);
        });
    }

    /**
     * The append compares what a command read when it is accepted; a refusal has no append. It is for good only when what
     * it rests on still stands, compared before the command lets go of its locks.
     */
    private static @Nullable Object onTheLatest(
            UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain, StreamSequences sequences)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refusal refusal) {
            if (refusal.code().retryable()
                    || !(unitOfWork.getMessage().getMetaData().get(Recording.KEY) instanceof Recording recording))
                throw refusal;
            throw sequences
                    .movedOn(recording.reads())
                    .<RuntimeException>map(StreamConflict::new)
                    .orElse(refusal);
        }
    }

    private static boolean retryable(Throwable failure) {
        return failure instanceof StreamConflict || failure instanceof DeadlockException;
    }

    /** The one translation of what went wrong, for every store. */
    private static RuntimeException translated(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case AmountOutOfRange tooLarge -> tooLarge.refusal();
            case StreamConflict conflict -> Refusal.of(ErrorCode.CONFLICT, "stream", conflict.stream());
            case DeadlockException _ -> Refusal.of(ErrorCode.CONFLICT, "stream", "deadlock");
            case LockAcquisitionFailedException _ -> Refusal.of(ErrorCode.TOO_BUSY);
            case UnknownEvent unknown -> Refusal.of(ErrorCode.UNKNOWN_EVENT, "position", unknown.position());
            case RuntimeException unexpected -> unexpected;
            default -> new IllegalStateException(failure);
        };
    }

    private static String text(Map<String, ?> metaData, String key) {
        if (metaData.get(key) instanceof String text) return text;
        throw new IllegalStateException("a command without " + key);
    }

    private static MessageHandlerInterceptor<CommandMessage<?>> recordRequestFirst(EventStore events) {
        return (unitOfWork, chain) -> {
            var metaData = unitOfWork.getMessage().getMetaData();
            // every event of the command carries who decided and what was recorded beside it
            Map<String, Object> envelope = Map.of(
                    Recording.DECISION, metaData.get(Recording.DECISION), Recording.KEY, metaData.get(Recording.KEY));
            unitOfWork.registerCorrelationDataProvider(_ -> envelope);
            String stream = text(metaData, "request");
            events.publish(new GenericDomainEventMessage<>(
                    REQUEST, stream, 0, new RequestAccepted(stream, text(metaData, "inputHash"))));
            return chain.proceed();
        };
    }
}
