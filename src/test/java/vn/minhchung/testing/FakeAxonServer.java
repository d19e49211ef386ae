package vn.minhchung.testing;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Stands for Axon Server on the loopback: speaks its protocol over real sockets, stores events in memory, numbers them from
 * 0, takes a transaction whole or not at all, refuses a sequence number that is not the next one with AXONIQ-2000, and routes
 * commands by their key. It keeps the rules this system rests on; it is no measure of the product.
 */
public final class FakeAxonServer implements AutoCloseable {
    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final Server server;
    private final List<Event> log = new ArrayList<>();
    private final Map<String, List<Event>> streams = new HashMap<>();
    private final List<Reader> readers = new ArrayList<>();
    private final Map<String, List<Provider>> providers = new HashMap<>();
    private final Map<String, StreamObserver<CommandResponse>> underWay = new HashMap<>();
    private int answersToLose;
    private int transactionsToLose;
    private int sequencesToRefuse;
    private int answersToGarble;
    private boolean readersAway;
    private boolean streamsSilent;
    private int refused;

    public FakeAxonServer() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .permitKeepAliveTime(100, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(new Platform())
                    .addService(new Events())
                    .addService(new Commands())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Everything stored, in order. */
    public synchronized List<Event> log() {
        return List.copyOf(log);
    }

    /** How many transactions were refused for a sequence number. */
    public synchronized int refused() {
        return refused;
    }

    /** The next so many transactions are stored and their senders told that the connection was lost. */
    public synchronized void loseAnswers(int count) {
        answersToLose = count;
    }

    /** The next so many transactions are lost on the way. */
    public synchronized void loseTransactions(int count) {
        transactionsToLose = count;
    }

    /** The next so many transactions are refused as if a sequence number were taken. */
    public synchronized void refuseSequences(int count) {
        sequencesToRefuse = count;
    }

    /** The next so many answers to commands come as something no node of this build knows. */
    public synchronized void garbleCommandAnswers(int count) {
        answersToGarble = count;
    }

    /** Whoever follows the log is cut off, and cut off again, until they are let in. */
    public synchronized void keepReadersAway() {
        readersAway = true;
        cutReaders();
    }

    public synchronized void letReadersIn() {
        readersAway = false;
    }

    /** From now on the events of a stream are asked for and never come. */
    public synchronized void fallSilentOnStreams() {
        streamsSilent = true;
    }

    /** A power cut: the last so many events are lost, and with them every connection that reads. */
    public synchronized void loseLast(int count) {
        for (int i = 0; i < count; i++) {
            Event lost = log.removeLast();
            streams.getOrDefault(lost.getAggregateIdentifier(), new ArrayList<>())
                    .removeLast();
        }
        cutReaders();
    }

    private void cutReaders() {
        List<Reader> cut = List.copyOf(readers);
        readers.clear();
        cut.forEach(Reader::cut);
    }

    /** Nodes that take a command. */
    public synchronized int takers(String command) {
        return providers.getOrDefault(command, List.of()).size();
    }

    /** Somebody else's events, or a log that is there before the application comes. */
    public synchronized void store(List<Event> events) {
        Map<String, Long> next = new HashMap<>();
        for (Event event : events) {
            String stream = event.getAggregateIdentifier();
            long expected = next.getOrDefault(
                    stream, (long) streams.getOrDefault(stream, List.of()).size());
            if (event.getAggregateSequenceNumber() != expected) {
                refused++;
                throw refusal("Invalid sequence number %d for aggregate %s, expected %d"
                        .formatted(event.getAggregateSequenceNumber(), stream, expected));
            }
            next.put(stream, expected + 1);
        }
        for (Event event : events) {
            log.add(event);
            streams.computeIfAbsent(event.getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add(event);
        }
        readers.forEach(Reader::push);
    }

    private static StatusRuntimeException refusal(String why) {
        Metadata trailers = new Metadata();
        trailers.put(ERROR_CODE, "AXONIQ-2000");
        return Status.OUT_OF_RANGE.withDescription("[AXONIQ-2000] " + why).asRuntimeException(trailers);
    }

    private synchronized void append(List<Event> events, StreamObserver<Confirmation> answer) {
        if (transactionsToLose > 0) {
            transactionsToLose--;
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        try {
            if (sequencesToRefuse > 0) {
                sequencesToRefuse--;
                refused++;
                throw refusal("as the test asked");
            }
            store(events);
        } catch (StatusRuntimeException e) {
            answer.onError(e);
            return;
        }
        if (answersToLose > 0) {
            answersToLose--;
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
        answer.onCompleted();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static <T> void answer(StreamObserver<T> asked, T value) {
        asked.onNext(value);
        asked.onCompleted();
    }

    private final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
        @Override
        public void getPlatformServer(ClientIdentification who, StreamObserver<PlatformInfo> asked) {
            NodeInfo node = NodeInfo.newBuilder()
                    .setHostName("127.0.0.1")
                    .setGrpcPort(server.getPort())
                    .setNodeName("fake")
                    .build();
            answer(
                    asked,
                    PlatformInfo.newBuilder()
                            .setPrimary(node)
                            .setSameConnection(true)
                            .build());
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> out) {
            return new Inbound<>(out) {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    synchronized (FakeAxonServer.this) {
                        if (instruction.hasHeartbeat()) {
                            out.onNext(PlatformOutboundInstruction.newBuilder()
                                    .setHeartbeat(instruction.getHeartbeat())
                                    .build());
                        } else if (!instruction.getInstructionId().isEmpty()) {
                            out.onNext(PlatformOutboundInstruction.newBuilder()
                                    .setAck(ack(instruction.getInstructionId()))
                                    .build());
                        }
                    }
                }
            };
        }
    }

    private static InstructionAck ack(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    private final class Events extends EventStoreGrpc.EventStoreImplBase {
        @Override
        public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> asked) {
            List<Event> transaction = new ArrayList<>();
            return new StreamObserver<>() {
                @Override
                public void onNext(Event event) {
                    transaction.add(event);
                }

                @Override
                public void onError(Throwable gone) {
                    transaction.clear();
                }

                @Override
                public void onCompleted() {
                    append(transaction, asked);
                }
            };
        }

        @Override
        public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> asked) {
            List<Event> events;
            synchronized (FakeAxonServer.this) {
                if (streamsSilent) return;
                events = List.copyOf(streams.getOrDefault(request.getAggregateId(), List.of()));
            }
            events.stream()
                    .filter(event -> event.getAggregateSequenceNumber() >= request.getInitialSequence())
                    .forEach(asked::onNext);
            asked.onCompleted();
        }

        @Override
        public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> out) {
            Reader reader = new Reader(out);
            return new Inbound<>(out) {
                @Override
                public void onNext(GetEventsRequest request) {
                    synchronized (FakeAxonServer.this) {
                        reader.asked(request);
                    }
                }

                @Override
                void gone() {
                    readers.remove(reader);
                }
            };
        }

        @Override
        public void readHighestSequenceNr(
                ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> asked) {
            synchronized (FakeAxonServer.this) {
                long last = streams.getOrDefault(request.getAggregateId(), List.of())
                                .size()
                        - 1L;
                answer(
                        asked,
                        ReadHighestSequenceNrResponse.newBuilder()
                                .setToSequenceNr(last)
                                .build());
            }
        }

        @Override
        public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> asked) {
            synchronized (FakeAxonServer.this) {
                answer(asked, token(log.size() - 1L));
            }
        }

        @Override
        public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> asked) {
            answer(asked, token(-1));
        }

