package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.Signatories;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.Bars;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskStanding;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.Tasks;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** A small department with one appropriation, and the commands of one payment, in few words. Amounts in million đồng. */
final class Cast {
    static final LocalDate TODAY = Decisions.TODAY;
    static final OrganisationId DEPARTMENT = new OrganisationId(Id.derived("organisation", "sở"));
    static final OrganisationId HOST = new OrganisationId(Id.derived("organisation", "viện"));
    static final AppropriationId APPROPRIATION = new AppropriationId(Id.derived("appropriation", "2025"));
    static final DepositAccountId DEPOSIT = new DepositAccountId(Id.derived("deposit-account", "viện"));
    static final ProjectId TASK = new ProjectId(Id.derived("project", "nhãn"));
    static final ProjectId OTHER_TASK = new ProjectId(Id.derived("project", "vải"));

    static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);
    static final Decision FINANCE = Decisions.taken(Role.FINANCE);
    static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    static final Decision ACCOUNTANT = Decisions.taken(Role.ACCOUNTANT);
    static final Decision CHIEF = Decisions.taken(Role.CHIEF_ACCOUNTANT);
    static final Decision HOST_HEAD = Decisions.takenFor(HOST, "host head", Role.HOST_HEAD);

    final FakeRules rules = new FakeRules();
    final Map<ProjectId, TaskFacts> tasks = new HashMap<>();
    final Map<String, String> entryOfEvent = new HashMap<>();
    final Barred bars = new Barred();
    /** Tasks whose life ended with their settlement. */
    final List<ProjectId> settled = new ArrayList<>();

    final DecisionFixture fixture;

    Cast() {
        rules.off("payment.volume").off("payment.last");
        put(task(TASK, 2_000, true));
        put(task(OTHER_TASK, 2_000, true));
        fixture = DecisionFixture.of(aggregates -> List.of(
                new AppropriationDesk(aggregates, new Everybody(), rules, known()),
                new DepositAccountDesk(aggregates, new Everybody(), rules),
                new TreasuryPaperDesk(
                        aggregates, new Everybody(), rules, known(), new Registered(), new Unmoved(), bars),
                new YearEndDesk(aggregates, rules, bars),
                new CarryOverDesk(aggregates, rules, known()),
                new RefundDesk(aggregates, new Everybody(), rules, known(), bars),
                new ClosedYearDesk(
                        aggregates, event -> Optional.ofNullable(entryOfEvent.get(event)), rules, known(), bars),
                new SettlementDesk(aggregates, rules, known(), (task, _) -> settled.add(task)),
                new VolumeDesk(aggregates, new Everybody(), rules, known(), new Registered()),
                new ReversalDesk(aggregates, event -> Optional.ofNullable(entryOfEvent.get(event)), known(), bars)));
    }

    /** Assigned by the committee, entered in TABMIS. */
    Cast assigned(long millions) {
        fixture.given(assign(millions), COMMITTEE).given(new EnterInTabmis(APPROPRIATION, TODAY), FINANCE);
        return this;
    }

    Cast allocated(ProjectId task, long millions) {
        fixture.given(new AllocateToTask(APPROPRIATION, task, m(millions)), DIRECTOR);
        return this;
    }

    Cast cut(long millions) {
        fixture.given(new CutAppropriation(APPROPRIATION, m(millions)), COMMITTEE);
        return this;
    }

    Cast depositAccount() {
        fixture.given(
                        new RegisterDepositAccount(
                                DEPOSIT, HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                        HOST_HEAD)
                .given(new ConfirmDepositAccount(DEPOSIT), OFFICER);
        return this;
    }

    Cast prepared(String name, ProjectId task, long millions) {
        fixture.given(prepare(name, task, millions), ACCOUNTANT);
        return this;
    }

    Cast signed(String name) {
        fixture.given(new SignSecond(paper(name)), CHIEF).given(new SignFirst(paper(name)), DIRECTOR);
        return this;
    }

    Cast sent(String name) {
        signed(name).fixture.given(new SendToTreasury(paper(name)), ACCOUNTANT);
        return this;
    }

    Cast executed(String name) {
        sent(name)
                .fixture
                .given(new RecordExecution(paper(name), "CT-" + name, TODAY, null), voucher(ACCOUNTANT))
                .given(new ConfirmTreasuryFact(paper(name)), OFFICER);
        return this;
    }

    /** As {@link #executed}; answers the events of the confirmation. */
    List<DomainEvent> executing(String name) {
        sent(name).fixture.given(new RecordExecution(paper(name), "CT-" + name, TODAY, null), voucher(ACCOUNTANT));
        return fixture.when(new ConfirmTreasuryFact(paper(name)), OFFICER).events();
    }

    static AssignAppropriation assign(long millions) {
        return new AssignAppropriation(
                APPROPRIATION, DEPARTMENT, "417", "101", "12", "00000", 2025, Vnd.ZERO, m(millions));
    }

    static PrepareWithdrawal prepare(String name, ProjectId task, long millions) {
        return new PrepareWithdrawal(
                paper(name),
                null,
                task,
                APPROPRIATION,
                name,
                2025,
                1,
                List.of(line(millions)),
                m(millions),
                DEPOSIT,
                null,
                List.of());
    }

    static TreasuryPaperLine line(long millions) {
        return new TreasuryPaperLine(
                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, m(millions), "Thù lao đợt 1");
    }

    static TreasuryPaperId paper(String name) {
        return new TreasuryPaperId(Id.derived("paper", name));
    }

    static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }

    void put(TaskFacts facts) {
        tasks.put(facts.id(), facts);
    }

    static TaskFacts task(ProjectId id, long stateMillions, boolean contracted) {
        return task(
                id,
                contracted,
                KhoanMode.TUNG_PHAN,
                new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, m(stateMillions)));
    }

    static TaskFacts task(ProjectId id, boolean contracted, KhoanMode mode, BudgetShare... approved) {
        long stateMillions = Arrays.stream(approved)
                        .filter(share -> share.source().state())
                        .mapToLong(share -> share.amount().amount())
                        .sum()
                / 1_000_000;
        return new TaskFacts(
                id,
                TaskKind.DE_TAI,
                HOST,
                Decisions.person("chủ nhiệm"),
                contracted ? TaskState.CONTRACTED : TaskState.APPROVED,
                TaskStanding.DECIDED,
                contracted,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2026, 12, 31),
                List.of(approved),
                List.of(
                        new TranchePlan(1, m(stateMillions / 2), null, null),
                        new TranchePlan(2, m(stateMillions / 2), null, null)),
                Map.of(),
                mode,
                m(stateMillions),
                null,
                null,
                false,
                false,
                false);
    }

    /** The same task, terminated, or graded. */
    static TaskFacts ended(TaskFacts task, boolean terminated, @Nullable Grade grade) {
        return with(task, terminated ? TaskState.TERMINATED : task.state(), grade, false, terminated);
    }

    /** The same task where it stands now. */
    static TaskFacts standing(TaskFacts task, TaskState state, @Nullable Grade grade) {
        return with(task, state, grade, state == TaskState.SUSPENDED, state == TaskState.TERMINATED);
    }

    /** @param failed liquidated after it was terminated */
    static TaskFacts liquidated(TaskFacts task, boolean failed) {
        return with(task, TaskState.LIQUIDATED, null, false, failed);
    }

    private static TaskFacts with(
            TaskFacts task, TaskState state, @Nullable Grade grade, boolean suspended, boolean terminated) {
        return new TaskFacts(
                task.id(),
                task.kind(),
                task.host(),
                task.principalInvestigator(),
                state,
                task.standing(),
                task.contracted(),
                task.start(),
                task.end(),
                task.approved(),
                task.tranches(),
                task.pinned(),
                task.khoanMode(),
                task.contractValue(),
                grade,
                grade == null ? null : TODAY,
                suspended,
                terminated,
                state == TaskState.LIQUIDATED);
    }

    /** The same decision with the treasury's voucher as its basis. */
    static Decision voucher(Decision d) {
        return with(
                d,
                new LegalBasis(
                        LegalBasis.Kind.TREASURY_VOUCHER, "CT", "KBNN", TODAY, null, null, LegalBasis.Seen.E_SIGNED));
    }

    static Decision with(Decision d, LegalBasis... basis) {
        return new Decision(
                d.actor(),
                d.decidedBy(),
                Arrays.asList(basis),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                d.seenAt(),
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }

    static String entry(Id of, int number) {
        return Entries.id(of.value(), number);
    }

    private Tasks known() {
        return project -> {
            TaskFacts facts = tasks.get(project);
            if (facts == null) throw Refusal.of(ErrorCode.NOT_FOUND, "id", project);
            return facts;
        };
    }

    static final class Everybody implements PeopleDirectory {
        @Override
        public void requirePerson(PersonId person) {}

        @Override
        public void requireOrganisation(OrganisationId organisation) {}
    }

    /** Registered at the treasury: the director first, the chief accountant second, "both" both. */
    private static final class Registered implements Signatories {
        @Override
        public boolean isFirst(OrganisationId unit, PersonId person, LocalDate on) {
            return named(person, "DIRECTOR", "both");
        }

        @Override
        public boolean isSecond(OrganisationId unit, PersonId person, LocalDate on) {
            return named(person, "CHIEF_ACCOUNTANT", "both");
        }

        @Override
        public void requireFirst(OrganisationId unit, PersonId person, LocalDate on) {
            if (!isFirst(unit, person, on)) throw Refusal.of(ErrorCode.SIGNATORY_NOT_REGISTERED);
        }

        @Override
        public void requireSecond(OrganisationId unit, PersonId person, LocalDate on) {
            if (!isSecond(unit, person, on)) throw Refusal.of(ErrorCode.SIGNATORY_NOT_REGISTERED);
        }

        private static boolean named(PersonId person, String... names) {
            return Arrays.stream(names).map(Decisions::person).anyMatch(person::equals);
        }
    }

    /** Whoever is barred because of which task. */
    static final class Barred implements Bars {
        final Map<String, ProjectId> owing = new TreeMap<>();

        @Override
        public List<String> place(ProjectId task, OrganisationId host) {
            List<String> all =
                    List.of(host.value(), Decisions.person("chủ nhiệm").value());
            all.forEach(each -> place(each, task));
            return all;
        }

        @Override
        public void place(String barred, ProjectId task) {
            owing.put(barred, task);
        }

        @Override
        public void lift(List<String> barred, ProjectId task) {
            barred.forEach(owing::remove);
        }
    }
}
