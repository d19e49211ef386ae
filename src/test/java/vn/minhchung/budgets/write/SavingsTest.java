package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Items.share;
import static vn.minhchung.budgets.write.Spent.file;
import static vn.minhchung.budgets.write.Spent.item;
import static vn.minhchung.budgets.write.Spent.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingPart;
import vn.minhchung.budgets.SavingPart.Receiver;
import vn.minhchung.budgets.SavingsCommand.AcceptSaving;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SavingsCommand.ReturnSaving;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SavingsReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.DecisionFixture.Then;

class SavingsTest {
    private static final Decision BY_HOST = Decisions.takenFor(HOST, "kế toán viện", Role.HOST_ACCOUNTANT);
    private static final SavingsReportId SAVING = new SavingsReportId(Id.derived("savings-report", "a"));
    private static final TaskFacts RUNNING = Cast.task(
            TASK, true, KhoanMode.TUNG_PHAN, share(LineCategory.OTHER, 30), share(LineCategory.EQUIPMENT, 20));
    private static final TaskFacts FACTS = Cast.ended(RUNNING, false, Grade.PASSED);

    private final AllShipped rules = new AllShipped();
    private final DecisionFixture fixture = DecisionFixture.of(aggregates -> {
        EstimateDesk estimates = new EstimateDesk(aggregates, _ -> FACTS, rules, new Cast.Everybody());
        return List.of(
                new SpendingDesk(aggregates, _ -> FACTS, estimates, rules, new Cast.Everybody()),
                new SavingsDesk(aggregates, _ -> FACTS, estimates, rules));
    });

    /** 22 of 30 million of other costs are spent, 15 of 20 of equipment. */
    private void spent() {
        fixture.given(
                        file("a", false, item(LineCategory.OTHER, 22, "1"), item(LineCategory.EQUIPMENT, 15, "2")),
                        BY_HOST)
                .given(new AcceptSpendingReport(report("a"), null), ACCOUNTANT);
    }

    private void declared(boolean hostFund, boolean scienceFund, SavingLine... lines) {
        fixture.given(new DeclareSaving(SAVING, TASK, List.of(lines), hostFund, scienceFund), BY_HOST);
    }

    private static SavingLine line(LineCategory line, long millions, long notDone) {
        return new SavingLine(line, 2025, true, m(millions), m(notDone));
    }

