package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.YearEndTask.CATTLE;
import static vn.minhchung.demo.YearEndTask.LONGAN;
import static vn.minhchung.demo.YearEndTask.TURMERIC;
import static vn.minhchung.demo.YearEndTask.appropriation;
import static vn.minhchung.demo.YearEndTask.carryOver;
import static vn.minhchung.demo.YearEndTask.programme;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.CarryOverCommand.ConfirmCarryOver;
import vn.minhchung.budgets.CarryOverCommand.DeclareCarryOver;
import vn.minhchung.budgets.CarryOverCommand.Part;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverConfirmation;
import vn.minhchung.budgets.CarryOverCommand.RecordCarryOverLetter;
import vn.minhchung.budgets.CarryOverCommand.RejectCarryOver;
import vn.minhchung.budgets.CarryOverCommand.WithdrawCarryOver;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverOutcome;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;

/**
 * From the adjustment period to the closed year (domain.md 2.9): late vouchers, both kinds of carry-over, advances that come
 * back, the balance struck, rejected, struck again and confirmed after Tết. Amounts in million đồng.
 */
final class YearEndClosing {
    /** SHA-256 of the signed balance table. */
    static final String TABLE = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";

    /** The first working day after 3 January, a Saturday. */
    private static final LocalDate POSTED = LocalDate.of(2026, 1, 5);

    private final Story story;
    private final Agenda agenda;
    private final YearEndPapers papers;

    YearEndClosing(Story story, Agenda agenda, YearEndPapers papers) {
        this.story = story;
        this.agenda = agenda;
        this.papers = papers;
    }

    void note() {
        adjusting();
        programmeReturned();
        declared();
        confirmedByTreasury();
        lettersOfFinance();
        late();
        returned();
        cancelled();
        closed();
    }

    /** Nothing new is drawn on the old year; what was done in it is still cleared. */
    private void adjusting() {
        agenda.note(
                LocalDate.of(2026, 1, 6),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đề nghị tạm ứng tiếp từ dự toán năm 2025")
                        .inVain()
                        .does(YearEndPapers.withdrawal(CATTLE, "TU2", TreasuryPaperKind.ADVANCE, 2, 10, false)));
        papers.measured(CATTLE, 2, 1, 30, LocalDate.of(2025, 12, 22));
        papers.clearing(CATTLE, "TT2", 2, 30, LocalDate.of(2026, 1, 8));
        papers.booked(CATTLE.paper("TT2"), LocalDate.of(2026, 1, 14), LocalDate.of(2026, 1, 15), "KB-0114-1");
        agenda.note(
                LocalDate.of(2026, 1, 29),
                () -> chief("Đề nghị khoá sổ sớm").inVain().does(new CloseYear(appropriation(2025), TABLE)));
    }

    /** The programme has no appropriation in 2026: what is outstanding comes back, and its year is closed first. */
    private void programmeReturned() {
        LocalDate day = LocalDate.of(2026, 1, 14);
        agenda.note(
                day,
                () -> balance(Cast.ACCOUNTANT, "Năm 2026 chương trình không được giao dự toán", day)
                        .does(new ReturnAdvance(
                                TURMERIC.paper("NT"),
                                TURMERIC.paper("TU"),
                                "73-NT/2025",
                                ReturnCause.NO_NEXT_APPROPRIATION,
                                "Tạm ứng chưa sử dụng, năm sau không có dự toán cùng mục đích")));
        papers.sent(TURMERIC.paper("NT"), day.plusDays(1));
        papers.booked(TURMERIC.paper("NT"), LocalDate.of(2026, 1, 20), LocalDate.of(2026, 1, 21), "KB-0120-2");
        agenda.note(LocalDate.of(2026, 2, 2), () -> strike(programme()));
        agenda.note(LocalDate.of(2026, 2, 3), () -> confirm(programme()));
    }

