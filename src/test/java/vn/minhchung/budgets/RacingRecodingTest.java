package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.Round.m;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Command;

/**
 * A re-coding races withdrawals of the appropriation it leads to, and whatever else would settle the money it is about, over
 * the real store: what is bound never exceeds what is there, no đồng is settled twice, and what was refused passes once
 * there is room.
 */
class RacingRecodingTest extends Racing {
    private static final int PAPERS = 32;

    private final Invariants invariants = Invariants.of(department.system());

    RacingRecodingTest() {
        super(PAPERS + 1);
    }

    /** Of 1,000, 800 are the task's and 150 are held: 32 withdrawals of 25, or 30 and the re-coding of 100. */
    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_recoded_and_what_is_withdrawn_fit_together(int seed) {
        Round round = new Round(department, "recoding " + seed, 1_000, 800);
        department.send(new HoldAppropriation(round.appropriation, m(150)), Round.COMMITTEE);
        RecodePayment recoding = recoding(round, paidElsewhere(round));
        List<Race.Sent> all = new ArrayList<>();
        round.withdrawals(PAPERS, 25).forEach(paper -> all.add(new Race.Sent(paper, Round.ACCOUNTANT)));
        all.add(new Race.Sent(recoding, Round.ACCOUNTANT));

        Race.Result result = race.run(all, new Random(seed));

        boolean recoded = result.of(recoding).passed();
        assertThat(result.without(recoding).passed()).hasSize(recoded ? 30 : 32);
        assertThat(result.codes()).allSatisfy(code -> assertThat(code).isEqualTo(ErrorCode.APPROPRIATION_EXCEEDED));
        if (recoded) department.send(new CancelTreasuryPaper(recoding.paper(), "chứng từ đúng"), Round.ACCOUNTANT);
        else department.send(new ReleaseHold(round.appropriation, m(150)), Round.COMMITTEE);
        for (Race.Answer refused : result.refused())
            department.send(refused.sent().command(), Round.ACCOUNTANT);
        invariants.hold();
    }

    /** The treasury booked all of them; the confirmations arrive at once, and every one counts. */
    @ParameterizedTest
    @MethodSource("seeds")
    void payments_and_a_recoding_confirmed_at_once_are_all_booked(int seed) {
        Round round = new Round(department, "booking " + seed, 1_000, 800);
        AppropriationId wrong = paidElsewhere(round);
        RecodePayment recoding = recoding(round, wrong);
        List<TreasuryPaperId> papers = new ArrayList<>();
        for (PrepareWithdrawal paper : round.withdrawals(4, 25)) {
            department.send(paper, Round.ACCOUNTANT);
            papers.add(paper.paper());
        }
        department.send(recoding, Round.ACCOUNTANT);
        papers.add(recoding.paper());
        papers.forEach(round::recorded);

        Race.Result result = race.run(
                papers.stream()
                        .map(paper -> new Race.Sent(new ConfirmTreasuryFact(paper), Round.OFFICER))
                        .toList(),
                new Random(seed));

        assertThat(result.refusals()).isEmpty();
        assertThat(sums(round.appropriation))
                .containsEntry(LedgerAccount.ADVANCED, m(200))
                .containsEntry(LedgerAccount.COMMITTED, m(0))
                .containsEntry(LedgerAccount.ALLOCATED, m(900));
        assertThat(sums(wrong))
                .containsEntry(LedgerAccount.ADVANCED, m(0))
                .containsEntry(LedgerAccount.ALLOCATED, m(0));
        invariants.hold();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_money_is_cleared_returned_or_recoded_once(int seed) {
        Round round = new Round(department, "settling " + seed, 1_000, 800);
        PrepareWithdrawal advance = round.withdrawal("advance", 100);
        department.send(advance, Round.ACCOUNTANT);
        round.executed(advance.paper());
        List<Race.Sent> all = settling(round, advance.paper()).stream()
                .map(command -> new Race.Sent(command, Round.ACCOUNTANT))
                .toList();

        Race.Result result = race.run(all, new Random(seed));

        assertThat(result.passed()).hasSize(1);
        assertThat(result.codes())
                .hasSize(3)
                .allSatisfy(
                        code -> assertThat(code).isIn(ErrorCode.ADVANCE_OUTSTANDING_EXCEEDED, ErrorCode.INVALID_INPUT));
        Command first = result.passed().getFirst().sent().command();
        for (Race.Answer refused : result.refused()) {
            department.send(new CancelTreasuryPaper(new TreasuryPaperId(first.subject()), "lập lại"), Round.ACCOUNTANT);
            first = refused.sent().command();
            department.send(first, Round.ACCOUNTANT);
        }
        invariants.hold();
    }

    private static List<Command> settling(Round round, TreasuryPaperId advance) {
        List<TreasuryPaperLine> lines = List.of(Round.line(100));
        return List.of(
                new PrepareClearing(round.paper("clearing"), advance, "TT", lines, m(100), null, null),
                new PrepareReturn(round.paper("return"), advance, "NT", lines, m(100), "chưa dùng"),
                new ReturnAdvance(
                        round.paper("demanded"), advance, "NT", ReturnCause.NOT_DECLARED, "không được chuyển nguồn"),
                new RecodePayment(
                        round.paper("recoding"),
                        advance,
                        "DC",
                        lines,
                        round.appropriation,
                        List.of(Round.line("6650", 100)),
                        m(100),
                        "nhầm mục"));
    }

    /** 100 advanced from another string: the whole of what the task has there. */
    private AppropriationId paidElsewhere(Round round) {
        AppropriationId wrong = round.appropriation("102", 100, 100);
        PrepareWithdrawal paid = round.withdrawal("wrong", wrong, 100);
        department.send(paid, Round.ACCOUNTANT);
        round.executed(paid.paper());
        return wrong;
    }

    private static RecodePayment recoding(Round round, AppropriationId wrong) {
        assertThat(wrong).isNotEqualTo(round.appropriation);
        return new RecodePayment(
                round.paper("recoding"),
                round.paper("wrong"),
                "DC",
                List.of(Round.line(100)),
                round.appropriation,
                List.of(Round.line(100)),
                m(100),
                "nhầm loại, khoản");
    }

    /** Over the record, as it stands. */
    private Map<LedgerAccount, Vnd> sums(AppropriationId appropriation) {
        Map<LedgerAccount, Vnd> sums = new EnumMap<>(LedgerAccount.class);
        for (Recorded each : department.system().bean(RecordedEvents.class).read(0, Integer.MAX_VALUE))
            if (each.event() instanceof MoneyEvent money)
                money.postings().stream()
                        .filter(posting -> appropriation.equals(posting.appropriation()))
                        .forEach(posting -> sums.merge(posting.account(), posting.amount(), Vnd::plus));
        return sums;
    }
}
