package vn.minhchung.platform.process;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Rounds;
import vn.minhchung.kernel.RoundsProcess;
import vn.minhchung.kernel.StoryClock;

/**
 * The rounds of all processes, each on a thread of its own, from the start of the system to its stop. Where the clock is driven
 * there are none, but for those that an operator's order to try again brings.
 */
@Component
final class ProcessRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessRounds.class);

    private final List<Rounds> rounds;
    private final StoryClock clock;
    private volatile boolean running;

    ProcessRounds(ObjectProvider<RoundsProcess> processes, ObjectProvider<DeadLetters> letters, StoryClock clock) {
        this.clock = clock;
        this.rounds = processes.orderedStream().map(this::rounds).toList();
        processes
                .orderedStream()
                .forEach(process -> letters.ifAvailable(kept -> kept.onRetry(process.name(), () -> quietly(process))));
    }

    private Rounds rounds(RoundsProcess process) {
        return new Rounds(process.name(), process.firstAfter(), process.every(), () -> quietly(process));
    }

    private void quietly(RoundsProcess process) {
        try {
            process.round(clock.today());
        } catch (RuntimeException e) {
            LOG.warn("a round of {} failed; the next one is in {}", process.name(), process.every(), e);
        }
    }

    @Override
    public void start() {
        running = true;
        if (clock.label() == null) rounds.forEach(Rounds::start);
    }

    @Override
    public void stop() {
        rounds.forEach(Rounds::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
