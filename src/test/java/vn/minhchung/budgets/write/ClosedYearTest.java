package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.FINANCE;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OTHER_TASK;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.entry;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;
import static vn.minhchung.budgets.write.Posted.on;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.AppropriationEvent.ClosedYearCorrected;
import vn.minhchung.budgets.ClosedYearCommand.ConfirmClosedYearCorrection;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.ClosedYearCommand.RejectClosedYearCorrection;
import vn.minhchung.budgets.CorrectionLine;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundEvent.RefundReopened;
import vn.minhchung.budgets.RefundEvent.RefundRevisionDue;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewYearlySettlement;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementEvent.SettlementNoticed;
import vn.minhchung.budgets.SettlementEvent.YearlySettlementFiled;
import vn.minhchung.budgets.SettlementLine;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperEvent.LapsedWithdrawalExecuted;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * After the closing an error is corrected in the open year, with reference to what it corrects; the settlement of the year is
 * filed, reviewed and carried out (domain.md 2.8–2.10). Amounts in million đồng.
 */
class ClosedYearTest {
    private static final LocalDate LATER = LocalDate.of(2026, 3, 10);
    private static final LocalDate POSTED = LocalDate.of(2026, 1, 5);
    private static final Decision CHIEF_THEN = Decisions.on(LATER, CHIEF);
    private static final Decision DIRECTOR_THEN = Decisions.on(LATER, DIRECTOR);
    private static final SettlementId SETTLEMENT = SettlementId.of(APPROPRIATION);

    private final Cast cast = new Cast();

    /** 1,000 assigned, 700 for the task; 400 advanced and cleared; a payment of 60 was sent and lapsed. 2025 is closed. */
    @BeforeEach
    void a_closed_year() {
        cast.rules.off("advance.next");
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        cast.prepared("a", TASK, 400).executed("a");
        Settling.cleared(cast, "c", 400);
        cast.fixture.given(Papers.payment("late", 1, 60), ACCOUNTANT);
        cast.sent("late");
        ClosedYears.closed(cast);
    }

