package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/** How the tasks of the story of refunds begin: persons, approval, contract. */
final class RefundApprovals {
    private final Story story;
    private final Agenda agenda;
    private final DemoLife life;

    RefundApprovals(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.life = new DemoLife(story, agenda);
    }

    /** Who takes part in it, a week before its approval. */
    void persons(FailedTask task) {
        agenda.note(task.approvedOn().minusDays(7), () -> {
            register(task.investigator(), task.investigatorName(), "TS.");
            register(task.secretary(), task.secretaryName(), "ThS.");
            register(task.mainMember(), task.mainMemberName(), "KS.");
        });
    }

    /** Approved here, published ten days later, under contract on its first day. */
    void note(FailedTask task) {
        LocalDate day = task.approvedOn();
        persons(task);
        agenda.note(day, () -> approving(task, day).does(approval(task)));
        agenda.note(
                day.plusDays(10),
                () -> story.as(Cast.OFFICER)
                        .because("Công khai kết quả phê duyệt")
                        .does(new PublishTask(task.id())));
        agenda.note(
                task.start(),
                () -> story.as(Cast.DIRECTOR)
                        .because("Ký hợp đồng thực hiện nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, number(task), "UBND tỉnh Hưng Yên", day)
                        .does(new SignContract(
                                task.id(),
                                "NN%02d/%d/HĐ-SKHCN".formatted(task.number(), task.year()),
                                task.start(),
                                task.budget(),
                                Organisation.DEPARTMENT.id(),
                                task.head().person(),
                                task.tranches())));
        life.posted(task.id(), task.head(), task.start().plusDays(2));
    }

    Story.As approving(FailedTask task, LocalDate day) {
        return story.as(Cast.COMMITTEE)
                .because("Phê duyệt theo kết quả tuyển chọn và thẩm định kinh phí")
                .under(
                        LegalBasis.Kind.LETTER,
                        "%d/TTr-SKHCN".formatted(70 + task.number()),
                        "Sở KH&CN",
                        day.minusDays(4));
    }

    static RegisterApprovedTask approval(FailedTask task) {
        return approval(task, task.id(), task.code(), task.host(), task.investigator());
    }

    /** As the task, but carried out and led by others. */
    static RegisterApprovedTask approval(
            FailedTask task, ProjectId id, String code, Organisation host, PersonId investigator) {
        return new RegisterApprovedTask(
                id,
                code,
                Organisation.DEPARTMENT.id(),
                task.title(),
                TaskKind.DE_TAI,
                TaskLevel.TINH,
                host.id(),
                investigator,
                task.members(),
                task.shares(),
                task.budget(),
                task.budget(),
                KhoanMode.TUNG_PHAN,
                task.months(),
                task.start(),
                task.end(),
                List.of(
                        new Trigger(
                                TriggerKind.ORDER_LIST_APPROVED,
                                task.approvedOn().minusMonths(3),
                                "560/QĐ-UBND"),
                        new Trigger(
                                TriggerKind.CALL_PUBLISHED, task.approvedOn().minusMonths(2), "33/TB-SKHCN")));
    }

    private void register(PersonId person, String personName, String titles) {
        story.as(Cast.OFFICER)
                .because("Theo hồ sơ nhiệm vụ")
                .does(new RegisterPerson(person, story.seal(person, personName), titles, null, null, null));
    }

    static String number(FailedTask task) {
        return "%d/QĐ-UBND".formatted(420 + task.number());
    }
}