    private void declared() {
        LocalDate day = LocalDate.of(2026, 1, 19);
        agenda.note(day, () -> {
            declares("Hợp đồng đang thực hiện, tạm ứng chưa đến hạn thanh toán", day)
                    .does(new DeclareCarryOver(
                            carryOver("longan"),
                            CarryOverKind.ADVANCE,
                            appropriation(2025),
                            million(120),
                            null,
                            List.of(LONGAN.paper("TU")),
                            "Nhiệm vụ đến 31/8/2026"));
            declares("Hợp đồng đang thực hiện, tạm ứng chưa đến hạn thanh toán", day)
                    .does(new DeclareCarryOver(
                            carryOver("cattle"),
                            CarryOverKind.ADVANCE,
                            appropriation(2025),
                            million(50),
                            null,
                            List.of(CATTLE.paper("TU")),
                            "Nhiệm vụ đến 31/8/2026"));
            declares("Kinh phí nghiên cứu khoa học được chuyển nguồn theo Luật Ngân sách nhà nước", day)
                    .does(new DeclareCarryOver(
                            carryOver("balance"),
                            CarryOverKind.APPROPRIATION,
                            appropriation(2025),
                            million(300),
                            List.of(new Part(LONGAN.id(), million(200)), new Part(CATTLE.id(), million(100))),
                            null,
                            "Đợt cấp chưa đến hạn của hai nhiệm vụ dở dang"));
            declares("Dự phòng", day)
                    .does(new DeclareCarryOver(
                            carryOver("reserve"),
                            CarryOverKind.APPROPRIATION,
                            appropriation(2025),
                            million(20),
                            null,
                            null,
                            "Khoản chi chưa gắn với nhiệm vụ"));
        });
        agenda.note(
                day.plusDays(1),
                () -> declares("Không thuộc các khoản được chuyển nguồn", day)
                        .does(new WithdrawCarryOver(carryOver("reserve"), "Chưa gắn với nhiệm vụ nào")));
    }

    /** A transposed figure is rejected; of the balance the treasury confirms less than declared. */
    private void confirmedByTreasury() {
        LocalDate day = LocalDate.of(2026, 1, 26);
        agenda.note(day, () -> confirmation("longan", 102, day));
        agenda.note(
                day,
                () -> chief("Đối chiếu với xác nhận của kho bạc")
                        .does(new RejectCarryOver(carryOver("longan"), "Kho bạc xác nhận 120, ghi nhầm 102")));
        agenda.note(day.plusDays(1), () -> {
            confirmation("longan", 120, day);
            confirmation("cattle", 50, day);
            confirmation("balance", 250, day);
        });
        agenda.note(day.plusDays(2), () -> {
            compared("longan");
            compared("cattle");
            compared("balance");
        });
    }