    private Then accept() {
        return fixture.when(new AcceptSaving(SAVING), CHIEF);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 'HOST_INCOME 8000000, HOST_FUND 2500000, SCIENCE_FUND 2500000'",
        "false, true, 'HOST_INCOME 8000000, SCIENCE_FUND 5000000'",
        "true, false, 'HOST_INCOME 8000000, HOST_FUND 2500000, STATE_BUDGET 2500000'",
        "false, false, 'HOST_INCOME 8000000, STATE_BUDGET 5000000'"
    })
    void khoan_money_is_the_hosts_income_and_the_rest_is_halved_between_the_funds(
            boolean hostFund, boolean scienceFund, String expected) {
        spent();
        declared(hostFund, scienceFund, line(LineCategory.OTHER, 8, 0), line(LineCategory.EQUIPMENT, 5, 0));

        SavingAccepted accepted = (SavingAccepted) accept().events().getFirst();

        assertThat(accepted.parts())
                .extracting(part -> part.receiver() + " " + part.amount())
                .containsExactly(expected.split(", "));
        assertThat(Vnd.sum(accepted.parts().stream().map(SavingPart::amount).toList()))
                .isEqualTo(accepted.total());
        assertThat(accepted.parts()).extracting(SavingPart::receiver).contains(Receiver.HOST_INCOME);
        assertThat(accepted.postings())
                .filteredOn(p -> p.account() == LedgerAccount.SAVED)
                .extracting(Posting::amount)
                .containsExactly(m(8), m(5));
    }

    @ParameterizedTest
    @CsvSource({"8, 0, ''", "9, 0, 8000000", "6, 2, ''", "6, 3, 5000000"})
    void work_that_was_not_done_is_no_saving(long saved, long notDone, String limit) {
        spent();
        declared(true, true, line(LineCategory.OTHER, saved, notDone));

        Then then = accept();

        if (limit.isEmpty()) assertThat(then.events()).hasSize(2);
        else assertThat(then.expectRefusal(ErrorCode.SAVING_EXCEEDED).facts()).containsEntry("limit", limit);
    }

    @Test
    void the_same_money_is_not_saved_twice() {
        spent();
        declared(true, true, line(LineCategory.OTHER, 8, 0));
        fixture.given(new AcceptSaving(SAVING), CHIEF);
        SavingsReportId again = new SavingsReportId(Id.derived("savings-report", "b"));
        fixture.given(new DeclareSaving(again, TASK, List.of(line(LineCategory.OTHER, 1, 0)), true, true), BY_HOST);

        fixture.when(new AcceptSaving(again), CHIEF).expectRefusal(ErrorCode.SAVING_EXCEEDED);
    }

    @Test
    void what_was_saved_of_a_line_is_neither_spent_nor_moved_to_another() {
        spent();
        declared(true, true, line(LineCategory.OTHER, 8, 0), line(LineCategory.EQUIPMENT, 2, 0));
        fixture.given(new AcceptSaving(SAVING), CHIEF);
        fixture.given(file("b", false, item(LineCategory.OTHER, 1, "3")), BY_HOST);
        assertThat(fixture.when(new AcceptSpendingReport(report("b"), null), ACCOUNTANT)
                        .expectRefusal(ErrorCode.LINE_EXCEEDED)
                        .facts())
                .containsEntry("limit", "22000000")
                .containsEntry("actual", "23000000")
                .containsEntry("remaining", "0");
        fixture.given(file("c", false, item(LineCategory.EQUIPMENT, 3, "4")), BY_HOST)
                .given(new AcceptSpendingReport(report("c"), null), ACCOUNTANT);
    }

    @Test
    void a_saving_rests_on_a_signed_report_and_is_accepted_once_by_somebody_else() {
        spent();
        DeclareSaving command = new DeclareSaving(SAVING, TASK, List.of(line(LineCategory.OTHER, 8, 0)), true, true);
        fixture.when(command, Cast.with(BY_HOST)).expectRefusal(ErrorCode.BASIS_REQUIRED);
        fixture.given(command, BY_HOST);

        fixture.when(new AcceptSaving(SAVING), Decisions.taken("kế toán viện", Role.CHIEF_ACCOUNTANT))
                .expectRefusal(ErrorCode.FOUR_EYES);
        fixture.when(new ReturnSaving(SAVING, " "), DIRECTOR).expectRefusal(ErrorCode.REASON_REQUIRED);
        fixture.given(new ReturnSaving(SAVING, "còn việc chưa làm"), DIRECTOR);
        accept().expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void amounts_are_above_zero_and_another_host_declares_nothing() {
        fixture.when(new DeclareSaving(SAVING, TASK, List.of(), true, true), BY_HOST)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(new DeclareSaving(SAVING, TASK, List.of(line(LineCategory.OTHER, 0, 0)), true, true), BY_HOST)
                .expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        fixture.when(new DeclareSaving(SAVING, TASK, List.of(line(LineCategory.OTHER, 1, -1)), true, true), BY_HOST)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        for (int year : new int[] {2024, 2028})
            fixture.when(
                            new DeclareSaving(
                                    SAVING,
                                    TASK,
                                    List.of(new SavingLine(LineCategory.OTHER, year, true, m(1), Vnd.ZERO)),
                                    true,
                                    true),
                            BY_HOST)
                    .expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(
                        new DeclareSaving(SAVING, TASK, List.of(line(LineCategory.OTHER, 1, 0)), true, true),
                        Decisions.takenFor(Cast.DEPARTMENT, "người khác", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.NOT_FOUND);
    }
}
