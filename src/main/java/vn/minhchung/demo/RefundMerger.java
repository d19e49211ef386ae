package vn.minhchung.demo;

import static vn.minhchung.demo.FailedTask.lines;
import static vn.minhchung.demo.RefundTasks.CARRIED_ON;

import java.time.LocalDate;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOutcome;

/** A running task of a host that is merged: its successor takes it over once it owes nothing for the tasks that failed. */
final class RefundMerger {
    private static final String MERGER = "3120/QĐ-UBND";

    private final Story story;
    private final Agenda agenda;
    private final RefundMoney money;
    private final RefundApprovals approvals;

    RefundMerger(Story story, Agenda agenda, RefundMoney money, RefundApprovals approvals) {
        this.story = story;
        this.agenda = agenda;
        this.money = money;
        this.approvals = approvals;
    }

    void note() {
        FailedTask task = CARRIED_ON;
        approvals.note(task);
        money.allocated(task, 2024, 500, LocalDate.of(2024, 7, 8));
        money.advanced(task, 1, 1, lines(300, 200), LocalDate.of(2024, 7, 15));
        LocalDate barred = LocalDate.of(2026, 1, 12);
        agenda.note(barred, () -> asking(barred).inVain().does(request(1)));
        LocalDate asked = LocalDate.of(2026, 3, 9);
        agenda.note(asked, () -> asking(asked).does(request(2)));
        LocalDate decided = LocalDate.of(2026, 3, 16);
        agenda.note(
                decided,
                () -> story.as(Cast.COMMITTEE)
                        .under(LegalBasis.Kind.DECISION, "702/QĐ-UBND", "UBND tỉnh Hưng Yên", decided)
                        .does(new DecideAdjustment(
                                adjustment(2),
                                AdjustmentOutcome.APPROVED,
                                null,
                                "Bên nhận sáp nhập kế thừa quyền, nghĩa vụ và đã hoàn trả đủ kinh phí",
                                "NN07/2024/PLHĐ-01",
                                decided,
                                null)));
    }

    private Story.As asking(LocalDate day) {
        return story.as(Cast.SONG_LUOC_HEAD)
                .under(LegalBasis.Kind.DECISION, MERGER, "UBND tỉnh Hưng Yên", day.minusDays(20));
    }

    private static RequestAdjustment request(int n) {
        return new RequestAdjustment(
                adjustment(n),
                CARRIED_ON.id(),
                AdjustmentKind.HOST,
                AdjustmentContent.succeededBy(Organisation.PHO_HIEN.id(), MERGER),
                "Trung tâm sáp nhập vào Viện Khoa học Nông nghiệp Phố Hiến");
    }

    private static AdjustmentId adjustment(int n) {
        return new AdjustmentId(Id.derived("adjustment", "demo", "refund", Integer.toString(n)));
    }
}
