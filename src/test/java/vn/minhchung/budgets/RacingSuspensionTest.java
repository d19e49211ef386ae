package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.LifeCommand.ProposeSuspension;
import vn.minhchung.projects.LifeCommand.ResumeTask;
import vn.minhchung.projects.LifeCommand.SuspendTask;

/**
 * A suspension races withdrawals of the same task, over the real store. What the record then says: nothing is bound for the
 * task or sent to the treasury after the position of its suspension; and whatever was refused for it was refused for good
 * reason, so that nothing is lost: once the task goes on the same calls pass.
 */
class RacingSuspensionTest extends Racing {
    private static final int PAPERS = 12;

    RacingSuspensionTest() {
        super(PAPERS + 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_withdrawal_is_bound_after_the_suspension(int seed) {
        Round round = round("bound " + seed);

        suspended(round, round.withdrawals(PAPERS, 30), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_withdrawal_is_sent_to_the_treasury_after_the_suspension(int seed) {
        Round round = round("sent " + seed);
        List<Command> sending = new ArrayList<>();
        for (PrepareWithdrawal paper : round.withdrawals(PAPERS, 30)) {
            department.send(paper, Round.ACCOUNTANT);
            round.signed(paper.paper());
            sending.add(new SendToTreasury(paper.paper()));
        }

        suspended(round, sending, seed);
    }

    private Round round(String name) {
        Round round = new Round(department, name, 1_000, 1_000);
        department.send(new ProposeSuspension(round.task), Round.OFFICER);
        return round;
    }

    private void suspended(Round round, List<? extends Command> commands, int seed) {
        SuspendTask suspending = new SuspendTask(round.task);
        List<Race.Sent> all = new ArrayList<>();
        commands.forEach(command -> all.add(new Race.Sent(command, Round.ACCOUNTANT)));
        all.add(new Race.Sent(suspending, Round.DIRECTOR));

        Race.Result result = race.run(all, new Random(seed));

        Race.Answer suspension = result.of(suspending);
        assertThat(suspension.passed()).as("the suspension itself").isTrue();
        assertThat(result.codes()).allSatisfy(code -> assertThat(code).isEqualTo(ErrorCode.TASK_SUSPENDED));
        assertThat(result.without(suspending).passed())
                .allSatisfy(answer -> assertThat(answer.position()).isLessThan(suspension.position()));
        department.send(new ResumeTask(round.task), Round.DIRECTOR);
        for (Race.Answer refused : result.refused())
            department.send(refused.sent().command(), Round.ACCOUNTANT);
    }
}
