package vn.minhchung.audit.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.RefusalSealId;
import vn.minhchung.audit.RefusalSealView;
import vn.minhchung.audit.Refused;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.Views;

/**
 * Seals yesterday, and every earlier day with attempts that was missed while the system was down. The key derives from the
 * day, so two nodes, or a second try, make one seal. Where the clock is driven, whoever drives it also seals.
 */
@Component
final class WhenDayEndsThenSealRefusals implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDayEndsThenSealRefusals.class);
    private static final long EVERY_MINUTES = 10;

    private final RefusalBook refusals;
    private final Commands commands;
    private final Views views;
    private final StoryClock clock;
    private volatile @Nullable ScheduledExecutorService running;
    private volatile @Nullable ScheduledFuture<?> sealing;

    WhenDayEndsThenSealRefusals(RefusalBook refusals, Commands commands, Views views, StoryClock clock) {
        this.refusals = refusals;
        this.commands = commands;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (clock.label() != null) return;
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("seal-refusals").factory());
        sealing = executor.scheduleWithFixedDelay(this::sealQuietly, 1, EVERY_MINUTES, TimeUnit.MINUTES);
        running = executor;
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = running;
        ScheduledFuture<?> next = sealing;
        if (next != null) next.cancel(false);
        if (executor != null) executor.shutdown();
        sealing = null;
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void sealQuietly() {
        try {
            sealDaysBefore(clock.today());
        } catch (RuntimeException e) {
            LOG.warn("sealing refused attempts failed; tried again in {} minutes", EVERY_MINUTES, e);
        }
    }

    /** Answers the days sealed now. */
    List<LocalDate> sealDaysBefore(LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>(refusals.daysBefore(today));
        days.add(today.minusDays(1));
        Map<String, LocalDate> unsealed = new HashMap<>();
        days.forEach(day -> unsealed.put(RefusalSealId.of(day).value(), day));
        Map<String, RefusalSealView> sealed =
                views.findAll(AuditViews.REFUSAL_SEAL, List.copyOf(unsealed.keySet()), views.position());
        days.removeIf(day -> sealed.containsKey(RefusalSealId.of(day).value()));
        days.removeIf(day -> !seal(day, today));
        return List.copyOf(days);
    }

    private boolean seal(LocalDate day, LocalDate today) {
        try {
            return !commands.send(new SealRefusals(day), decision(day, today), Refused.sha256(day.toString()))
                    .replayed();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.ALREADY_EXISTS) return false;
            throw refusal;
        }
    }

    private static Decision decision(LocalDate day, LocalDate today) {
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
                "seal-refusals:" + day,
                "sealRefusals",
                day.toString(),
                "process");
    }
}
