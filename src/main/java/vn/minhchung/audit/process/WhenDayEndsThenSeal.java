package vn.minhchung.audit.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.minhchung.audit.AuditCommand;
import vn.minhchung.audit.DayBook;
import vn.minhchung.audit.DaySealView;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RoundsProcess;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;

/**
 * Seals yesterday, and every earlier day with rows that was missed while the system was down. The key derives from the day,
 * so two nodes, or a second try, make one seal.
 */
abstract class WhenDayEndsThenSeal implements RoundsProcess {
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final DayBook rows;
    private final ViewTable<DaySealView> seals;
    private final Commands commands;
    private final Views views;
    private final DeadLetters letters;

    WhenDayEndsThenSeal(
            DayBook rows, ViewTable<DaySealView> seals, Commands commands, Views views, DeadLetters letters) {
        this.rows = rows;
        this.seals = seals;
        this.commands = commands;
        this.views = views;
        this.letters = letters;
    }

    abstract Id seal(LocalDate day);

    abstract AuditCommand command(LocalDate day);

    /** The mutation that does the same. */
    abstract String mutation();

    /** What the idempotency key begins with: frozen. */
    abstract String key();

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
        sealDaysBefore(today);
    }

    /** Answers the days sealed now. */
    List<LocalDate> sealDaysBefore(LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>(rows.daysBefore(today));
        days.add(today.minusDays(1));
        Map<String, LocalDate> unsealed = new HashMap<>();
        days.forEach(day -> unsealed.put(seal(day).value(), day));
        Map<String, DaySealView> sealed = views.findAll(seals, List.copyOf(unsealed.keySet()), views.position());
        days.removeIf(day -> sealed.containsKey(seal(day).value()));
        List<LocalDate> now = new ArrayList<>();
        for (LocalDate day : days) {
            letters.attempt(new DeadLetters.Work(name(), "days", day.toString()), () -> {
                if (sealed(day, today)) now.add(day);
            });
        }
        return List.copyOf(now);
    }

    private boolean sealed(LocalDate day, LocalDate today) {
        try {
            return !commands.send(
                            command(day),
                            SystemActor.decision(today, key() + ":" + day, mutation(), day.toString()),
                            Sha256.hex(day.toString()))
                    .replayed();
        } catch (Refusal refusal) {
            // sealed by another node, or not over by every node's clock yet: the next round asks again
            if (refusal.code() == ErrorCode.ALREADY_EXISTS || refusal.code() == ErrorCode.WRONG_STATE) return false;
            throw refusal;
        }
    }
}
