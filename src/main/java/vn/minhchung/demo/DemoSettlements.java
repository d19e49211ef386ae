package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;

/** What becomes of the first advance within its year: cleared, returned, and the next instalment paid. */
final class DemoSettlements {
    private static final int PAPER_CLEARING = 11;
    private static final int PAPER_RETURN = 12;
    private static final int PAPER_CANCELLED = 13;
    private static final int PAPER_PAYMENT = 14;
    private static final int PAPER_UNFINISHED = 15;
    private static final int PAPER_RECODING_CANCELLED = 16;
    private static final int PAPER_RECODING = 17;
    /** Pays back what it does not need. */
    private static final int RETURNING = 1;
    /** Its next instalment is paid for work done, a part of it refused by the treasury. */
    private static final int PAID_IN_PART = 19;

    /** What still waits for a signature when the story ends. */
    private static final int WAITS_FOR_FIRST = 27;

    private static final int WAITS_FOR_SECOND = 28;
    private static final LocalDate NEAR_THE_END = LocalDate.of(2026, 6, 23);

    private static final Vnd PAYMENT = new Vnd(60_000_000);

    private final Story story;
    private final Agenda agenda;
    private final DemoMoney money;
    private final DemoPapers papers;

    DemoSettlements(Story story, Agenda agenda, DemoMoney money, DemoPapers papers) {
        this.story = story;
        this.agenda = agenda;
        this.money = money;
        this.papers = papers;
    }

    /** @param paid the day the advance was executed */
    void note(DemoTask task, TreasuryPaperId advance, LocalDate paid, Vnd amount) {
        LocalDate cleared = paid.plusDays(100);
        if (cleared.plusDays(60).getYear() != paid.getYear()) return;
        List<Vnd> parts = amount.allocate(6, 1, 3);
        clearing(task, advance, cleared, parts.get(0));
        if (task.number() == RETURNING) {
            giveBack(task, advance, cleared.plusDays(20), parts.get(1));
            recoding(task, cleared.plusDays(30), DemoPapers.lines(parts.get(0)).subList(0, 1));
        }
        if (task.number() == PAID_IN_PART) payment(task, cleared.plusDays(20));
        if (task.number() == WAITS_FOR_FIRST || task.number() == WAITS_FOR_SECOND)
            unfinished(task, advance, task.number() == WAITS_FOR_FIRST, parts.get(1));
    }