    /** The letter grants less still; the carried money is usable from there on only. */
    private void lettersOfFinance() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        agenda.note(
                day,
                () -> allocation(day).inVain().does(new AllocateToTask(appropriation(2026), CATTLE.id(), million(80))));
        LocalDate letter = LocalDate.of(2026, 2, 4);
        agenda.note(letter, () -> letter("longan", CarryOverOutcome.GRANTED, 120, letter));
        agenda.note(
                letter,
                () -> chief("Đã đối chiếu với văn bản").inVain().does(new ConfirmCarryOver(carryOver("longan"))));
        LocalDate other = LocalDate.of(2026, 2, 6);
        agenda.note(other, () -> {
            letter("balance", CarryOverOutcome.GRANTED, 200, other);
            compared("balance");
            compared("longan");
            letter("cattle", CarryOverOutcome.REFUSED, 0, other);
            compared("cattle");
            allocation(other).does(new AllocateToTask(appropriation(2026), CATTLE.id(), million(80)));
        });
    }

    /** Posted on 5 January, typed on 5 February: first under a wrong number. */
    private void late() {
        LocalDate typed = LocalDate.of(2026, 2, 5);
        agenda.note(
                typed,
                () -> papers.recorded("KB-0105-51", POSTED)
                        .does(new RecordExecution(LONGAN.paper("TC1"), "KB-0105-51", POSTED, null)));
        agenda.note(
                typed,
                () -> chief("Đối chiếu với chứng từ kho bạc")
                        .does(new RejectTreasuryFact(LONGAN.paper("TC1"), "Số chứng từ là KB-0105-15")));
        papers.booked(LONGAN.paper("TC1"), POSTED, typed, "KB-0105-15");
    }

    private void returned() {
        LocalDate day = LocalDate.of(2026, 2, 9);
        agenda.note(
                day,
                () -> balance(Cast.ACCOUNTANT, "Sở Tài chính không cho chuyển", day)
                        .does(new ReturnAdvance(
                                CATTLE.paper("NT"),
                                CATTLE.paper("TU"),
                                "72-NT/2025",
                                ReturnCause.NOT_GRANTED,
                                "Tạm ứng không được chuyển sang năm 2026")));
        papers.sent(CATTLE.paper("NT"), day);
        papers.booked(CATTLE.paper("NT"), LocalDate.of(2026, 2, 11), LocalDate.of(2026, 2, 12), "KB-0211-1");
    }

    private void cancelled() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        agenda.note(
                day,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Huỷ dự toán không còn nhu cầu sử dụng")
                        .under(LegalBasis.Kind.LETTER, "171/STC-NS", "Sở Tài chính", day)
                        .recordingFor(Cast.FINANCE.person(), Role.FINANCE, "Giám đốc Sở Tài chính", day, "171/STC-NS")
                        .does(new CancelAppropriation(appropriation(2025), million(100))));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Đã đối chiếu với văn bản")
                        .does(new ConfirmAppropriationChange(appropriation(2025), 3)));
    }

    /** Struck before Tết, confirmed after it: late by the calendar of the year end. */
    private void closed() {
        LocalDate day = LocalDate.of(2026, 2, 12);
        agenda.note(day, () -> strike(appropriation(2025)));
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Chưa có xác nhận số dư của kho bạc")
                        .does(new RejectYearClosing(appropriation(2025), "Kèm Mẫu 31 có xác nhận của kho bạc")));
        agenda.note(day.plusDays(1), () -> strike(appropriation(2025)));
        agenda.note(LocalDate.of(2026, 2, 24), () -> confirm(appropriation(2025)));
        LocalDate after = LocalDate.of(2026, 2, 25);
        agenda.note(
                after,
                () -> papers.recorded("KB-0105-16", POSTED)
                        .inVain()
                        .does(new RecordExecution(LONGAN.paper("TC2"), "KB-0105-16", POSTED, null)));
    }

    private void strike(AppropriationId of) {
        chief("Số dư đã đối chiếu").does(new CloseYear(of, TABLE));
    }

    private void confirm(AppropriationId of) {
        story.as(Cast.DIRECTOR).because("Số dư khớp xác nhận của kho bạc").does(new ConfirmYearClosing(of));
    }

    private Story.As allocation(LocalDate day) {
        return story.as(Cast.DIRECTOR)
                .because("Phân bổ dự toán năm 2026 cho nhiệm vụ")
                .under(LegalBasis.Kind.DECISION, "18/QĐ-SKHCN", "Sở KH&CN", day);
    }

    private void letter(String what, CarryOverOutcome outcome, long millions, LocalDate day) {
        story.as(Cast.ACCOUNTANT)
                .because("Ghi theo văn bản của Sở Tài chính")
                .under(LegalBasis.Kind.LETTER, "155/STC-NS", "Sở Tài chính", day)
                .recordingFor(Cast.FINANCE.person(), Role.FINANCE, "Giám đốc Sở Tài chính", day, "155/STC-NS")
                .does(new RecordCarryOverLetter(carryOver(what), outcome, million(millions), null));
    }

    private void confirmation(String what, long millions, LocalDate day) {
        balance(Cast.ACCOUNTANT, "Ghi theo xác nhận của kho bạc", day)
                .does(new RecordCarryOverConfirmation(carryOver(what), million(millions), day));
    }

    private void compared(String what) {
        chief("Đã đối chiếu với văn bản").does(new ConfirmCarryOver(carryOver(what)));
    }

    private Story.As declares(String why, LocalDate day) {
        return balance(Cast.ACCOUNTANT, why, day);
    }

    private Story.As balance(Cast who, String why, LocalDate day) {
        return story.as(who).because(why).under(LegalBasis.Kind.MINUTES, "Mẫu 31", "Kho bạc Nhà nước", day);
    }

    private Story.As chief(String why) {
        return story.as(Cast.CHIEF_ACCOUNTANT).because(why);
    }
}
