package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.YearEndTask.lines;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.VolumeId;

/** Papers of the story of a year end. Amounts in million đồng. */
final class YearEndPapers {
    private final Story story;
    private final Agenda agenda;
    private final DemoPapers steps;

    YearEndPapers(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.steps = new DemoPapers(story, agenda);
    }

    static PrepareWithdrawal withdrawal(
            YearEndTask task, String what, TreasuryPaperKind kind, int tranche, long millions, boolean measured) {
        return new PrepareWithdrawal(
                task.paper(what),
                kind,
                task.id(),
                task.appropriation(),
                "%d-%s/2025".formatted(task.number(), what),
                2025,
                tranche,
                lines(millions, kind == TreasuryPaperKind.ADVANCE ? "Tạm ứng" : "Thanh toán"),
                million(millions),
                DemoMoney.depositAccount(Organisation.HOST),
                measured ? task.volume(2) : null,
                null);
    }

    /** The first instalment is advanced in March. */
    void advanced(YearEndTask task, long millions) {
        TreasuryPaperId paper = task.paper("TU");
        agenda.note(
                LocalDate.of(2025, 3, 12),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tạm ứng đợt 1 theo hợp đồng")
                        .does(withdrawal(task, "TU", TreasuryPaperKind.ADVANCE, 1, millions, false)));
        sent(paper, LocalDate.of(2025, 3, 13));
        booked(paper, LocalDate.of(2025, 3, 20), LocalDate.of(2025, 3, 20), "KB-0320-" + task.number());
        received(paper, LocalDate.of(2025, 3, 25));
    }

    void received(TreasuryPaperId paper, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Đã nhận tiền về tài khoản tiền gửi")
                        .does(new ConfirmReceipt(paper, day)));
    }

    /** The officer draws it up, both signatures confirm it. */
    void measured(YearEndTask task, int number, int tranche, long millions, LocalDate day) {
        VolumeId volume = task.volume(number);
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Tổ chức chủ trì đề nghị xác nhận khối lượng hoàn thành")
                        .does(new DrawUpVolume(
                                volume,
                                task.id(),
                                Organisation.DEPARTMENT.id(),
                                "%d-%d/BKL-SKHCN".formatted(task.number(), number),
                                tranche,
                                day.minusDays(7),
                                day.minusDays(10),
                                List.of(new VolumeRow(
                                        "Khảo sát, thí nghiệm, báo cáo chuyên đề",
                                        million(millions),
                                        million(millions))),
                                million(millions),
                                null)));
        steps.signed(volume, day.plusDays(1), "Khối lượng đúng với biên bản kiểm tra", day.plusDays(2));
    }

    /** Prepared and signed; sent on the third day. */
    void clearing(YearEndTask task, String what, int volume, long millions, LocalDate day) {
        TreasuryPaperId paper = task.paper(what);
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Khối lượng đã được xác nhận, đủ bảng kê")
                        .does(new PrepareClearing(
                                paper,
                                task.paper("TU"),
                                "%d-%s/2025".formatted(task.number(), what),
                                lines(millions, "Thanh toán"),
                                million(millions),
                                task.volume(volume),
                                null)));
        sent(paper, day);
    }

    /** Both signatures and the way to the treasury on one day. */
    void sent(TreasuryPaperId paper, LocalDate day) {
        steps.signedSecond(paper, day, "Đủ hồ sơ, trong dự toán");
        steps.signedFirst(paper, day, "Đồng ý", false);
        steps.sent(paper, day);
    }

    /** @param typed the day both persons had the voucher */
    void booked(TreasuryPaperId paper, LocalDate executedOn, LocalDate typed, String voucher) {
        steps.booked(paper, voucher, executedOn, typed, null);
        steps.compared(paper, typed);
    }

    Story.As recorded(String voucher, LocalDate executedOn) {
        return steps.treasury(Cast.ACCOUNTANT, voucher, executedOn);
    }
}
