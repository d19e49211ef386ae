package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.StepDoneView;
import vn.minhchung.budgets.TaskWaitingView;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.ViewWriter;

/** What waits, as one event changes it: by step and, where it is a task's, by task. */
final class WaitingList {
    private final ViewWriter views;
    private final Recorded recorded;

    WaitingList(ViewWriter views, Recorded recorded) {
        this.views = views;
        this.recorded = recorded;
    }

    ViewWriter views() {
        return views;
    }

    LocalDate today() {
        return TreasuryPaperProjector.day(recorded);
    }

    /**
     * A step of the department that is due on no day. It takes the place of what waited under the same key, which is done
     * by that unless it was {@link #dropped}.
     */
    void waits(String key, WaitingStep step, String object, @Nullable ProjectId project) {
        waits(key, step, object, project, null, null);
    }

    /**
     * @param party the organisation whose people are meant; null for the department
     * @param countsFrom the day the step's due day is counted from; null where it has none
     */
    void waits(
            String key,
            WaitingStep step,
            String object,
            @Nullable ProjectId project,
            @Nullable OrganisationId party,
            @Nullable LocalDate countsFrom) {
        WaitingView before = views.get(BudgetsViews.WAITING, key);
        LocalDate since = today();
        if (before != null) {
            if (before.step() == step) since = before.since();
            else record(before);
        }
        WaitingView waiting = new WaitingView(key, step, object, project, step.roles(), party, since, countsFrom);
        views.put(BudgetsViews.WAITING, key, waiting);
        if (project != null) ofTask(project, key, waiting);
    }

    /** What waited under this key is done, and nobody is waited for under it any more. */
    void done(String key) {
        WaitingView before = views.get(BudgetsViews.WAITING, key);
        if (before != null) record(before);
        dropped(key);
    }

    /** What waited under this key is not needed any more, and was not done. */
    void dropped(String key) {
        WaitingView before = views.get(BudgetsViews.WAITING, key);
        if (before == null) return;
        views.end(BudgetsViews.WAITING, key);
        if (before.project() != null) ofTask(before.project(), key, null);
    }

    /** What waits for the old host's people waits for those of its successor. */
    void succeeded(ProjectId project, OrganisationId old, OrganisationId successor) {
        TaskWaitingView waiting = views.get(BudgetsViews.TASK_WAITING, project.value());
        if (waiting == null) return;
        for (WaitingView step : waiting.steps()) {
            if (!old.equals(step.party())) continue;
            WaitingView moved = step.ofParty(successor);
            views.put(BudgetsViews.WAITING, step.key(), moved);
            ofTask(project, step.key(), moved);
        }
    }

    /** Which step waits under this key; null where none does. */
    @Nullable
    WaitingStep step(String key) {
        WaitingView waiting = views.get(BudgetsViews.WAITING, key);
        return waiting == null ? null : waiting.step();
    }

    private void record(WaitingView step) {
        if (step.project() == null) return;
        Decision decision = recorded.envelope().decision();
        views.put(
                BudgetsViews.STEPS_DONE,
                step.key() + "#" + recorded.position(),
                new StepDoneView(
                        step,
                        today(),
                        decision == null ? null : decision.actor().person(),
                        EventId.of(recorded.id())));
    }

    private void ofTask(ProjectId project, String key, @Nullable WaitingView now) {
        TaskWaitingView before = views.get(BudgetsViews.TASK_WAITING, project.value());
        List<WaitingView> steps = new ArrayList<>();
        if (before != null)
            before.steps().stream().filter(s -> !s.key().equals(key)).forEach(steps::add);
        if (now != null) steps.add(now);
        views.put(BudgetsViews.TASK_WAITING, project.value(), new TaskWaitingView(steps));
    }
}
