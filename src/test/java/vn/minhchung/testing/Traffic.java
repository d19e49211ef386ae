package vn.minhchung.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.demo.Organisation;
import vn.minhchung.demo.Story;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Competence;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/** Many commands over a loaded demo, from as many threads as one likes: organisations, persons, withdrawals. */
public final class Traffic {
    private static final Vnd STATE = new Vnd(2_000_000_000L);
    private static final String REASON = "Tạo tải";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final RunningSystem system;
    private final Commands commands;
    private final Views views;
    private final PersonalData personalData;
    private final Actor officer;
    private final Actor accountant;
    private final String name;
    private final Story story;
    private final AtomicInteger pairs = new AtomicInteger();

    /** A task with its contract and its share of an appropriation of its own. */
    public record Pair(ProjectId project, AppropriationId appropriation, int year) {}

    /** @param name tells the ids of one traffic from another's */
    public Traffic(RunningSystem system, String name) {
        this.system = system;
        this.name = name;
        this.commands = system.commands();
        this.views = system.views();
        this.personalData = system.bean(PersonalData.class);
        Logins logins = system.bean(Logins.class);
        this.officer = logins.actor(Cast.OFFICER.login()).orElseThrow();
        this.accountant = logins.actor(Cast.ACCOUNTANT.login()).orElseThrow();
        this.story = new Story(
                commands, logins, system.clock(), views, personalData, system.bean(RefusalLog.class), name, () -> {});
    }

    /** The demo up to and including a day; returns when the views have seen it. */
    public static void loadDemo(RunningSystem system, LocalDate lastDay) {
        system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), lastDay, () -> {});
    }

    /** A new task that money can be drawn on. Not for several threads at once. */
    public Pair pair() {
        int number = pairs.incrementAndGet();
        LocalDate day = system.clock().today();
        ProjectId project = new ProjectId(Id.derived("project", name, Integer.toString(number)));
        PersonId investigator = new PersonId(Id.derived("person", name, "investigator", Integer.toString(number)));
        AppropriationId appropriation =
                new AppropriationId(Id.derived("appropriation", name, Integer.toString(number)));
        LegalBasis.Kind decision = LegalBasis.Kind.DECISION;
        String committee = Organisation.COMMITTEE.fullName();
        story.as(Cast.OFFICER)
                .because(REASON)
                .does(new RegisterPerson(
                        investigator, story.seal(investigator, "Người Tạo Tải"), null, null, null, null));
        List<Vnd> parts = STATE.allocate(40, 30, 30);
        story.as(Cast.COMMITTEE)
                .because(REASON)
                .under(decision, name + "/QĐ-UBND", committee, day)
                .does(new RegisterApprovedTask(
                        project,
                        "%s-%d".formatted(name, number),
                        Organisation.DEPARTMENT.id(),
                        "Nhiệm vụ tạo tải số " + number,
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        Organisation.HOST.id(),
                        investigator,
                        List.of(),
                        List.of(new BudgetShare(
                                FundSource.STATE_BUDGET, LineCategory.REMUNERATION, day.getYear(), STATE)),
                        STATE,
                        STATE,
                        KhoanMode.TUNG_PHAN,
                        24,
                        day,
                        day.plusMonths(24).minusDays(1),
                        List.of(
                                new Trigger(TriggerKind.ORDER_LIST_APPROVED, day.minusMonths(3), "1/QĐ"),
                                new Trigger(TriggerKind.CALL_PUBLISHED, day.minusMonths(2), "1/TB"))));
        story.as(Cast.DIRECTOR)
                .because(REASON)
                .under(decision, name + "/QĐ-UBND", committee, day)
                .does(new SignContract(
                        project,
                        "%d/%s/HĐ".formatted(number, name),
                        day,
                        STATE,
                        Organisation.DEPARTMENT.id(),
                        Cast.HOST_HEAD.person(),
                        IntStream.rangeClosed(1, parts.size())
                                .mapToObj(n -> new TranchePlan(n, parts.get(n - 1), REASON, day.plusMonths(n)))
                                .toList()));
        story.as(Cast.COMMITTEE)
                .because(REASON)
                .under(decision, name + "/QĐ-UBND", committee, day)
                .does(new AssignAppropriation(
                        appropriation,
                        Organisation.DEPARTMENT.id(),
                        "417",
                        "101",
                        "12",
                        "%05d".formatted(number),
                        day.getYear(),
                        Vnd.ZERO,
                        STATE));
        story.as(Cast.FINANCE)
                .because(REASON)
                .under(LegalBasis.Kind.LETTER, name + "/STC", Organisation.FINANCE.fullName(), day)
                .does(new EnterInTabmis(appropriation, day));
        story.as(Cast.DIRECTOR)
                .because(REASON)
                .under(decision, name + "/QĐ-SKHCN", Organisation.DEPARTMENT.fullName(), day)
                .does(new AllocateToTask(appropriation, project, parts.getFirst()));
        return new Pair(project, appropriation, day.getYear());
    }

    /** One small advance: binds the task's share, the appropriation and the withdrawal in one append. */
    public long paper(Pair pair, String key) {
        Vnd amount = new Vnd(1_000);
        TreasuryPaperId id = new TreasuryPaperId(Id.derived("paper", name, key));
        return send(
                accountant,
                new PrepareWithdrawal(
                        id,
                        null,
                        pair.project(),
                        pair.appropriation(),
                        key,
                        pair.year(),
                        1,
                        List.of(new TreasuryPaperLine(
                                LineCategory.REMUNERATION, "7017", FundSource.STATE_BUDGET, amount, REASON)),
                        amount,
                        new DepositAccountId(Id.derived("deposit-account", "demo", Organisation.HOST.name())),
                        null,
                        null),
                key);
    }

    public long organisation(String key) {
        OrganisationId id = new OrganisationId(Id.derived("organisation", name, key));
        return send(officer, new RegisterOrganisation(id, "Tổ chức " + key, OrganisationKind.ENTERPRISE, null), key);
    }

    public long person(String key) {
        PersonId id = new PersonId(Id.derived("person", name, key));
        return send(
                officer, new RegisterPerson(id, personalData.seal(id, "Người " + key), null, null, null, null), key);
    }

    /** Returns when the views have seen it. */
    private long send(Actor actor, Command command, String key) {
        MayBeSentBy declared = command.getClass().getAnnotation(MayBeSentBy.class);
        LocalDate today = system.clock().today();
        @Nullable Long unseen = null;
        Decision decision = new Decision(
                actor.knownBy(Map.of("method", "STORY")),
                Competence.taken(actor, declared, Capacity.SELF, today),
                List.of(),
                REASON,
                today,
                today,
                null,
                unseen,
                key,
                declared.mutation(),
                name + "-" + key,
                "traffic");
        long position = commands.send(command, decision).position();
        if (!views.await(position, LONGEST_WAIT))
            throw new IllegalStateException("the views did not reach " + position);
        return position;
    }
}
