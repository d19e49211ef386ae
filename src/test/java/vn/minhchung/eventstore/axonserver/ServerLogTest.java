package vn.minhchung.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.minhchung.eventstore.axonserver.ServerFixture.event;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Patience;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.testing.FakeAxonServer;
import vn.minhchung.testing.TestPostgres;

/** Whoever asks the server has an answer in time, and never half of one for the whole. */
class ServerLogTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final FakeAxonServer fake = new FakeAxonServer();
    private final AxonServerConnectionManager connections = ServerFixture.connections(fake);
    private final ServerLog server =
            new ServerLog(() -> connections.getConnection().eventChannel());

    @AfterEach
    void stop() {
        connections.shutdown();
        fake.close();
    }

    @Test
    void a_stream_that_does_not_come_is_waited_for_no_longer_than_the_command_may_take() {
        fake.store(List.of(WireEvents.toWire(event("note:1", 0))));
        assertThat(server.stream("note:1", 0)).hasSize(1);
        fake.fallSilentOnStreams();

        CompletableFuture<Throwable> asked = CompletableFuture.supplyAsync(() ->
                Patience.within(SHORT, () -> catchThrowable(() -> server.stream("note:1", 0))));

        assertThat(asked)
                .succeedsWithin(Duration.ofSeconds(5))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void who_is_interrupted_does_not_take_a_stream_for_an_empty_one() {
        fake.store(List.of(WireEvents.toWire(event("note:1", 0))));

        Thread.currentThread().interrupt();
        Throwable told = catchThrowable(() -> server.stream("note:1", 0));

        assertThat(Thread.interrupted()).as("whoever interrupted is heard").isTrue();
        assertThat(told).isInstanceOf(Refusal.class);
    }

    @Test
    void an_append_whose_numbers_are_taken_again_and_again_is_sent_again_with_pauses() {
        var codec = new JacksonEventCodec(new EventTypes(List.of()), List.of());
        var index = new PositionIndex(TestPostgres.freshDatabase().app());
        try (LogTail tail = new LogTail(server, index, codec, InstantSource.system())) {
            tail.start();
            ServerAppender appender = new ServerAppender(server, index, tail);
            fake.refuseSequences(Integer.MAX_VALUE);

            assertThatThrownBy(() -> Patience.within(
                            Duration.ofSeconds(1), () -> appender.append(List.of(event("note:1", 0)), Map.of())))
                    .isInstanceOf(Refusal.class);
            assertThat(fake.refused()).isBetween(2, 20);

            fake.refuseSequences(3);
            assertThat(appender.append(List.of(event("note:1", 0)), Map.of()).position())
                    .isEqualTo(1);
        }
    }
}
