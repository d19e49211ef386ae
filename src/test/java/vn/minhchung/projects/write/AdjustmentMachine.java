package vn.minhchung.projects.write;

import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;

import vn.minhchung.projects.AdjustmentCommand;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentCommand.ConfirmAdjustment;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentState;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What an adjustment does in each of its states: asked for, or told by the host who decided it himself. */
final class AdjustmentMachine {
    private AdjustmentMachine() {}

    static StateMachine adjustments() {
        StateMachine machine = StateMachine.of(
                "adjustment", "Adjustment of a task", AdjustmentState.class, Adjustment.class, ADJUSTMENT.value());
        machine.in(StateMachine.NONE, AdjustmentMachine::task);
        for (AdjustmentState state : AdjustmentState.values()) machine.in(state.name(), () -> in(state));
        return machine.sent(extension(), AdjustmentFixture.head())
                .sent(membersChanged(), AdjustmentFixture.head())
                .sent(new AskAdjustmentSupplement(ADJUSTMENT, "Thiếu báo cáo"), AdjustmentFixture.officer())
                .sent(new SupplementAdjustment(ADJUSTMENT, "Báo cáo A-2", null), AdjustmentFixture.head())
                .sent(
                        new RecordAdjustmentOpinion(
                                ADJUSTMENT, AdjustmentOpinion.By.EXPERTS, true, "12/BB", AdjustmentFixture.DAY),
                        AdjustmentFixture.officer())
                .sent("approved", AdjustmentFixture.approve(), AdjustmentFixture.director())
                .sent("in part", inPart(), AdjustmentFixture.director())
                .sent("refused", AdjustmentFixture.refuse(), AdjustmentFixture.director())
                .sent("recorded", AdjustmentFixture.refuse(), AdjustmentFixture.onPaper())
                .sent(new ConfirmAdjustment(ADJUSTMENT), AdjustmentFixture.second())
                .sent(new WithdrawAdjustment(ADJUSTMENT, "Không còn cần"), AdjustmentFixture.head())
                .sent(new RecordNoObjection(ADJUSTMENT), AdjustmentFixture.director())
                .sent(new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ điều kiện"), AdjustmentFixture.director())
                .sent(
                        new CompleteAdjustmentWindow(ADJUSTMENT),
                        Decisions.on(AdjustmentFixture.DAY.plusMonths(1), AdjustmentFixture.officer()))
                .takes(AdjustmentCommand.class);
    }

    private static DecisionFixture task() {
        return new AdjustmentFixture().running();
    }

    /** Brought to a state by the commands that lead there. */
    private static DecisionFixture in(AdjustmentState state) {
        return switch (state) {
            case REQUESTED -> requested();
            case SUPPLEMENT_ASKED ->
                requested()
                        .given(new AskAdjustmentSupplement(ADJUSTMENT, "Thiếu báo cáo"), AdjustmentFixture.officer());
            case DECISION_RECORDED -> requested().given(AdjustmentFixture.approve(), AdjustmentFixture.onPaper());
            case APPROVED -> requested().given(AdjustmentFixture.approve(), AdjustmentFixture.director());
            case APPROVED_IN_PART -> requested().given(inPart(), AdjustmentFixture.director());
            case REFUSED -> requested().given(AdjustmentFixture.refuse(), AdjustmentFixture.director());
            case WITHDRAWN ->
                requested().given(new WithdrawAdjustment(ADJUSTMENT, "Không còn cần"), AdjustmentFixture.head());
            case NOTIFIED -> notified();
            case OBJECTED ->
                notified().given(new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ"), AdjustmentFixture.director());
            case IN_EFFECT -> notified().given(new RecordNoObjection(ADJUSTMENT), AdjustmentFixture.director());
        };
    }

    private static DecisionFixture requested() {
        return task().given(extension(), AdjustmentFixture.head());
    }

    private static DecisionFixture notified() {
        return task().given(membersChanged(), AdjustmentFixture.head());
    }

    private static RequestAdjustment extension() {
        return AdjustmentFixture.request(AdjustmentKind.EXTENSION, AdjustmentFixture.content(AdjustmentKind.EXTENSION));
    }

    private static NotifyAdjustment membersChanged() {
        return AdjustmentFixture.notice(AdjustmentKind.MEMBERS, AdjustmentFixture.content(AdjustmentKind.MEMBERS));
    }

    private static DecideAdjustment inPart() {
        return AdjustmentFixture.inPart(AdjustmentFixture.until(2027, 6, 30));
    }
}
