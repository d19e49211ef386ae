package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.Round.m;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Command;

/**
 * 64 withdrawals of 30 m by 32 callers against 1,000 m, over the real store: exactly 33 pass. The same while a cut, or the
 * reversal of a supplement, races them: what is bound never exceeds what is there.
 */
class RacingWithdrawalsTest extends Racing {
    private static final int CALLERS = 32;
    private static final int ASKED = 64;

    RacingWithdrawalsTest() {
        super(CALLERS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exactly_33_of_64_pass_and_the_others_are_told_what_remains(int seed) {
        Round round = new Round(department, "plain " + seed, 1_000, 1_000);

        Race.Result result = race.run(papers(round), new Random(seed));

        assertThat(result.passed()).hasSize(33);
        assertThat(result.refusals())
                .hasSize(31)
                .allSatisfy(refusal -> assertThat(refusal.facts()).containsEntry("remaining", "10000000"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_cut_racing_them_leaves_nothing_bound_that_is_not_there(int seed) {
        Round round = new Round(department, "cut " + seed, 1_000, 1_000);
        CutAppropriation cut = new CutAppropriation(round.appropriation, m(100));

        Race.Result result = race.run(and(papers(round), cut, Round.COMMITTEE), new Random(seed));

        // 1,000 or 900: whichever came first, the two together fit
        assertThat(result.without(cut).passed()).hasSize(result.of(cut).passed() ? 30 : 33);
    }

    /** Of 1,000, 900 are the task's and 50 are held: 30 withdrawals, or 28 and the reversal of 100. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_reversal_racing_them_leaves_nothing_bound_that_is_not_there(int seed) {
        Round round = new Round(department, "reversal " + seed, 900, 900);
        department.send(new SupplementAppropriation(round.appropriation, m(100)), Round.COMMITTEE);
        department.send(new HoldAppropriation(round.appropriation, m(50)), Round.COMMITTEE);
        Reverse reversal = new Reverse(Entries.id(round.appropriation.value(), 3), "bổ sung nhầm", "12/BB-SKHCN");

        Race.Result result = race.run(and(papers(round), reversal, Round.CHIEF), new Random(seed));

        assertThat(result.without(reversal).passed())
                .hasSize(result.of(reversal).passed() ? 28 : 30);
    }

    private static List<Race.Sent> papers(Round round) {
        return round.withdrawals(ASKED, 30).stream()
                .map(paper -> new Race.Sent(paper, Round.ACCOUNTANT))
                .toList();
    }

    private static List<Race.Sent> and(List<Race.Sent> papers, Command other, Decision by) {
        List<Race.Sent> all = new ArrayList<>(papers);
        all.add(new Race.Sent(other, by));
        return all;
    }
}
