package vn.minhchung.platform.clock;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.StoryClock;

/**
 * A driven clock is forgotten with the process that drove it. Before the first request is let in it stands after
 * everything that is recorded: otherwise roles would not be in force yet and new events would lie before old ones.
 */
@Component
@Profile("demo")
class ClockAfterRestart implements SmartInitializingSingleton {
    private final StoryClock clock;
    private final RecordedEvents events;

    ClockAfterRestart(StoryClock clock, RecordedEvents events) {
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long head = events.head();
        if (head > 0) {
            clock.moveTo(events.read(head - 1, 1).getLast().recordedAt().plusMillis(1));
        }
    }
}
