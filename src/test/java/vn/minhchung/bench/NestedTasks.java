package vn.minhchung.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.demo.Story;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.people.PersonCommand.AddEmployment;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.testing.RunningSystem;

/** Tasks with many members who have had many employments, by the real commands. */
final class NestedTasks {
    static final String TITLE = "Nhiệm vụ đông người";

    private static final Vnd STATE = new Vnd(2_000_000_000L);
    private static final int MONTHS = 24;
    /** So many steps before midnight. */
    private static final Duration PACE = Duration.ofMillis(10);

    private final RunningSystem system;
    private final NestedBench.Shape shape;
    private final LocalDate day;

    NestedTasks(RunningSystem system, NestedBench.Shape shape) {
        this.system = system;
        this.shape = shape;
        this.day = system.clock().today();
    }

    /** One task with its people. */
    void load(int number) {
        Story story = new Story(
                        system.commands(),
                        system.bean(Logins.class),
                        system.clock(),
                        system.views(),
                        system.bean(PersonalData.class),
                        system.bean(RefusalLog.class),
                        "nested-" + number,
                        () -> {})
                .atPace(PACE);
        PersonId investigator = person(story, number, shape.members());
        List<TaskMember> members = new ArrayList<>();
        for (int member = 0; member < shape.members(); member++)
            members.add(new TaskMember(person(story, number, member), TaskMember.Role.MEMBER));
        story.as(Cast.COMMITTEE)
                .because("Phê duyệt nhiệm vụ")
                .under(LegalBasis.Kind.DECISION, number + "/QĐ-UBND", Organisation.COMMITTEE.fullName(), day)
                .does(new RegisterApprovedTask(
                        new ProjectId(Id.derived("project", "nested", Integer.toString(number))),
                        "NESTED-%d".formatted(number),
                        Organisation.DEPARTMENT.id(),
                        "%s số %d".formatted(TITLE, number),
                        TaskKind.DE_TAI,
                        TaskLevel.TINH,
                        Organisation.HOST.id(),
                        investigator,
                        members,
                        List.of(new BudgetShare(
                                FundSource.STATE_BUDGET, LineCategory.REMUNERATION, day.getYear(), STATE)),
                        STATE,
                        STATE,
                        KhoanMode.TUNG_PHAN,
                        MONTHS,
                        day,
                        day.plusMonths(MONTHS).minusDays(1),
                        List.of(
                                new Trigger(TriggerKind.ORDER_LIST_APPROVED, day.minusMonths(3), "1/QĐ"),
                                new Trigger(TriggerKind.CALL_PUBLISHED, day.minusMonths(2), "1/TB"))));
    }

    private PersonId person(Story story, int task, int member) {
        PersonId person =
                new PersonId(Id.derived("person", "nested", Integer.toString(task), Integer.toString(member)));
        story.as(Cast.OFFICER)
                .because("Ghi nhận thành viên")
                .does(new RegisterPerson(
                        person, story.seal(person, "Người %d-%d".formatted(task, member)), null, null, null, null));
        for (int number = 0; number < shape.employments(); number++) {
            LocalDate from = LocalDate.of(2000 + number, 1, 1);
            story.as(Cast.OFFICER)
                    .because("Ghi nhận quá trình công tác")
                    .does(new AddEmployment(
                            person,
                            Organisation.HOST.id(),
                            "Nghiên cứu viên",
                            from,
                            from.plusYears(1).minusDays(1)));
        }
        return person;
    }
}