    @Test
    void what_the_treasury_did_is_not_typed_after_the_closing_but_booked_in_the_open_year_as_a_correction() {
        cast.fixture
                .when(new RecordExecution(paper("late"), "CT-late", POSTED, null), voucher(ACCOUNTANT))
                .expectRefusal(ErrorCode.APPROPRIATION_YEAR_CLOSED);
        cast.fixture.given(missed("CT-late", POSTED), voucher(CHIEF_THEN));

        List<DomainEvent> events = cast.fixture
                .when(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR_THEN)
                .events();

        ClosedYearCorrected corrected = corrected(events);
        assertThat(corrected.year()).isEqualTo(2025);
        assertThat(corrected.postings())
                .allSatisfy(p -> assertThat(p.year()).as("the open year").isEqualTo(2026))
                .allSatisfy(p -> assertThat(p.appropriation()).isEqualTo(APPROPRIATION));
        assertThat(on(corrected, LedgerAccount.PAID_DIRECTLY)).isEqualTo(m(60));
        assertThat(on(corrected, LedgerAccount.SETTLED_IN_YEAR)).isEqualTo(m(60));
        assertThat(on(corrected, LedgerAccount.ALLOCATED)).isEqualTo(m(60));
        assertThat(on(corrected, LedgerAccount.CANCELLED)).isEqualTo(m(-60));
        assertThat(Posted.sum(corrected)).isEqualTo(Vnd.ZERO);
        assertThat(corrected.effectiveOn()).isEqualTo(POSTED);
        assertThat(corrected.postedOn()).isEqualTo(LATER);
        assertThat(events).hasAtLeastOneElementOfType(LapsedWithdrawalExecuted.class);
        cast.fixture.given(new ConfirmReceipt(paper("late"), LATER), Decisions.on(LATER, HOST_HEAD));
        cast.fixture.when(missed("CT-2", POSTED), voucher(CHIEF_THEN)).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_refund_that_was_settled_without_a_payment_of_a_closed_year_is_open_again_once_that_is_known() {
        cast.put(Cast.ended(Cast.task(TASK, 1_600, true), true, null));
        RefundPart part = new RefundPart(RefundCause.OBJECTIVE, m(400), 0, "lũ lụt");
        cast.fixture.given(
                new DecideRefund(TASK, List.of(part), Vnd.ZERO, true, false), Decisions.on(LATER, DIRECTOR_THEN));
        assertThat(cast.bars.owing).as("nothing has to come back").isEmpty();
        cast.fixture.given(missed("CT-late", POSTED), voucher(CHIEF_THEN));

        List<DomainEvent> events = cast.fixture
                .when(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR_THEN)
                .events();

        assertThat(events).hasAtLeastOneElementOfType(RefundReopened.class);
        assertThat(events).last().isInstanceOfSatisfying(RefundRevisionDue.class, due -> {
            assertThat(due.decidedWith()).isEqualTo(m(400));
            assertThat(due.cleared()).isEqualTo(m(460));
        });
        assertThat(cast.bars.owing).isNotEmpty();
    }

    @Test
    void a_missed_payment_names_the_treasurys_voucher_and_a_day_the_year_still_took() {
        cast.fixture.when(missed("CT-late", POSTED), CHIEF_THEN).expectRefusal(ErrorCode.EVIDENCE_REQUIRED);
        cast.fixture.when(missed(" ", POSTED), voucher(CHIEF_THEN)).expectRefusal(ErrorCode.INVALID_INPUT);
        cast.fixture.when(missed("CT-a", Cast.TODAY), voucher(CHIEF_THEN)).events();
        cast.fixture
                .when(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR_THEN)
                .expectRefusal(ErrorCode.VOUCHER_NUMBER_USED);
    }

    @Test
    void settled_spending_is_taken_back_or_moved_between_lines_never_below_what_was_settled() {
        assertThat(on(correct(change(LineCategory.REMUNERATION, -30)), LedgerAccount.SETTLED_IN_YEAR))
                .isEqualTo(m(-30));
        ClosedYearCorrected moved = correct(change(LineCategory.REMUNERATION, -20), change(LineCategory.MATERIALS, 20));
        assertThat(moved.correction().amount()).isEqualTo(Vnd.ZERO);
        cast.fixture
                .when(ask(change(LineCategory.REMUNERATION, -351)), CHIEF_THEN)
                .expectRefusal(ErrorCode.CORRECTION_EXCEEDED);
        cast.fixture
                .when(ask(change(LineCategory.REMUNERATION, -200), change(LineCategory.REMUNERATION, -151)), CHIEF_THEN)
                .expectRefusal(ErrorCode.CORRECTION_EXCEEDED);
        correct(change(LineCategory.REMUNERATION, -350));
    }

    @Test
    void more_than_was_settled_needs_the_payment_behind_it() {
        cast.fixture
                .when(ask(change(LineCategory.REMUNERATION, 1)), CHIEF_THEN)
                .expectRefusal(ErrorCode.CORRECTION_EXCEEDED);
        cast.fixture.when(ask(), CHIEF_THEN).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_correction_refers_to_an_entry_of_the_closed_year() {
        for (String of : new String[] {entry(APPROPRIATION, 99), entry(paper("nobody"), 1), "entry:project:x/1"})
            cast.fixture
                    .when(
                            new CorrectClosedYear(
                                    APPROPRIATION,
                                    of,
                                    List.of(change(LineCategory.REMUNERATION, -1)),
                                    null,
                                    null,
                                    null,
                                    "sai",
                                    "12/BB"),
                            CHIEF_THEN)
                    .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void the_account_holder_confirms_it_or_does_not_and_is_another_person() {
        cast.fixture.given(ask(change(LineCategory.REMUNERATION, -30)), CHIEF_THEN);
        cast.fixture
                .when(
                        new ConfirmClosedYearCorrection(APPROPRIATION),
                        Decisions.on(LATER, Decisions.taken("CHIEF_ACCOUNTANT", Role.DIRECTOR)))
                .expectRefusal(ErrorCode.FOUR_EYES);
        cast.fixture.given(new RejectClosedYearCorrection(APPROPRIATION, "chưa có biên bản"), DIRECTOR_THEN);
        cast.fixture
                .when(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR_THEN)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
        correct(change(LineCategory.REMUNERATION, -30));
    }

    @Test
    void the_settlement_of_the_year_is_struck_from_the_closing_and_reviewed() {
        YearlySettlementFiled filed = (YearlySettlementFiled) cast.fixture
                .when(new FileYearlySettlement(APPROPRIATION, YearEndExamples.TABLE), CHIEF_THEN)
                .events()
                .getFirst();
        assertThat(filed.year()).isEqualTo(2025);
        assertThat(filed.table().actual()).isEqualTo(m(400));
        assertThat(filed.table().cancelled()).isEqualTo(m(600));
        assertThat(filed.lines()).containsExactly(new SettlementLine(TASK, LineCategory.REMUNERATION, "7017", m(400)));

        cast.fixture.when(approve(cut(OTHER_TASK, 1)), FINANCE).expectRefusal(ErrorCode.SETTLEMENT_EXCEEDED);
        SettlementNoticed notice = (SettlementNoticed) cast.fixture
                .when(approve(cut(TASK, 30)), Decisions.on(LATER, FINANCE))
                .events()
                .getFirst();
        assertThat(notice.settled()).isEqualTo(m(370));
        assertThat(notice.postings())
                .as("a notice moves nothing of a closed year")
                .isEmpty();
    }

    @Test
    void the_notice_is_carried_out_once_what_it_does_not_settle_is_corrected() {
        cast.fixture
                .given(new FileYearlySettlement(APPROPRIATION, YearEndExamples.TABLE), CHIEF_THEN)
                .given(approve(cut(TASK, 30)), Decisions.on(LATER, FINANCE));
        CarryOutSettlementNotice done =
                new CarryOutSettlementNotice(SETTLEMENT, "Đã điều chỉnh, thu hồi 30 triệu", null, null);
        var refusal = cast.fixture.when(done, ACCOUNTANT).expectRefusal(ErrorCode.SETTLEMENT_NOT_CARRIED_OUT);
        assertThat(refusal.facts()).containsEntry("limit", "370000000").containsEntry("actual", "400000000");
        correct(change(LineCategory.REMUNERATION, -30));
        cast.fixture.given(done, Decisions.on(LATER, ACCOUNTANT));
    }

    @Test
    void what_was_filed_must_still_be_so_when_the_year_is_reviewed() {
        cast.fixture.given(new FileYearlySettlement(APPROPRIATION, YearEndExamples.TABLE), CHIEF_THEN);
        correct(change(LineCategory.REMUNERATION, -30));
        cast.fixture.when(approve(), Decisions.on(LATER, FINANCE)).expectRefusal(ErrorCode.SETTLEMENT_CHANGED);
    }

    private ClosedYearCorrected correct(CorrectionLine... lines) {
        cast.fixture.given(ask(lines), CHIEF_THEN);
        var then = cast.fixture.when(new ConfirmClosedYearCorrection(APPROPRIATION), DIRECTOR_THEN);
        return corrected(then.events());
    }

    private static CorrectClosedYear ask(CorrectionLine... lines) {
        return new CorrectClosedYear(
                APPROPRIATION,
                entry(paper("c"), 1),
                List.of(lines),
                null,
                null,
                null,
                "Chi không đúng nội dung",
                "12/BB-SKHCN");
    }

    private static CorrectClosedYear missed(String number, LocalDate on) {
        return new CorrectClosedYear(
                APPROPRIATION,
                entry(paper("late"), 1),
                List.of(),
                paper("late"),
                number,
                on,
                "Chứng từ về sau ngày khoá sổ",
                "CT-late");
    }

    private static CorrectionLine change(LineCategory line, long millions) {
        return new CorrectionLine(TASK, 1, line, "7017", m(millions));
    }

    private static ReviewYearlySettlement approve(SettlementCut... cuts) {
        return new ReviewYearlySettlement(APPROPRIATION, SettlementOutcome.APPROVED, List.of(cuts), null);
    }

    private static SettlementCut cut(ProjectId task, long millions) {
        return new SettlementCut(task, LineCategory.REMUNERATION, "7017", m(millions), "sai định mức");
    }

    private static ClosedYearCorrected corrected(List<DomainEvent> events) {
        return events.stream()
                .filter(ClosedYearCorrected.class::isInstance)
                .map(ClosedYearCorrected.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