        @Override
        public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> asked) {
            synchronized (FakeAxonServer.this) {
                long token = 0;
                while (token < log.size() && log.get((int) token).getTimestamp() < request.getInstant()) token++;
                answer(asked, token(token - 1));
            }
        }
    }

    private static TrackingToken token(long token) {
        return TrackingToken.newBuilder().setToken(token).build();
    }

    /** Who follows the log, as far as it was permitted. */
    private final class Reader {
        private final StreamObserver<EventWithToken> out;
        private long next = -1;
        private long permits;

        Reader(StreamObserver<EventWithToken> out) {
            this.out = out;
        }

        void asked(GetEventsRequest request) {
            if (readersAway) {
                cut();
                return;
            }
            if (next < 0) {
                next = request.getTrackingToken();
                readers.add(this);
            }
            permits += request.getNumberOfPermits();
            push();
        }

        void cut() {
            out.onError(Status.UNAVAILABLE.asRuntimeException());
        }

        void push() {
            while (permits > 0 && next < log.size()) {
                out.onNext(EventWithToken.newBuilder()
                        .setToken(next)
                        .setEvent(log.get((int) next))
                        .build());
                next++;
                permits--;
            }
        }
    }

    /** A node that takes commands. */
    private record Provider(StreamObserver<CommandProviderInbound> out) {}

    private final class Commands extends CommandServiceGrpc.CommandServiceImplBase {
        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> out) {
            Provider provider = new Provider(out);
            return new Inbound<>(out) {
                @Override
                public void onNext(CommandProviderOutbound told) {
                    synchronized (FakeAxonServer.this) {
                        told(provider, told);
                    }
                }

                @Override
                void gone() {
                    providers.values().forEach(takers -> takers.remove(provider));
                }
            };
        }

        private void told(Provider provider, CommandProviderOutbound told) {
            if (told.hasSubscribe()) {
                providers
                        .computeIfAbsent(told.getSubscribe().getCommand(), _ -> new ArrayList<>())
                        .add(provider);
            } else if (told.hasUnsubscribe()) {
                providers
                        .getOrDefault(told.getUnsubscribe().getCommand(), new ArrayList<>())
                        .remove(provider);
            } else if (told.hasCommandResponse()) {
                CommandResponse response = told.getCommandResponse();
                StreamObserver<CommandResponse> asked = underWay.remove(response.getRequestIdentifier());
                if (asked != null) answer(asked, garbled(response));
                return;
            }
            if (!told.getInstructionId().isEmpty()) {
                provider.out()
                        .onNext(CommandProviderInbound.newBuilder()
                                .setAck(ack(told.getInstructionId()))
                                .build());
            }
        }

        private CommandResponse garbled(CommandResponse response) {
            if (answersToGarble == 0) return response;
            answersToGarble--;
            return response.toBuilder()
                    .setPayload(response.getPayload().toBuilder().setType("of another build"))
                    .build();
        }

        @Override
        public void dispatch(Command command, StreamObserver<CommandResponse> asked) {
            synchronized (FakeAxonServer.this) {
                List<Provider> takers = providers.getOrDefault(command.getName(), List.of());
                if (takers.isEmpty()) {
                    answer(
                            asked,
                            CommandResponse.newBuilder()
                                    .setMessageIdentifier(UUID.randomUUID().toString())
                                    .setRequestIdentifier(command.getMessageIdentifier())
                                    .setErrorCode("AXONIQ-4000")
                                    .setErrorMessage(ErrorMessage.newBuilder()
                                            .setMessage("No Handler for command: " + command.getName()))
                                    .build());
                    return;
                }
                underWay.put(command.getMessageIdentifier(), asked);
                Provider taker = takers.get(Math.floorMod(key(command).hashCode(), takers.size()));
                taker.out()
                        .onNext(CommandProviderInbound.newBuilder()
                                .setCommand(command)
                                .build());
            }
        }

        private static String key(Command command) {
            return command.getProcessingInstructionsList().stream()
                    .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                    .map(instruction -> instruction.getValue().getTextValue())
                    .findFirst()
                    .orElse(command.getMessageIdentifier());
        }
    }

    /** The client's side of a stream that stays open. */
    private abstract class Inbound<I, O> implements StreamObserver<I> {
        private final StreamObserver<O> out;

        Inbound(StreamObserver<O> out) {
            this.out = out;
        }

        void gone() {}

        @Override
        public void onError(Throwable cause) {
            synchronized (FakeAxonServer.this) {
                gone();
            }
        }

        @Override
        public void onCompleted() {
            synchronized (FakeAxonServer.this) {
                gone();
                out.onCompleted();
            }
        }
    }
}
