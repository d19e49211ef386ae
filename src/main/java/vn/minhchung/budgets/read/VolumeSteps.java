package vn.minhchung.budgets.read;

import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.VolumeEvent;
import vn.minhchung.budgets.VolumeEvent.*;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;

/** Whom a table of completed work waits for, counted from the day the host asked for it. */
final class VolumeSteps {
    private VolumeSteps() {}

    static void project(VolumeEvent event, WaitingList list) {
        String id = event.volume().value();
        switch (event) {
            case VolumeDrawnUp e ->
                list.waits(id, WaitingStep.SIGN_VOLUME_SECOND, id, e.project(), null, e.requestedOn());
            case VolumeSignedSecond e -> {
                WaitingView before = list.views().get(BudgetsViews.WAITING, id);
                list.waits(
                        id,
                        WaitingStep.SIGN_VOLUME_FIRST,
                        id,
                        e.project(),
                        null,
                        before == null ? null : before.countsFrom());
            }
            case VolumeConfirmed _ -> list.done(id);
            case VolumeCancelled _ -> list.dropped(id);
            case VolumeUsed _, VolumeFreed _ -> {
                // nobody is waited for
            }
        }
    }
}
