package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.testing.Eventually.eventually;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.axonserver.WireEvents;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands.Outcome;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.StreamRead;
import vn.minhchung.platform.axon.PurseDesk.Fill;
import vn.minhchung.platform.axon.PurseDesk.Filled;
import vn.minhchung.platform.axon.PurseDesk.Take;
import vn.minhchung.platform.axon.PurseDesk.Taken;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.FakeAxonServer;
import vn.minhchung.testing.TestPostgres;

/** Two nodes, one log: what holds on PostgreSQL holds there too. The server is a stand-in on the loopback. */
class TwoNodesOnAxonServerTest {
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);

    private final FakeAxonServer server = new FakeAxonServer();
    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final JacksonEventCodec codec = new JacksonEventCodec(
            new EventTypes(List.of(Filled.class, Taken.class, RequestAccepted.class, StreamRead.class)), List.of());
    private final ServerNode first = new ServerNode(server.address(), database, codec, PurseDesk::new);
    private final ServerNode second = new ServerNode(server.address(), database, codec, PurseDesk::new);
    private int keys;

    @BeforeEach
    void both_take_commands() {
        PurseDesk.beforeAppend = () -> {};
        eventually(() -> assertThat(server.takers(Take.class.getName())).isEqualTo(2));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        server.close();
    }

    @Test
    void a_command_s_events_stand_together_from_position_one_and_come_back_byte_for_byte() {
        Outcome filled = send(first, new Fill("purse:1", 10));
        Outcome taken = send(second, new Take("purse:1", 4, ""));

        assertThat(filled).isEqualTo(new Outcome(2, 2, false));
        assertThat(taken).isEqualTo(new Outcome(4, 2, false));
        List<Recorded> read = first.store.recordedEvents().read(0, 100);
        assertThat(read).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read)
                .extracting(Recorded::name)
                .containsExactly(
                        "platform.RequestAccepted", "pursetest.Filled", "platform.RequestAccepted", "pursetest.Taken");
        assertThat(read.get(3).envelope().part()).isEqualTo("2/2");
        assertThat(read.get(3).envelope().decision()).isEqualTo(decisionOf(read.get(3)));
        List<Event> stored = server.log();
        for (int i = 0; i < stored.size(); i++) {
            assertThat(codec.encode(read.get(i).envelope()))
                    .isEqualTo(WireEvents.fromWire(stored.get(i)).envelope());
            assertThat(read.get(i).payload())
                    .isEqualTo(WireEvents.fromWire(stored.get(i)).payload());
            if (i > 0)
                assertThat(read.get(i).recordedAt()).isAfter(read.get(i - 1).recordedAt());
        }
        assertThat(second.store.recordedEvents().read(0, 1))
                .as("never ending inside a command")
                .hasSize(2);
    }

    @Test
    void sixty_four_withdrawals_from_two_nodes_take_what_is_there_and_everybody_has_an_answer() throws Exception {
        send(first, new Fill("purse:1", 40));

        List<@Nullable Refusal> answers = together(64, i -> new Take("purse:1", 1, ""));

        assertThat(answers).hasSize(64);
        assertThat(codes(answers)).allMatch(code -> code == ErrorCode.ALLOCATION_EXCEEDED || code.retryable());
        assertThat(taken())
                .as("a caller who gave up may have been served all the same")
                .isBetween(answers.stream().filter(Objects::isNull).count(), 40L);
        eventually(() -> assertThat(refused(second, new Take("purse:1", 1, "")).code())
                .isEqualTo(ErrorCode.ALLOCATION_EXCEEDED));
        assertThat(taken()).isEqualTo(40);
    }

    @Test
    void of_two_withdrawals_that_each_rest_on_the_other_s_purse_one_is_refused() throws Exception {
        send(first, new Fill("purse:1", 1));
        send(first, new Fill("purse:2", 1));
        CountDownLatch bothDecided = new CountDownLatch(2);
        PurseDesk.beforeAppend = () -> {
            bothDecided.countDown();
            await(bothDecided);
        };

        List<@Nullable Refusal> answers =
                together(2, i -> i == 0 ? new Take("purse:1", 1, "purse:2") : new Take("purse:2", 1, "purse:1"));

        assertThat(bothDecided.getCount())
                .as("both had decided before one was written")
                .isZero();
        assertThat(answers).filteredOn(Objects::isNull).hasSize(1);
        assertThat(codes(answers)).containsExactly(ErrorCode.WRONG_STATE);
    }

    @Test
    void who_rests_on_one_stream_without_changing_it_is_decided_once() throws Exception {
        send(first, new Fill("purse:rule", 1));
        for (int i = 0; i < 16; i++) send(first, new Fill("purse:" + i, 1));
        PurseDesk.DECIDED.set(0);

        List<@Nullable Refusal> answers = together(16, i -> new Take("purse:" + i, 1, "purse:rule"));

        assertThat(answers).containsOnlyNulls();
        assertThat(PurseDesk.DECIDED).hasValue(16);
        List<Event> marks = marks();
        assertThat(marks)
                .hasSize(16)
                .allMatch(mark -> mark.getAggregateIdentifier().equals("purse:rule"));
        assertThat(marks.stream().map(Event::getAggregateSequenceNumber))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 16).mapToObj(i -> (long) i).toList());
        assertThat(second.store.recordedEvents().read(0, 1000))
                .filteredOn(recorded -> recorded.event() instanceof StreamRead)
                .allSatisfy(mark -> {
                    assertThat(mark.envelope().decision()).isNull();
                    assertThat(mark.envelope().lastPart()).isTrue();
                });
    }

    @Test
    void a_stream_that_was_only_read_begins_with_its_first_event() {
        send(first, new Fill("purse:1", 3));
        send(first, new Take("purse:1", 1, "purse:new?"));
        send(second, new Take("purse:1", 1, "purse:new?"));
        assertThat(marks()).hasSize(2);

        send(second, new Fill("purse:new?", 5));
        send(first, new Take("purse:new?", 5, ""));

        assertThat(refused(second, new Take("purse:new?", 1, "")).code()).isEqualTo(ErrorCode.ALLOCATION_EXCEEDED);
        assertThat(server.log().stream()
                        .filter(event -> event.getAggregateIdentifier().equals("purse:new?"))
                        .map(event -> event.getPayload().getType()))
                .containsExactly(StreamRead.NAME, StreamRead.NAME, "pursetest.Filled", "pursetest.Taken");
    }

    @Test
    void marks_of_readers_are_no_change_since_somebody_looked() {
        send(first, new Fill("purse:1", 3));
        long seenAt = send(first, new Fill("purse:2", 3)).position();
        send(first, new Take("purse:2", 1, "purse:1"));

        assertThat(sent(second, new Take("purse:1", 1, ""), seeing(seenAt))).isNull();

        Refusal changed = sent(second, new Take("purse:1", 1, ""), seeing(seenAt));
        Objects.requireNonNull(changed);
        assertThat(changed.code()).isEqualTo(ErrorCode.CHANGED_SINCE_SEEN);
        assertThat(changed.facts().get("since")).doesNotContain("StreamRead").contains("Taken");
    }

    @Test
    void a_refusal_comes_back_with_all_its_facts_from_whichever_node() {
        send(first, new Fill("purse:1", 3));
        for (int i = 0; i < 8; i++) {
            String purse = "purse:other" + i;
            send(first, new Fill(purse, 3));
            Refusal refusal = refused(second, new Take(purse, 5, ""));
            assertThat(refusal.code()).isEqualTo(ErrorCode.ALLOCATION_EXCEEDED);
            assertThat(refusal.facts())
                    .containsExactly(
                            Map.entry("limit", "3"), Map.entry("asked", "5"), Map.entry("remains", "Còn lại “đồng”"));
            assertThat(refusal.field()).containsExactly("input", "amount");
            assertThat(refusal.rule()).isEqualTo(new RuleRef("purse", "1/2025"));
        }
    }

    @Test
    void a_key_that_was_used_is_answered_from_the_record_on_the_other_node() {
        send(first, new Fill("purse:1", 3));
        Decision once = decision("once");
        Outcome taken = first.commands.send(new Take("purse:1", 1, ""), once);

        assertThat(second.commands.send(new Take("purse:1", 1, ""), once))
                .isEqualTo(new Outcome(taken.position(), taken.events(), true));
        assertThatThrownBy(() -> second.commands.send(new Take("purse:1", 2, ""), once, "another input"))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void an_answer_that_is_lost_on_the_way_leaves_the_events_once() {
        send(first, new Fill("purse:1", 3));
        server.loseAnswers(1);

        Outcome taken = send(first, new Take("purse:1", 1, ""));

        assertThat(server.log()).hasSize(4);
        assertThat(taken).isEqualTo(new Outcome(4, 2, false));
    }

    @Test
    void an_answer_that_cannot_be_read_leaves_the_outcome_unknown_and_the_key_finds_it() {
        send(first, new Fill("purse:1", 3));
        Decision once = decision("once");
        server.garbleCommandAnswers(1);

        Refusal done = Objects.requireNonNull(sent(second, new Take("purse:1", 1, ""), once));

        assertThat(done.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(second.commands.send(new Take("purse:1", 1, ""), once).replayed())
                .isTrue();
        server.garbleCommandAnswers(1);
        assertThat(refused(second, new Take("purse:1", 9, "")).code())
                .as("a refusal whose details cannot be read")
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void events_that_are_lost_on_the_way_are_sent_again() {
        send(first, new Fill("purse:1", 3));
        server.loseTransactions(2);

        assertThat(send(second, new Take("purse:1", 1, ""))).isEqualTo(new Outcome(4, 2, false));
        assertThat(server.log()).hasSize(4);
    }

    @Test
    void a_node_that_comes_later_knows_positions_and_times_of_before() {
        send(first, new Fill("purse:1", 3));
        send(first, new Take("purse:1", 1, ""));
        List<Recorded> before = first.store.recordedEvents().read(0, 10);

        try (ServerNode third = new ServerNode(server.address(), database, codec, PurseDesk::new);
                ServerNode elsewhere =
                        new ServerNode(server.address(), TestPostgres.freshDatabase(), codec, PurseDesk::new)) {
            assertThat(third.store.recordedEvents().read(0, 10))
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            eventually(() -> assertThat(elsewhere.store.recordedEvents().read(0, 10))
                    .usingRecursiveComparison()
                    .isEqualTo(before));
        }
    }

    @Test
    void a_database_that_belongs_to_another_log_is_refused() {
        send(first, new Fill("purse:1", 3));

        try (FakeAxonServer empty = new FakeAxonServer()) {
            assertThatThrownBy(() -> new ServerNode(empty.address(), database, codec, PurseDesk::new))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not the log of this database");
        }
    }

    @Test
    void commands_that_nobody_takes_are_refused_and_may_be_sent_again() {
        try (FakeAxonServer nobody = new FakeAxonServer();
                ServerNode only =
                        new ServerNode(nobody.address(), TestPostgres.freshDatabase(), codec, PurseDesk::new)) {
            Refusal refusal = refused(only, new Unhandled("x"));
            assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
        }
    }

    record Unhandled(String subject) implements Command {}

    private List<Event> marks() {
        return server.log().stream()
                .filter(event -> event.getPayload().getType().equals(StreamRead.NAME))
                .toList();
    }

    private long taken() {
        return server.log().stream()
                .filter(event -> event.getPayload().getType().equals("pursetest.Taken"))
                .count();
    }

    private Outcome send(ServerNode node, Command command) {
        return node.commands.send(command, decision("key-" + keys++));
    }

    /** Why not; null when it was done. */
    private @Nullable Refusal sent(ServerNode node, Command command) {
        return sent(node, command, decision("key-" + keys++));
    }

    /** Why not; it must have been refused. */
    private Refusal refused(ServerNode node, Command command) {
        return Objects.requireNonNull(sent(node, command), "it was done");
    }

    private static List<ErrorCode> codes(List<@Nullable Refusal> answers) {
        List<ErrorCode> codes = new ArrayList<>();
        for (Refusal answer : answers) if (answer != null) codes.add(answer.code());
        return codes;
    }

    private static @Nullable Refusal sent(ServerNode node, Command command, Decision decision) {
        try {
            node.commands.send(command, decision);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private List<@Nullable Refusal> together(int callers, IntFunction<Take> commands) throws Exception {
        List<Callable<@Nullable Refusal>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Take command = commands.apply(i);
            ServerNode node = i % 2 == 0 ? first : second;
            Decision decision = decision("key-" + keys++);
            calls.add(() -> sent(node, command, decision));
        }
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<@Nullable Refusal> answers = new ArrayList<>();
            for (Future<@Nullable Refusal> answer : threads.invokeAll(calls)) answers.add(answer.get());
            return answers;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Decision decision(String key) {
        return with(key, null);
    }

    private Decision seeing(long position) {
        return with("key-" + keys++, position);
    }

    private static Decision with(String key, @Nullable Long seenAt) {
        return new Decision(
                OFFICER.actor(),
                OFFICER.decidedBy(),
                OFFICER.basis(),
                OFFICER.reason(),
                OFFICER.today(),
                OFFICER.effectiveOn(),
                OFFICER.documentDate(),
                seenAt,
                OFFICER.requestId(),
                OFFICER.mutation(),
                key,
                OFFICER.channel());
    }

    private static Decision decisionOf(Recorded recorded) {
        return with(
                recorded.envelope().decision() == null
                        ? ""
                        : recorded.envelope().decision().idempotencyKey(),
                null);
    }
}
