package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;

/** The money of the story of refunds: appropriations and deposit accounts of its own, and the papers for the treasury. */
final class RefundMoney {
    private static final String PROGRAMME = "00620";

    private final Story story;
    private final Agenda agenda;
    private final DemoMoney money;
    private final DemoPapers papers;

    RefundMoney(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.money = new DemoMoney(story, agenda);
        this.papers = new DemoPapers(story, agenda);
    }

    static AppropriationId appropriation(int year) {
        return new AppropriationId(Id.derived("appropriation", "demo", "refund", Integer.toString(year)));
    }

    void note() {
        money.account(
                Organisation.SONG_LUOC, Cast.SONG_LUOC_HEAD, "3713.0.1099903", LocalDate.of(2024, 3, 11), "64/KBHY-KT");
        money.account(
                Organisation.DA_LOC, Cast.DA_LOC_HEAD, "3713.0.1099904", LocalDate.of(2025, 10, 23), "64/KBHY-KT");
        year(2024, 1_500);
        year(2025, 1_500);
        year(2026, 400);
    }

    private void year(int year, long millions) {
        LocalDate decided = LocalDate.of(year, 1, 5);
        agenda.note(
                decided,
                () -> story.as(Cast.COMMITTEE)
                        .because("Giao dự toán chương trình nông nghiệp công nghệ cao năm " + year)
                        .under(LegalBasis.Kind.DECISION, "18/QĐ-UBND", "UBND tỉnh Hưng Yên", decided)
                        .does(new AssignAppropriation(
                                appropriation(year),
                                Organisation.DEPARTMENT.id(),
                                "417",
                                "103",
                                "12",
                                PROGRAMME,
                                year,
                                Vnd.ZERO,
                                million(millions))));
        LocalDate entered = decided.plusDays(4);
        agenda.note(
                entered,
                () -> story.as(Cast.FINANCE)
                        .because("Đã nhập dự toán vào TABMIS")
                        .under(LegalBasis.Kind.LETTER, "41/STC-NS", "Sở Tài chính", entered)
                        .does(new EnterInTabmis(appropriation(year), entered)));
    }

    void allocated(FailedTask task, int year, long millions, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Phân bổ dự toán năm " + year + " cho nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, "%d/QĐ-SKHCN".formatted(60 + task.number()), "Sở KH&CN", day)
                        .does(new AllocateToTask(appropriation(year), task.id(), million(millions))));
    }

    /** What a task that ended will not draw goes back to the year's appropriation. */
    void released(FailedTask task, int year, long millions, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Nhiệm vụ đã chấm dứt, phần chưa cấp không còn nhu cầu sử dụng")
                        .under(LegalBasis.Kind.DECISION, "%d/QĐ-SKHCN".formatted(160 + task.number()), "Sở KH&CN", day)
                        .does(new ReleaseAllocation(appropriation(year), task.id(), million(millions))));
    }

    /** A table of completed work, drawn up and signed within the week. */
    void measured(FailedTask task, int number, int tranche, long millions, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Tổ chức chủ trì đề nghị xác nhận khối lượng hoàn thành")
                        .does(new DrawUpVolume(
                                task.volume(number),
                                task.id(),
                                Organisation.DEPARTMENT.id(),
                                "NN%02d-%d/BKL-SKHCN".formatted(task.number(), number),
                                tranche,
                                day.minusDays(10),
                                day.minusDays(14),
                                List.of(new VolumeRow(
                                        "Khảo nghiệm giống, phân tích mẫu", million(millions), million(millions))),
                                million(millions),
                                null)));
        papers.signed(task.volume(number), day.plusDays(2), "Khối lượng đúng với biên bản kiểm tra", day.plusDays(3));
    }

    /** @param n number of the paper; a further advance rests on the first table of completed work */
    void advanced(FailedTask task, int n, int tranche, List<TreasuryPaperLine> lines, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tạm ứng đợt %d theo hợp đồng".formatted(tranche))
                        .does(withdrawal(task, n, tranche, lines, day.getYear())));
        signed(task.paper(n), day.plusDays(1));
        executed(task, n, day.plusDays(3));
        agenda.note(
                day.plusDays(7),
                () -> story.as(task.accountant())
                        .because("Đã nhận tiền về tài khoản tiền gửi")
                        .does(new ConfirmReceipt(task.paper(n), day.plusDays(4))));
    }

    static PrepareWithdrawal withdrawal(FailedTask task, int n, int tranche, List<TreasuryPaperLine> lines, int year) {
        return new PrepareWithdrawal(
                task.paper(n),
                TreasuryPaperKind.ADVANCE,
                task.id(),
                appropriation(year),
                number(task, n, year),
                year,
                tranche,
                lines,
                DemoPapers.sum(lines),
                DemoMoney.depositAccount(task.host()),
                tranche == 1 ? null : task.volume(1),
                null);
    }

    void cleared(FailedTask task, int n, int advance, int volume, List<TreasuryPaperLine> lines, LocalDate day) {
        List<TreasuryPaperLine> documented = lines.stream()
                .map(line -> new TreasuryPaperLine(
                        line.line(),
                        line.item(),
                        line.source(),
                        line.amount(),
                        line.content(),
                        "BK-%d.%d/%s".formatted(task.number(), n, line.line()),
                        day.minusDays(20)))
                .toList();
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Khối lượng đã được xác nhận, đủ bảng kê chứng từ")
                        .does(new PrepareClearing(
                                task.paper(n),
                                task.paper(advance),
                                number(task, n, day.getYear()),
                                documented,
                                DemoPapers.sum(lines),
                                task.volume(volume),
                                null)));
        signed(task.paper(n), day.plusDays(1));
        executed(task, n, day.plusDays(3));
    }

    void returned(FailedTask task, int n, int advance, List<TreasuryPaperLine> lines, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tổ chức chủ trì nộp trả số tạm ứng chưa sử dụng")
                        .does(new PrepareReturn(
                                task.paper(n),
                                task.paper(advance),
                                number(task, n, day.getYear()),
                                lines,
                                DemoPapers.sum(lines),
                                "Nhiệm vụ đã chấm dứt, tạm ứng chưa sử dụng")));
        signed(task.paper(n), day.plusDays(1));
        executed(task, n, day.plusDays(3));
    }

    private void signed(TreasuryPaperId paper, LocalDate day) {
        papers.signedSecond(paper, day, "Đủ hồ sơ");
        papers.signedFirst(paper, day.plusDays(1), "Đồng ý", false);
        papers.sent(paper, day.plusDays(1));
    }

    private void executed(FailedTask task, int n, LocalDate day) {
        papers.booked(task.paper(n), "KB-NN%d-%03d".formatted(task.number(), n), day, day, null);
        papers.compared(task.paper(n), day.plusDays(1));
    }

    private static String number(FailedTask task, int n, int year) {
        return "NN%02d-%d/%d".formatted(task.number(), n, year);
    }
}
