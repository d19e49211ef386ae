package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** The steps every paper of the demo and of its stories takes after it was prepared. */
final class DemoPapers {
    /** What the treasury knows spending on research topics by. */
    static final String TOPIC_ITEM = "7017";

    private static final int SIGNED_BY_DEPUTY = 8;

    private final Story story;
    private final Agenda agenda;

    DemoPapers(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    static List<TreasuryPaperLine> lines(Vnd amount) {
        List<Vnd> parts = amount.allocate(6, 4);
        return List.of(
                new TreasuryPaperLine(
                        LineCategory.REMUNERATION,
                        TOPIC_ITEM,
                        FundSource.STATE_BUDGET,
                        parts.get(0),
                        "Tạm ứng thù lao tham gia nhiệm vụ"),
                new TreasuryPaperLine(
                        LineCategory.MATERIALS,
                        TOPIC_ITEM,
                        FundSource.STATE_BUDGET,
                        parts.get(1),
                        "Tạm ứng nguyên vật liệu"));
    }

    static Vnd sum(List<TreasuryPaperLine> lines) {
        return Vnd.sum(lines.stream().map(TreasuryPaperLine::amount).toList());
    }

    void signed(DemoTask task, TreasuryPaperId paper, LocalDate day) {
        signedSecond(paper, day, "Đủ hồ sơ, trong dự toán");
        signedFirst(paper, day.plusDays(1), "Đồng ý tạm ứng", task.number() == SIGNED_BY_DEPUTY);
        sent(paper, day.plusDays(2));
    }

    void signedSecond(TreasuryPaperId paper, LocalDate day, String why) {
        agenda.note(day, () -> story.as(Cast.CHIEF_ACCOUNTANT).because(why).does(new SignSecond(paper)));
    }

    /** @param byDeputy the deputy signs in place of the director (KT.) */
    void signedFirst(TreasuryPaperId paper, LocalDate day, String why, boolean byDeputy) {
        agenda.note(
                day,
                () -> story.as(byDeputy ? Cast.DEPUTY : Cast.DIRECTOR)
                        .because(why)
                        .in(byDeputy ? Capacity.KT : Capacity.SELF)
                        .does(new SignFirst(paper)));
    }

    void sent(TreasuryPaperId paper, LocalDate day) {
        agenda.note(day, () -> story.as(Cast.ACCOUNTANT).because("Gửi kho bạc").does(new SendToTreasury(paper)));
    }

    /** Both signatures under a table of completed work. */
    void signed(VolumeId volume, LocalDate second, String why, LocalDate first) {
        agenda.note(second, () -> story.as(Cast.CHIEF_ACCOUNTANT).because(why).does(new SignVolumeSecond(volume)));
        agenda.note(
                first,
                () -> story.as(Cast.DIRECTOR)
                        .because("Xác nhận khối lượng hoàn thành")
                        .does(new SignVolumeFirst(volume)));
    }

    void executed(DemoTask task, TreasuryPaperId paper, LocalDate day, String suffix) {
        booked(task, paper, day, suffix, null);
        received(task, paper, day);
    }

    void received(DemoTask task, TreasuryPaperId paper, LocalDate day) {
        Cast accountant = task.host() == Organisation.HOST ? Cast.HOST_ACCOUNTANT : Cast.HOST2_ACCOUNTANT;
        agenda.note(
                day.plusDays(4),
                () -> story.as(accountant)
                        .because("Đã nhận tiền về tài khoản tiền gửi")
                        .does(new ConfirmReceipt(paper, day.plusDays(1))));
    }

    /**
     * The treasury's fact is recorded by one person and compared with the voucher by another.
     *
     * @param lines what was booked, where it was less than the paper asks
     */
    void booked(
            DemoTask task,
            TreasuryPaperId paper,
            LocalDate day,
            String suffix,
            @Nullable List<TreasuryPaperLine> lines) {
        booked(paper, "KB-%d-%03d%s".formatted(task.year(), task.number(), suffix), day, day, lines);
        compared(paper, day.plusDays(1));
    }

    /** @param typed the day the accountant had the voucher */
    void booked(
            TreasuryPaperId paper,
            String voucher,
            LocalDate executedOn,
            LocalDate typed,
            @Nullable List<TreasuryPaperLine> lines) {
        agenda.note(
                typed,
                () -> treasury(Cast.ACCOUNTANT, voucher, executedOn)
                        .does(new RecordExecution(paper, voucher, executedOn, lines)));
    }

    void compared(TreasuryPaperId paper, LocalDate day) {
        compared(paper, day, "Đã đối chiếu với chứng từ kho bạc");
    }

    void compared(TreasuryPaperId paper, LocalDate day, String why) {
        agenda.note(day, () -> story.as(Cast.CHIEF_ACCOUNTANT).because(why).does(new ConfirmTreasuryFact(paper)));
    }

    Story.As treasury(Cast who, String voucher, LocalDate day) {
        return story.as(who)
                .because("Ghi theo chứng từ kho bạc")
                .under(LegalBasis.Kind.TREASURY_VOUCHER, voucher, "Kho bạc Nhà nước", day);
    }
}
