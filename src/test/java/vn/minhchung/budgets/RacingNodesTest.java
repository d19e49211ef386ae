package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.budgets.Round.m;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.InsistingCommands;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.testing.RunningSystem;

/**
 * Two whole nodes on one database, each with its own write side, appender and connections; callers go to them by turns.
 * Within a node a lock puts the callers of one aggregate in line; between the nodes only the append decides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacingNodesTest {
    private static final int CALLERS = 16;
    private static final int ASKED = 64;
    private static final Set<ErrorCode> NOTHING_DECIDED =
            EnumSet.of(ErrorCode.CONFLICT, ErrorCode.TOO_BUSY, ErrorCode.STORE_UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN);

    private final Department department = new Department();
    private final RunningSystem other = RunningSystem.start(department.system().database());
    private final List<Commands> nodes = List.of(department.system().bean(Commands.class), other.bean(Commands.class));
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger conflicts = new AtomicInteger();

    @BeforeAll
    void one_department() {
        department.withOrganisations();
    }

    @AfterAll
    void stop() {
        callers.shutdownNow();
        other.close();
        department.close();
    }

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 10).boxed();
    }

    /** @param position of the command's last event; 0 where it was refused */
    private record Answer(long position, @Nullable Refusal refusal) {}

    @Test
    void of_16_callers_on_one_aggregate_each_has_an_answer_and_each_command_counts_once() throws Exception {
        Round round = new Round(department, "nodes", 1_000, 1);
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = "caller " + caller;
            int first = caller;
            work.add(() -> {
                List<Long> positions = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    SupplementAppropriation one = new SupplementAppropriation(round.appropriation, m(1));
                    Answer answer = asked(first + i, one, Round.COMMITTEE, name + " " + i);
                    assertThat(answer.refusal()).isNull();
                    positions.add(answer.position());
                }
                return positions;
            });
        }
        List<Long> positions = new ArrayList<>();
        for (Future<List<Long>> each : callers.invokeAll(work)) positions.addAll(each.get());

        assertThat(positions).hasSize(160).doesNotHaveDuplicates();
        assertThat(count("budgets.AppropriationSupplemented", round)).isEqualTo(160);
        assertThat(sequences(round))
                .isEqualTo(LongStream.range(0, sequences(round).size()).boxed().toList());
        assertThat(remaining(round)).isEqualTo("1160000000");
        System.out.println("160 commands on one aggregate over two nodes: told CONFLICT " + conflicts.get() + " times");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_64_withdrawals_sent_to_two_nodes_exactly_33_pass(int seed) throws Exception {
        Round round = new Round(department, "two nodes " + seed, 1_000, 1_000);
        List<Callable<Answer>> work = new ArrayList<>();
        for (PrepareWithdrawal paper : round.withdrawals(ASKED, 30)) {
            int node = work.size();
            work.add(() -> asked(node, paper, Round.ACCOUNTANT, paper.paper().value()));
        }
        Collections.shuffle(work, new Random(seed));

        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : callers.invokeAll(work)) answers.add(each.get());

        assertThat(answers).hasSize(ASKED);
        assertThat(answers.stream().filter(answer -> answer.refusal() == null)).hasSize(33);
        assertThat(answers.stream().map(Answer::refusal).filter(refusal -> refusal != null))
                .hasSize(31)
                .allSatisfy(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.ALLOCATION_EXCEEDED);
                    assertThat(refusal.facts()).containsEntry("remaining", "10000000");
                });
        assertThat(answers.stream().filter(answer -> answer.refusal() == null).map(Answer::position))
                .doesNotHaveDuplicates();
    }

    /** Nothing a node keeps in memory is older than what the other one wrote a moment ago. */
    @Test
    void what_one_node_writes_the_other_decides_on_at_once() {
        Round round = new Round(department, "to and fro", 1_000, 1_000);
        for (int i = 0; i < 20; i++) {
            PrepareWithdrawal paper = round.withdrawal("fro " + i, 10);
            insist(i, paper, Round.ACCOUNTANT, "prepare " + i);
            insist(i + 1, new SignSecond(paper.paper()), Round.CHIEF, "second " + i);
            insist(i, new SignFirst(paper.paper()), Round.DIRECTOR, "first " + i);
            Commands.Outcome sent = insist(i + 1, new SendToTreasury(paper.paper()), Round.ACCOUNTANT, "send " + i);

            Commands.Outcome again = insist(i, new SendToTreasury(paper.paper()), Round.ACCOUNTANT, "send " + i);
            assertThat(again)
                    .as("a key used at one node is known to the other")
                    .isEqualTo(new Commands.Outcome(sent.position(), sent.events(), true));
            Commands there = new InsistingCommands(nodes.get(i % nodes.size()));
            Decision used = keyed(new SendToTreasury(paper.paper()), Round.ACCOUNTANT, "send " + i);
            assertThatThrownBy(() -> there.send(new SendToTreasury(paper.paper()), used, "other input"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
            assertThat(department.system().views().await(sent.position())).isTrue();
            assertThat(other.views().await(sent.position()))
                    .as("read your write at the node that does not follow")
                    .isTrue();
        }
    }

    /** What was not decided may be sent again unchanged, and to any node. */
    private Answer asked(int node, Command command, Decision by, String key) {
        for (int attempt = 0; ; attempt++) {
            try {
                return new Answer(send(node + attempt, command, by, key).position(), null);
            } catch (Refusal refusal) {
                if (!NOTHING_DECIDED.contains(refusal.code())) return new Answer(0, refusal);
                if (refusal.code() == ErrorCode.CONFLICT) conflicts.incrementAndGet();
            }
        }
    }

    private Commands.Outcome send(int node, Command command, Decision by, String key) {
        return nodes.get(node % nodes.size()).send(command, keyed(command, by, key));
    }

    /** A slow disk is no finding. */
    private Commands.Outcome insist(int node, Command command, Decision by, String key) {
        return new InsistingCommands(nodes.get(node % nodes.size())).send(command, keyed(command, by, key));
    }

    private static Decision keyed(Command command, Decision by, String key) {
        MayBeSentBy declared = command.getClass().getAnnotation(MayBeSentBy.class);
        return Department.keyed(by, declared.mutation(), "nodes " + key);
    }

    private long count(String name, Round round) {
        return sql().sql("select count(*) from event_store.event where stream = :stream and name = :name")
                .params(Map.of("stream", round.appropriation.value(), "name", name))
                .query(Long.class)
                .single();
    }

    private List<@Nullable Long> sequences(Round round) {
        return sql().sql("select sequence from event_store.event where stream = :stream order by position")
                .param("stream", round.appropriation.value())
                .query(Long.class)
                .list();
    }

    /** What a withdrawal of more than there is gets told. */
    private String remaining(Round round) {
        department.send(
                new AppropriationCommand.AllocateToTask(round.appropriation, round.task, m(1_159)), Round.DIRECTOR);
        Answer answer = asked(1, round.withdrawal("too much", 1_161), Round.ACCOUNTANT, "too much");
        return answer.refusal() == null
                ? "written"
                : String.valueOf(answer.refusal().facts().get("remaining"));
    }

    private JdbcClient sql() {
        return JdbcClient.create(department.system().database().app());
    }
}
