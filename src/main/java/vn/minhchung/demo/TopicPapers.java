package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** The steps the papers of {@link TopicStory} take: the table of completed work, two signatures, the treasury, the receipt. */
final class TopicPapers {
    private static final String TREASURY = Organisation.TREASURY.fullName();

    private final Story story;
    private final Agenda agenda;
    private final DemoPapers steps;

    TopicPapers(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.steps = new DemoPapers(story, agenda);
    }

    static TreasuryPaperLine line(LineCategory line, int millions) {
        return new TreasuryPaperLine(
                line, DemoPapers.TOPIC_ITEM, FundSource.STATE_BUDGET, million(millions), content(line));
    }

    /** With the payroll or the bill behind it. */
    static List<TreasuryPaperLine> documented(String table, LocalDate date, List<TreasuryPaperLine> lines) {
        return lines.stream()
                .map(line -> new TreasuryPaperLine(
                        line.line(), line.item(), line.source(), line.amount(), line.content(), table, date))
                .toList();
    }

    private static String content(LineCategory line) {
        return switch (line) {
            case REMUNERATION -> "Thù lao tham gia đề tài";
            case UNSKILLED_LABOUR -> "Thuê lao động phổ thông";
            case DOMESTIC_EXPERTS -> "Thuê chuyên gia trong nước";
            case FOREIGN_EXPERTS -> "Thuê chuyên gia nước ngoài";
            case MATERIALS -> "Nguyên vật liệu, phân tích mẫu";
            case EQUIPMENT -> "Trạm cảm biến, máy quang phổ cầm tay";
            case SEMINARS_TRAVEL -> "Hội thảo, công tác phí";
            case MISSIONS_ABROAD -> "Đoàn ra";
            case OUTSOURCED_SERVICES -> "Dịch vụ thuê ngoài";
            case SURVEYS -> "Điều tra hộ trồng nhãn";
            case STATIONERY -> "Văn phòng phẩm, in ấn";
            case SELF_EVALUATION -> "Họp tự đánh giá";
            case MANAGEMENT -> "Chi quản lý chung";
            case OTHER -> "Chi khác";
        };
    }

    /** Asked for by the host, drawn up, and signed by the two registered persons. */
    void volume(int number, int tranche, LocalDate requested, LocalDate drawn, String work, int millions) {
        agenda.note(
                drawn,
                () -> story.as(Cast.OFFICER)
                        .because("Tổ chức chủ trì đề nghị xác nhận khối lượng công việc hoàn thành")
                        .under(LegalBasis.Kind.LETTER, "%02d/ĐN-ĐHSPKT".formatted(number), "Tổ chức chủ trì", requested)
                        .does(new DrawUpVolume(
                                TopicTask.volume(number),
                                TopicTask.ID,
                                Organisation.DEPARTMENT.id(),
                                "101-%d/BKL-SKHCN".formatted(number),
                                tranche,
                                requested,
                                requested,
                                List.of(new VolumeRow(work, million(millions), million(millions))),
                                million(millions),
                                null)));
        steps.signed(
                TopicTask.volume(number), drawn.plusDays(1), "Khối lượng khớp báo cáo và chứng từ", drawn.plusDays(2));
    }

    /** Both signatures on two days, sent on a third; every day a working day of its month. */
    void signed(String paper, LocalDate second, LocalDate first, LocalDate sent) {
        signed(paper, second, first, sent, false);
    }

    /** @param byDeputy the deputy signs in place of the director (KT.) */
    void signed(String paper, LocalDate second, LocalDate first, LocalDate sent, boolean byDeputy) {
        steps.signedSecond(TopicTask.paper(paper), second, "Đủ hồ sơ, trong dự toán");
        steps.signedFirst(TopicTask.paper(paper), first, "Đồng ý", byDeputy);
        steps.sent(TopicTask.paper(paper), sent);
    }

    /** The treasury sends it back for a missing enclosure; it goes again with its signatures. */
    void returned(String paper, LocalDate day, String why, LocalDate again) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Ghi theo phiếu từ chối của kho bạc")
                        .under(LegalBasis.Kind.TREASURY_VOUCHER, "TC-101/2024", TREASURY, day)
                        .does(new RecordReturn(TopicTask.paper(paper), day, why)));
        steps.compared(TopicTask.paper(paper), day.plusDays(1), "Đã đối chiếu với phiếu từ chối của kho bạc");
        agenda.note(
                again,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đã bổ sung bản sao quyết định giao dự toán, nội dung đã ký không đổi")
                        .does(new ResendTreasuryPaper(TopicTask.paper(paper))));
    }

    /** What the treasury's voucher says is recorded by one person and compared by another on the next day. */
    void executed(String paper, String voucher, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Ghi theo chứng từ kho bạc")
                        .under(LegalBasis.Kind.TREASURY_VOUCHER, voucher, TREASURY, day)
                        .does(new RecordExecution(TopicTask.paper(paper), voucher, day, null)));
        steps.compared(TopicTask.paper(paper), day.plusDays(1));
    }

    void received(String paper, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_ACCOUNTANT)
                        .because("Tiền đã về tài khoản tiền gửi của trường")
                        .does(new ConfirmReceipt(TopicTask.paper(paper), day)));
    }

    /** An advance is cleared on a table of completed work. */
    void clear(String paper, String advance, int volume, LocalDate day, List<TreasuryPaperLine> lines) {
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Khối lượng đã được xác nhận, đủ bảng kê chứng từ")
                        .does(new PrepareClearing(
                                TopicTask.paper(paper),
                                TopicTask.paper(advance),
                                "101-%s/%d".formatted(paper, day.getYear()),
                                documented("BK-101-%d/%d".formatted(volume, day.getYear()), day.minusDays(3), lines),
                                DemoPapers.sum(lines),
                                TopicTask.volume(volume),
                                null)));
    }

    /** Work done is paid for. */
    void pay(String paper, int year, int tranche, int volume, LocalDate day, List<TreasuryPaperLine> lines) {
        withdraw(
                day,
                "Thanh toán khối lượng hoàn thành đợt " + tranche,
                withdrawal(
                        paper,
                        TreasuryPaperKind.PAYMENT,
                        year,
                        tranche,
                        documented("BK-101-%d/%d".formatted(volume, year), day.minusDays(3), lines),
                        TopicTask.volume(volume)));
    }

    void withdraw(LocalDate day, String why, PrepareWithdrawal command) {
        agenda.note(day, () -> story.as(Cast.ACCOUNTANT).because(why).does(command));
    }

    static PrepareWithdrawal withdrawal(
            String paper,
            TreasuryPaperKind kind,
            int year,
            int tranche,
            List<TreasuryPaperLine> lines,
            @Nullable VolumeId volume) {
        return new PrepareWithdrawal(
                TopicTask.paper(paper),
                kind,
                TopicTask.ID,
                TopicTask.appropriation(year),
                "101-%s/%d".formatted(paper, year),
                year,
                tranche,
                lines,
                DemoPapers.sum(lines),
                TopicTask.ACCOUNT,
                volume,
                null);
    }
}
