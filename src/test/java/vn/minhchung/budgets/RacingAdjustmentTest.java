package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.Round.m;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectExamples;

/**
 * The decision of an adjustment races withdrawals of the same task, over the real store: a line is never drawn beyond what
 * is approved on it, no money leaves for a host that is the host no longer, and what was refused passes once nothing stands
 * in its way.
 */
class RacingAdjustmentTest extends Racing {
    private static final int PAPERS = 12;
    private static final int ROOM = 6;
    private static final OrganisationId SUCCESSOR = new OrganisationId(Id.derived("organisation", "successor"));

    private final Invariants invariants = Invariants.of(department.system());

    RacingAdjustmentTest() {
        super(PAPERS + 1);
    }

    @BeforeAll
    void one_department() {
        department.inForce("withdrawal.line-limit", Round.DIRECTOR);
        department.send(
                new RegisterOrganisation(SUCCESSOR, "Viện kế thừa", OrganisationKind.RESEARCH_INSTITUTE, null),
                Round.OFFICER);
    }

    /** Twelve withdrawals of 30 of a line that the adjustment lowers to 200 for another: six fit, or all twelve and no adjustment. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_line_is_not_drawn_beyond_what_is_approved_on_it(int seed) {
        Round round = new Round(department, "lowering " + seed, LineCategory.MATERIALS, 1_000, 1_000);
        DecideAdjustment lowering = asked(
                round,
                AdjustmentKind.NON_KHOAN_BUDGET,
                AdjustmentContent.budget(
                        List.of(share(LineCategory.MATERIALS, 200), share(LineCategory.EQUIPMENT, 3_800)), List.of()));
        department.send(
                new RecordAdjustmentOpinion(
                        lowering.adjustment(), AdjustmentOpinion.By.EXPERTS, true, "12/BB-HĐ", Department.TODAY),
                Round.OFFICER);
        List<PrepareWithdrawal> papers = round.withdrawals(PAPERS, 30);

        Race.Result result = run(lowering, papers, seed);

        Race.Result drawn = result.without(lowering);
        if (result.of(lowering).passed()) {
            assertThat(drawn.passed()).hasSize(ROOM);
            assertThat(result.codes()).hasSize(PAPERS - ROOM).containsOnly(ErrorCode.LINE_EXCEEDED);
            drawn.passed().forEach(this::cancelled);
        } else {
            assertThat(drawn.passed()).hasSize(PAPERS);
            assertThat(result.codes()).containsExactly(ErrorCode.BUDGET_BELOW_DRAWN);
            drawn.passed().stream().limit(ROOM).forEach(this::cancelled);
        }
        result.refused().forEach(this::again);
        invariants.hold();
    }

    /** Papers for the old host, signed and on their way to the treasury: none leaves after another host took its place. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_withdrawal_is_sent_for_a_host_that_was_succeeded(int seed) {
        Round round = new Round(department, "succession " + seed, 1_000, 1_000);
        DecideAdjustment succession =
                asked(round, AdjustmentKind.HOST, AdjustmentContent.succeededBy(SUCCESSOR, "12/QĐ-UBND"));
        List<SendToTreasury> sending = new ArrayList<>();
        for (PrepareWithdrawal paper : round.withdrawals(PAPERS, 30)) {
            department.send(paper, Round.ACCOUNTANT);
            round.signed(paper.paper());
            sending.add(new SendToTreasury(paper.paper()));
        }

        Race.Result result = run(succession, sending, seed);

        Race.Answer decided = result.of(succession);
        assertThat(decided.passed()).isTrue();
        assertThat(result.codes())
                .allSatisfy(code -> assertThat(code).isEqualTo(ErrorCode.DEPOSIT_ACCOUNT_OF_ANOTHER_HOST));
        assertThat(result.without(succession).passed())
                .allSatisfy(answer -> assertThat(answer.position()).isLessThan(decided.position()));
        result.refused().forEach(this::cancelled);
        invariants.hold();
    }

    private static BudgetShare share(LineCategory line, long millions) {
        return new BudgetShare(FundSource.STATE_BUDGET, line, 2025, m(millions));
    }

    private static DecideAdjustment decision(AdjustmentId adjustment) {
        return new DecideAdjustment(
                adjustment,
                AdjustmentOutcome.APPROVED,
                null,
                "Đủ điều kiện",
                "PL-" + adjustment.value(),
                Department.TODAY,
                null);
    }

    private DecideAdjustment asked(Round round, AdjustmentKind kind, AdjustmentContent content) {
        AdjustmentId adjustment = new AdjustmentId(Id.derived("adjustment", round.task.value()));
        department.send(
                new RequestAdjustment(adjustment, round.task, kind, content, "Thực tế thay đổi"),
                Department.hostHead(ProjectExamples.HOST));
        return decision(adjustment);
    }

    private Race.Result run(DecideAdjustment adjustment, List<? extends TreasuryPaperCommand> commands, int seed) {
        List<Race.Sent> all = new ArrayList<>();
        commands.forEach(command -> all.add(new Race.Sent(command, Round.ACCOUNTANT)));
        all.add(new Race.Sent(adjustment, Round.DIRECTOR));
        return race.run(all, new Random(seed));
    }

    private void cancelled(Race.Answer answer) {
        TreasuryPaperId paper = new TreasuryPaperId(answer.sent().command().subject());
        department.send(new CancelTreasuryPaper(paper, "lập lại"), Round.ACCOUNTANT);
    }

    private void again(Race.Answer refused) {
        Decision by = refused.sent().by();
        department.send(refused.sent().command(), by);
    }
}
