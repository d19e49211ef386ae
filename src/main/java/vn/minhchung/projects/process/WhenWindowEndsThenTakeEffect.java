package vn.minhchung.projects.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
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
 * make one event. Where the clock is driven, whoever drives it also sends the command.
 */
@Component
final class WhenWindowEndsThenTakeEffect implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenWindowEndsThenTakeEffect.class);
    private static final long EVERY_MINUTES = 30;
    private static final int AT_ONCE = 500;
    private static final String WINDOW = "adjustment-objection";

    private final Commands commands;
    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;
    private final StoryClock clock;
    private volatile @Nullable ScheduledExecutorService running;

    WhenWindowEndsThenTakeEffect(
            Commands commands, Views views, BatchSource<DueDay.Key, DueDay> dueDays, StoryClock clock) {
        this.commands = commands;
        this.views = views;
        this.dueDays = dueDays;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (clock.label() != null) return;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("adjustment-windows").factory());
        var next = executor.scheduleWithFixedDelay(this::completeQuietly, 2, EVERY_MINUTES, TimeUnit.MINUTES);
        LOG.debug("windows for objections are looked at: {}", next.isDone());
        running = executor;
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = running;
        if (executor != null) executor.shutdownNow();
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void completeQuietly() {
        try {
            completeBefore(clock.today());
        } catch (RuntimeException e) {
            LOG.warn("windows for objections were not looked at; tried again in {} minutes", EVERY_MINUTES, e);
        }
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
            for (Page.Item<AdjustmentView> item : page.items()) {
                after = item.order();
                AdjustmentId id = new AdjustmentId(item.id());
                if (over(item.view(), position, today) && complete(id, today)) completed.add(id);
            }
        } while (page.hasNext());
        return completed;
    }

    private boolean over(AdjustmentView adjustment, long position, LocalDate today) {
        DueDay.Key key = DueDay.Key.counted(position, WINDOW, adjustment.askedOn());
        Map<DueDay.Key, DueDay> due = dueDays.load(List.of(key));
        DueDay last = due.get(key);
        return last != null && today.isAfter(last.on());
    }

    /** What is refused, as when the new investigator leads another task by now, waits for people. */
    private boolean complete(AdjustmentId id, LocalDate today) {
        try {
            return !commands.send(new CompleteAdjustmentWindow(id), decision(id, today))
                    .replayed();
        } catch (Refusal refusal) {
            LOG.info("{} did not take effect by itself: {}", id, refusal.getMessage());
            return false;
        }
    }

    private static Decision decision(AdjustmentId id, LocalDate today) {
        return new Decision(
                SystemActor.ACTOR,
                new Decider(
                        SystemActor.NOBODY,
                        Role.ADMIN,
                        null,
                        Capacity.SELF,
                        null,
                        null,
                        today,
                        null,
                        DecisionMode.TAKEN,
                        null),
                List.of(),
                null,
                today,
                today,
                null,
                null,
                "window:" + id.value(),
                "completeAdjustmentWindow",
                id.value(),
                "process");
    }
}
