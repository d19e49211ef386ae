package vn.minhchung.audit.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.RefusalSealId;
import vn.minhchung.audit.RefusalSealView;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Rounds;
import vn.minhchung.kernel.Sha256;
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
    private static final String NAME = "audit.SealRefusals";
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final RefusalBook refusals;
    private final Commands commands;
    private final Views views;
    private final StoryClock clock;
    private final DeadLetters letters;
    private final Rounds rounds = new Rounds("seal-refusals", Duration.ofMinutes(1), EVERY, this::sealQuietly);

    WhenDayEndsThenSealRefusals(
            RefusalBook refusals, Commands commands, Views views, StoryClock clock, DeadLetters letters) {
        this.refusals = refusals;
        this.commands = commands;
        this.views = views;
        this.clock = clock;
        this.letters = letters;
        letters.onRetry(NAME, this::sealQuietly);
    }

    @Override
    public void start() {
        if (clock.label() == null) rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    private void sealQuietly() {
        try {
            sealDaysBefore(clock.today());
        } catch (RuntimeException e) {
            LOG.warn("sealing refused attempts failed; tried again in {}", EVERY, e);
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
        List<LocalDate> now = new ArrayList<>();
        for (LocalDate day : days) {
            letters.attempt(new DeadLetters.Work(NAME, "days", day.toString()), () -> {
                if (seal(day, today)) now.add(day);
            });
        }
        return List.copyOf(now);
    }

    private boolean seal(LocalDate day, LocalDate today) {
        try {
            return !commands.send(
                            new SealRefusals(day),
                            SystemActor.decision(today, "seal-refusals:" + day, "sealRefusals", day.toString()),
                            Sha256.hex(day.toString()))
                    .replayed();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.ALREADY_EXISTS) return false;
            throw refusal;
        }
    }
}
