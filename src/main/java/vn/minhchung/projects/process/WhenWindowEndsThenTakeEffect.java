package vn.minhchung.projects.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RoundsProcess;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentState;
import vn.minhchung.projects.AdjustmentView;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.rules.DueDay;

/**
 * What the host decided takes effect when the window for objections has gone by. The views say which windows may be over;
 * whether one is, the command decides by the record. The key derives from the adjustment, so two nodes, or a second try,
 * make one event.
 */
@Component
final class WhenWindowEndsThenTakeEffect implements RoundsProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WhenWindowEndsThenTakeEffect.class);
    private static final String NAME = "projects.CompleteWindows";
    private static final Duration FIRST_AFTER = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int AT_ONCE = 500;
    private static final String WINDOW = "adjustment-objection";

    private final Commands commands;
    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;
    private final DeadLetters letters;

    WhenWindowEndsThenTakeEffect(
            Commands commands, Views views, BatchSource<DueDay.Key, DueDay> dueDays, DeadLetters letters) {
        this.commands = commands;
        this.views = views;
        this.dueDays = dueDays;
        this.letters = letters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration firstAfter() {
        return FIRST_AFTER;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void round(LocalDate today) {
        completeBefore(today);
    }

    /** Answers the adjustments that took effect now. */
    List<AdjustmentId> completeBefore(LocalDate today) {
        long position = views.position();
        List<AdjustmentId> completed = new ArrayList<>();
        long after = 0;
        Page<AdjustmentView> page;
        do {
            page = views.page(
                    ProjectViews.ADJUSTMENTS,
                    Filter.none().and("v.state = :state", "state", AdjustmentState.NOTIFIED.name()),
                    position,
                    after,
                    AT_ONCE);
            Map<DueDay.Key, DueDay> due = dueDays.load(page.items().stream()
                    .map(item -> window(item.view(), position))
                    .distinct()
                    .toList());
            for (Page.Item<AdjustmentView> item : page.items()) {
                after = item.order();
                AdjustmentId id = new AdjustmentId(item.id());
                DueDay last = due.get(window(item.view(), position));
                if (last == null || !today.isAfter(last.on())) continue;
                // A task's adjustments take effect in their order.
                letters.attempt(
                        new DeadLetters.Work(NAME, item.view().projectId().value(), id.value()), () -> {
                            if (complete(id, today)) completed.add(id);
                        });
            }
        } while (page.hasNext());
        return completed;
    }

    private static DueDay.Key window(AdjustmentView adjustment, long position) {
        return DueDay.Key.counted(position, WINDOW, adjustment.askedOn());
    }

    /** What is refused, as when the new investigator leads another task by now, waits for people. */
    private boolean complete(AdjustmentId id, LocalDate today) {
        try {
            return !commands.send(
                            new CompleteAdjustmentWindow(id),
                            SystemActor.decision(today, "window:" + id.value(), "completeAdjustmentWindow", id.value()))
                    .replayed();
        } catch (Refusal refusal) {
            LOG.info("{} did not take effect by itself: {}", id, refusal.getMessage());
            return false;
        }
    }
}
