package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskMember;

/** What is adjusted of one task of the demo: other members, money of a later year drawn forward, more time. */
final class DemoAdjustments {
    private static final int TASK = 21;
    private static final int YEARS_APART = 1;

    private final Story story;
    private final Agenda agenda;
    private final DemoTask task;

    DemoAdjustments(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.task = DemoTask.all().stream()
                .filter(each -> each.number() == TASK)
                .findFirst()
                .orElseThrow();
    }

    void note() {
        members(task.start().plusDays(33));
        granted(
                2,
                AdjustmentKind.REPHASING,
                AdjustmentContent.budget(rephased(), List.of()),
                "Mua vật tư sớm để kịp thời vụ",
                task.start().plusDays(61));
        granted(
                3,
                AdjustmentKind.EXTENSION,
                AdjustmentContent.until(task.end().plusMonths(3), null),
                "Thời tiết bất thường, chậm một vụ khảo nghiệm",
                task.start().plusDays(92));
    }

    /** The host decides, the window goes by. */
    private void members(LocalDate day) {
        AdjustmentId id = id(1);
        AdjustmentContent content = AdjustmentContent.members(List.of(
                new TaskMember(task.secretary(), TaskMember.Role.SECRETARY),
                new TaskMember(Cast.INVESTIGATOR.person(), TaskMember.Role.MEMBER)));
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .under(LegalBasis.Kind.DECISION, "27/QĐ-TCCT", "Tổ chức chủ trì", day)
                        .does(new NotifyAdjustment(
                                id, task.id(), AdjustmentKind.MEMBERS, content, "Bổ sung thành viên khảo nghiệm")));
        agenda.note(
                day.plusDays(14),
                () -> story.as(Cast.OFFICER)
                        .because("Hết thời hạn, cơ quan có thẩm quyền không phản đối")
                        .does(new CompleteAdjustmentWindow(id)));
    }

    private void granted(int n, AdjustmentKind kind, AdjustmentContent content, String why, LocalDate day) {
        AdjustmentId id = id(n);
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .under(LegalBasis.Kind.LETTER, "%d/CV-TCCT".formatted(100 + n), "Tổ chức chủ trì", day)
                        .does(new RequestAdjustment(id, task.id(), kind, content, why)));
        LocalDate decided = day.plusDays(14);
        agenda.note(
                decided,
                () -> story.as(Cast.DIRECTOR)
                        .under(LegalBasis.Kind.DECISION, "%d/QĐ-SKHCN".formatted(200 + n), "Sở KH&CN Hưng Yên", decided)
                        .does(new DecideAdjustment(
                                id,
                                AdjustmentOutcome.APPROVED,
                                null,
                                "Hồ sơ đầy đủ, lý do khách quan",
                                "%02d/%d/PLHĐ-%02d".formatted(task.number(), task.year(), n),
                                decided,
                                null)));
    }

    /** A tenth of the materials of the second year, one year earlier. */
    private List<BudgetShare> rephased() {
        List<BudgetShare> shares = new ArrayList<>();
        Vnd moved = Vnd.ZERO;
        for (BudgetShare share : task.budget()) {
            if (share.source().state()
                    && share.line() == LineCategory.MATERIALS
                    && share.year() == task.year() + YEARS_APART)
                moved = share.amount().allocate(1, 9).getFirst();
        }
        for (BudgetShare share : task.budget()) {
            boolean materials = share.source().state() && share.line() == LineCategory.MATERIALS;
            Vnd amount = !materials
                    ? share.amount()
                    : share.year() == task.year()
                            ? share.amount().plus(moved)
                            : share.amount().minus(moved);
            shares.add(new BudgetShare(share.source(), share.line(), share.year(), amount));
        }
        return shares;
    }

    private static AdjustmentId id(int n) {
        return new AdjustmentId(Id.derived("adjustment", "demo", Integer.toString(n)));
    }
}
