package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.Department.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeCommand.ProposeSuspension;
import vn.minhchung.projects.LifeCommand.ResumeTask;
import vn.minhchung.projects.LifeCommand.SuspendTask;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * A suspension races withdrawals of the same task, over the real store. What the record then says: nothing is bound for the
 * task or sent to the treasury after the position of its suspension; and whatever was refused for it was refused for good
 * reason, so that nothing is lost: once the task goes on the same calls pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacingSuspensionTest {
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision ACCOUNTANT = Decisions.taken(Role.ACCOUNTANT);
    private static final int PAPERS = 12;

    private final Department department = new Department();
    private final ExecutorService callers = Executors.newFixedThreadPool(PAPERS + 1);

    @BeforeAll
    void one_department() {
        department.withOrganisations();
    }

    @AfterAll
    void stop() {
        callers.shutdownNow();
        department.close();
    }

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 8).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_withdrawal_is_bound_after_the_suspension(int seed) {
        Round round = new Round("bound " + seed, seed);
        Result result =
                race(round, round.papers.stream().map(Command.class::cast).toList());

        assertThat(result.refusals()).allSatisfy(code -> assertThat(code).isEqualTo(ErrorCode.TASK_SUSPENDED));
        assertThat(result.passed()).allSatisfy(position -> assertThat(position).isLessThan(result.suspendedAt()));
        department.send(new ResumeTask(round.task), DIRECTOR);
        for (Command refused : result.refused()) department.send(refused, ACCOUNTANT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_withdrawal_is_sent_to_the_treasury_after_the_suspension(int seed) {
        Round round = new Round("sent " + seed, seed);
        List<Command> sending = new ArrayList<>();
        for (PrepareWithdrawal paper : round.papers) {
            department.send(paper, ACCOUNTANT);
            department.send(new SignSecond(paper.paper()), Decisions.taken(Role.CHIEF_ACCOUNTANT));
            department.send(new SignFirst(paper.paper()), DIRECTOR);
            sending.add(new SendToTreasury(paper.paper()));
        }
        Result result = race(round, sending);

        assertThat(result.refusals()).allSatisfy(code -> assertThat(code).isEqualTo(ErrorCode.TASK_SUSPENDED));
        assertThat(result.passed()).allSatisfy(position -> assertThat(position).isLessThan(result.suspendedAt()));
        department.send(new ResumeTask(round.task), DIRECTOR);
        for (Command refused : result.refused()) department.send(refused, ACCOUNTANT);
    }

    /** Positions of what passed, codes of what did not. */
    private record Result(long suspendedAt, List<Long> passed, List<ErrorCode> refusals, List<Command> refused) {}

    private record Answer(
            Command command, long position, @Nullable ErrorCode refusal) {}

    private Result race(Round round, List<Command> commands) {
        List<Callable<Answer>> acts = new ArrayList<>();
        for (Command command : commands) acts.add(() -> answer(command, ACCOUNTANT));
        SuspendTask suspending = new SuspendTask(round.task);
        acts.add(() -> answer(suspending, DIRECTOR));
        Collections.shuffle(acts, round.random);
        long suspendedAt = 0;
        List<Long> passed = new ArrayList<>();
        List<ErrorCode> refusals = new ArrayList<>();
        List<Command> refused = new ArrayList<>();
        try {
            for (Future<Answer> each : callers.invokeAll(acts)) {
                Answer answer = each.get();
                if (answer.command().equals(suspending)) {
                    assertThat(answer.refusal()).as("the suspension itself").isNull();
                    suspendedAt = answer.position();
                } else if (answer.refusal() == null) {
                    passed.add(answer.position());
                } else {
                    refusals.add(answer.refusal());
                    refused.add(answer.command());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        assertThat(passed.size() + refusals.size()).isEqualTo(commands.size());
        return new Result(suspendedAt, passed, refusals, refused);
    }

    private Answer answer(Command command, Decision decision) {
        try {
            return new Answer(command, department.send(command, decision).position(), null);
        } catch (Refusal refusal) {
            return new Answer(command, 0, refusal.code());
        }
    }

    /** A task with money, whose suspension is proposed. */
    private final class Round {
        private final ProjectId task;
        private final List<PrepareWithdrawal> papers = new ArrayList<>();
        private final Random random;

        Round(String name, int seed) {
            random = new Random(seed);
            task = new ProjectId(Id.derived("project", name));
            contracted(name);
            AppropriationId appropriation = new AppropriationId(Id.derived("appropriation", name));
            department.send(
                    new AssignAppropriation(
                            appropriation,
                            ProjectExamples.DEPARTMENT,
                            "417",
                            "101",
                            "12",
                            "%05d".formatted(Math.abs(name.hashCode() % 100_000)),
                            2025,
                            Vnd.ZERO,
                            m(1_000)),
                    Decisions.taken(Role.COMMITTEE));
            department.send(new EnterInTabmis(appropriation, TODAY), Decisions.taken(Role.FINANCE));
            department.send(new AllocateToTask(appropriation, task, m(1_000)), DIRECTOR);
            DepositAccountId deposit = new DepositAccountId(Id.derived("deposit-account", name));
            department.send(
                    new RegisterDepositAccount(
                            deposit, ProjectExamples.HOST, "3713.0.1099901", "KBNN tỉnh", TODAY.minusDays(9), null),
                    Department.hostHead(ProjectExamples.HOST));
            department.send(new ConfirmDepositAccount(deposit), Decisions.taken(Role.OFFICER));
            for (int i = 0; i < PAPERS; i++)
                papers.add(new PrepareWithdrawal(
                        new TreasuryPaperId(Id.derived("paper", name, Integer.toString(i))),
                        null,
                        task,
                        appropriation,
                        "GR-" + i,
                        2025,
                        1,
                        List.of(new TreasuryPaperLine(
                                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(30), "đợt 1")),
                        m(30),
                        deposit,
                        null,
                        null));
            department.send(new ProposeSuspension(task), Decisions.taken(Role.OFFICER));
        }

        private void contracted(String name) {
            PersonId investigator = new PersonId(Id.derived("person", name));
            department.person(investigator);
            department.send(
                    new RegisterApprovedTask(
                            task,
                            "ĐTKHCN." + name,
                            ProjectExamples.DEPARTMENT,
                            "Nhiệm vụ " + name,
                            TaskKind.DE_TAI,
                            TaskLevel.TINH,
                            ProjectExamples.HOST,
                            investigator,
                            List.of(),
                            List.of(new BudgetShare(
                                    FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, m(2_000))),
                            m(2_000),
                            m(2_000),
                            KhoanMode.TUNG_PHAN,
                            24,
                            TODAY.plusDays(22),
                            TODAY.plusDays(22).plusMonths(24).minusDays(1),
                            ProjectExamples.TRIGGERS),
                    Decisions.taken(Role.COMMITTEE));
            department.send(
                    new SignContract(
                            task,
                            "HĐ-" + name,
                            TODAY,
                            m(2_000),
                            ProjectExamples.DEPARTMENT,
                            ProjectExamples.HOST_HEAD,
                            List.of(new TranchePlan(1, m(2_000), null, null))),
                    DIRECTOR);
        }
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