    private void clearing(DemoTask task, TreasuryPaperId advance, LocalDate day, Vnd amount) {
        TreasuryPaperId wrong = task.paper(PAPER_CANCELLED);
        TreasuryPaperId paper = task.paper(PAPER_CLEARING);
        volume(task, 1, 1, day, amount);
        if (task.number() == RETURNING) {
            wrongVolume(task, day);
            agenda.note(
                    day.minusDays(1),
                    () -> story.as(Cast.ACCOUNTANT)
                            .because("Khối lượng đợt 1 đã được xác nhận")
                            .does(clearing(task, wrong, advance, "13", amount, 1)));
            agenda.note(
                    day,
                    () -> story.as(Cast.ACCOUNTANT)
                            .does(new CancelTreasuryPaper(wrong, "Thiếu bảng kê chứng từ, lập lại")));
        }
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Khối lượng đợt 1 đã được xác nhận, đủ bảng kê")
                        .does(clearing(task, paper, advance, "11", amount, 1)));
        papers.signed(task, paper, day.plusDays(1));
        papers.booked(task, paper, day.plusDays(5), "t", null);
    }

    private static PrepareClearing clearing(
            DemoTask task, TreasuryPaperId paper, TreasuryPaperId advance, String number, Vnd amount, int volume) {
        return new PrepareClearing(
                paper,
                advance,
                number(task, number),
                documented(task, DemoPapers.lines(amount)),
                amount,
                volumeId(task, volume),
                null);
    }

    /** What was advanced is cleared with the payrolls and bills of the host. */
    private static List<TreasuryPaperLine> documented(DemoTask task, List<TreasuryPaperLine> lines) {
        LocalDate date = task.start().plusDays(60);
        return lines.stream()
                .map(line -> new TreasuryPaperLine(
                        line.line(),
                        line.item(),
                        line.source(),
                        line.amount(),
                        line.content().replace("Tạm ứng ", "Thanh toán "),
                        "BK-%02d/%s".formatted(task.number(), line.line()),
                        date))
                .toList();
    }

    /** Drawn up and signed in the days before; the papers of the day rest on it. */
    private VolumeId volume(DemoTask task, int number, int tranche, LocalDate day, Vnd amount) {
        VolumeId volume = volumeId(task, number);
        List<Vnd> parts = amount.allocate(6, 4);
        agenda.note(
                day.minusDays(6),
                () -> story.as(Cast.OFFICER)
                        .because("Tổ chức chủ trì đề nghị xác nhận khối lượng hoàn thành")
                        .does(new DrawUpVolume(
                                volume,
                                task.id(),
                                Organisation.DEPARTMENT.id(),
                                "%02d-%d/BKL-SKHCN".formatted(task.number(), number),
                                tranche,
                                day.minusDays(16),
                                day.minusDays(20),
                                List.of(
                                        new VolumeRow("Điều tra, khảo sát, phân tích mẫu", parts.get(0), parts.get(0)),
                                        new VolumeRow("Báo cáo chuyên đề", parts.get(1), parts.get(1))),
                                amount,
                                null)));
        papers.signed(volume, day.minusDays(4), "Khối lượng đúng với biên bản kiểm tra", day.minusDays(3));
        return volume;
    }

    /** A table drawn up for the wrong instalment; another, near the end, still waits for its signatures. */
    private void wrongVolume(DemoTask task, LocalDate day) {
        VolumeId wrong = volume(task, 4, 2, day.minusDays(10), PAYMENT);
        agenda.note(
                day.minusDays(12),
                () -> story.as(Cast.OFFICER).does(new CancelVolume(wrong, "Ghi nhầm đợt cấp, lập lại")));
    }

    private static VolumeId volumeId(DemoTask task, int number) {
        return new VolumeId(Id.derived("volume", "demo", Integer.toString(task.number()), Integer.toString(number)));
    }

    private void unfinished(DemoTask task, TreasuryPaperId advance, boolean secondSigned, Vnd amount) {
        TreasuryPaperId paper = task.paper(PAPER_UNFINISHED);
        volume(task, 3, 1, NEAR_THE_END, amount);
        agenda.note(
                NEAR_THE_END,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Khối lượng tháng 5 đã được xác nhận, đủ bảng kê")
                        .does(clearing(task, paper, advance, "15", amount, 3)));
        if (secondSigned)
            agenda.note(
                    NEAR_THE_END.plusDays(1),
                    () -> story.as(Cast.CHIEF_ACCOUNTANT)
                            .because("Đủ hồ sơ, đúng khối lượng")
                            .does(new SignSecond(paper)));
    }

    private void giveBack(DemoTask task, TreasuryPaperId advance, LocalDate day, Vnd amount) {
        TreasuryPaperId paper = task.paper(PAPER_RETURN);
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tổ chức chủ trì đề nghị nộp trả phần chưa dùng")
                        .does(new PrepareReturn(
                                paper,
                                advance,
                                number(task, "12"),
                                DemoPapers.lines(amount),
                                amount,
                                "Giá vật tư thấp hơn dự kiến, phần còn lại chưa dùng đến")));
        papers.signed(task, paper, day.plusDays(1));
        papers.booked(task, paper, day.plusDays(5), "n", null);
    }

    private void payment(DemoTask task, LocalDate day) {
        TreasuryPaperId paper = task.paper(PAPER_PAYMENT);
        VolumeId done = volume(task, 2, 2, day, PAYMENT);
        money.allocate(day.minusDays(2), task, task.year(), PAYMENT);
        List<TreasuryPaperLine> asked = DemoPapers.lines(PAYMENT);
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Thanh toán khối lượng hoàn thành đợt 2")
                        .does(new PrepareWithdrawal(
                                paper,
                                TreasuryPaperKind.PAYMENT,
                                task.id(),
                                DemoMoney.appropriation(task.khoan(), task.year()),
                                number(task, "14"),
                                task.year(),
                                2,
                                asked,
                                PAYMENT,
                                DemoMoney.depositAccount(task.host()),
                                done,
                                null)));
        papers.signed(task, paper, day.plusDays(1));
        // the treasury books the remuneration and refuses the materials
        papers.booked(task, paper, day.plusDays(5), "c", asked.subList(0, 1));
        papers.received(task, paper, day.plusDays(5));
    }

    /** What was cleared belongs to another sector; a first attempt names a wrong number and is cancelled. */
    private void recoding(DemoTask task, LocalDate day, List<TreasuryPaperLine> booked) {
        TreasuryPaperId paid = task.paper(PAPER_CLEARING);
        TreasuryPaperId wrong = task.paper(PAPER_RECODING_CANCELLED);
        TreasuryPaperId right = task.paper(PAPER_RECODING);
        String sector = task.khoan().equals("101") ? "102" : "101";
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đối chiếu quý, phát hiện hạch toán nhầm khoản")
                        .does(recoding(task, wrong, paid, "16", sector, booked)));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .does(new CancelTreasuryPaper(wrong, "Ghi sai số chứng từ kho bạc, lập lại")));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đối chiếu quý, phát hiện hạch toán nhầm khoản")
                        .does(recoding(task, right, paid, "17", sector, booked)));
        papers.signed(task, right, day.plusDays(2));
        papers.booked(task, right, day.plusDays(6), "d", null);
    }

    private static RecodePayment recoding(
            DemoTask task,
            TreasuryPaperId paper,
            TreasuryPaperId of,
            String number,
            String sector,
            List<TreasuryPaperLine> booked) {
        return new RecodePayment(
                paper,
                of,
                number(task, number),
                booked,
                DemoMoney.appropriation(sector, task.year()),
                booked,
                DemoPapers.sum(booked),
                "Nhiệm vụ thuộc khoản " + sector);
    }

    private static String number(DemoTask task, String paper) {
        return "%02d-%s/%d".formatted(task.number(), paper, task.year());
    }
}
