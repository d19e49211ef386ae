package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.Department.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * 64 withdrawals of 30 m by 32 callers against 1,000 m, over the real store: exactly 33 pass. The same while a cut, or the
 * reversal of a supplement, races them: what is bound never exceeds what is there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacingWithdrawalsTest {
    private static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision ACCOUNTANT = Decisions.taken(Role.ACCOUNTANT);
    private static final Decision CHIEF = Decisions.taken(Role.CHIEF_ACCOUNTANT);
    private static final int CALLERS = 32;
    private static final int ASKED = 64;

    private final Department department = new Department();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

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
        return IntStream.rangeClosed(1, 20).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exactly_33_of_64_pass_and_the_others_are_told_what_remains(int seed) {
        Round round = new Round("plain " + seed, 1_000, seed);

        Result result = race(round.papers());

        assertThat(result.passed()).isEqualTo(33);
        assertThat(result.refusals())
                .hasSize(31)
                .allSatisfy(refusal -> assertThat(refusal.facts()).containsEntry("remaining", "10000000"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_cut_racing_them_leaves_nothing_bound_that_is_not_there(int seed) {
        Round round = new Round("cut " + seed, 1_000, seed);

        Result result = race(round.with(() -> {
            department.send(new CutAppropriation(round.appropriation, m(100)), COMMITTEE);
            return true;
        }));

        // 1,000 or 900: whichever came first, the two together fit
        int withdrawn = result.passed() - (result.otherPassed() ? 1 : 0);
        assertThat(withdrawn * 30L + (result.otherPassed() ? 100 : 0)).isLessThanOrEqualTo(1_000);
        assertThat(withdrawn).isEqualTo(result.otherPassed() ? 30 : 33);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_reversal_racing_them_leaves_nothing_bound_that_is_not_there(int seed) {
        Round round = new Round("reversal " + seed, 900, seed);
        department.send(new AppropriationCommand.SupplementAppropriation(round.appropriation, m(100)), COMMITTEE);
        String supplement = Entries.id(round.appropriation.value(), 3);

        Result result = race(round.with(() -> {
            department.send(new Reverse(supplement, "bổ sung nhầm", "12/BB-SKHCN"), CHIEF);
            return true;
        }));

        int withdrawn = result.passed() - (result.otherPassed() ? 1 : 0);
        assertThat(withdrawn).isEqualTo(result.otherPassed() ? 30 : 33);
    }

    private record Result(int passed, boolean otherPassed, List<Refusal> refusals) {}

    /** The other act, where there is one, answers true. */
    private Result race(List<Callable<Boolean>> acts) {
        int passed = 0;
        boolean other = false;
        List<Refusal> refusals = new ArrayList<>();
        try {
            for (Future<Boolean> each : callers.invokeAll(acts)) {
                try {
                    other |= each.get();
                    passed++;
                } catch (java.util.concurrent.ExecutionException e) {
                    if (!(e.getCause() instanceof Refusal refusal)) throw new AssertionError(e);
                    refusals.add(refusal);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return new Result(passed, other, refusals);
    }

    /** A year appropriation and a task of its own. */
    private final class Round {
        private final AppropriationId appropriation;
        private final List<Command> commands = new ArrayList<>();
        private final Random random;

        Round(String name, long millions, int seed) {
            random = new Random(seed);
            appropriation = new AppropriationId(Id.derived("appropriation", name));
            OrganisationId unit = new OrganisationId(Id.derived("organisation", name));
            department.send(
                    new RegisterOrganisation(unit, "Đơn vị " + name, OrganisationKind.PUBLIC_SERVICE_UNIT, null),
                    Decisions.taken(Role.OFFICER));
            department.send(
                    new AssignAppropriation(
                            appropriation, unit, "417", "101", "12", "00000", 2025, Vnd.ZERO, m(millions)),
                    COMMITTEE);
            department.send(new EnterInTabmis(appropriation, TODAY), Decisions.taken(Role.FINANCE));
            DepositAccountId deposit = new DepositAccountId(Id.derived("deposit-account", name));
            department.send(
                    new RegisterDepositAccount(
                            deposit,
                            ProjectExamples.HOST,
                            "3713.0.1099901",
                            "KBNN tỉnh",
                            LocalDate.of(2025, 1, 1),
                            null),
                    Department.hostHead(ProjectExamples.HOST));
            department.send(new ConfirmDepositAccount(deposit), Decisions.taken(Role.OFFICER));
            ProjectId task = task(name);
            department.send(new AllocateToTask(appropriation, task, m(millions)), DIRECTOR);
            for (int i = 0; i < ASKED; i++)
                commands.add(new PrepareWithdrawal(
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
        }

        List<Callable<Boolean>> papers() {
            List<Callable<Boolean>> acts = new ArrayList<>();
            for (Command command : commands)
                acts.add(() -> {
                    department.send(command, ACCOUNTANT);
                    return false;
                });
            Collections.shuffle(acts, random);
            return acts;
        }

        List<Callable<Boolean>> with(Callable<Boolean> other) {
            List<Callable<Boolean>> acts = papers();
            acts.add(random.nextInt(acts.size()), other);
            return acts;
        }
    }

    private ProjectId task(String name) {
        ProjectId task = new ProjectId(Id.derived("project", name));
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
                        List.of(new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, m(4_000))),
                        m(4_000),
                        m(4_000),
                        KhoanMode.TUNG_PHAN,
                        24,
                        LocalDate.of(2025, 4, 1),
                        LocalDate.of(2027, 3, 31),
                        ProjectExamples.TRIGGERS),
                COMMITTEE);
        department.send(
                new SignContract(
                        task,
                        "HĐ-" + name,
                        TODAY,
                        m(4_000),
                        ProjectExamples.DEPARTMENT,
                        ProjectExamples.HOST_HEAD,
                        List.of(new TranchePlan(1, m(4_000), null, null))),
                DIRECTOR);
        return task;
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
