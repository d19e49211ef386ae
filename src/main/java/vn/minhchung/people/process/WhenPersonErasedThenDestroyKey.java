package vn.minhchung.people.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonView;

/**
 * The second leg of an erasure. The command destroys the key itself as soon as its event is durable; this finds what a
 * crash or a lost connection left in between: at the start, and every minute, any erased person whose key is still there.
 * Destroying a key twice changes nothing, so it needs no memory of its own.
 */
@Component
class WhenPersonErasedThenDestroyKey implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenPersonErasedThenDestroyKey.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private final Views views;
    private final PersonalData personalData;
    private volatile boolean running;
    private volatile @Nullable Thread sweeper;

    WhenPersonErasedThenDestroyKey(Views views, PersonalData personalData) {
        this.views = views;
        this.personalData = personalData;
    }

    /** @return whose keys were destroyed just now */
    List<PersonId> sweep() {
        List<PersonId> destroyed = new ArrayList<>();
        long position = views.position();
        long after = 0;
        Page<PersonView> page;
        do {
            page = views.page(PeopleViews.PERSONS, Filter.none().and("v.erased"), position, after, PAGE);
            List<PersonId> erased = new ArrayList<>();
            for (Page.Item<PersonView> item : page.items()) {
                erased.add(item.view().person());
                after = item.order();
            }
            for (PersonId person : personalData.withKey(erased)) {
                personalData.destroyKey(person);
                destroyed.add(person);
            }
        } while (page.hasNext());
        return destroyed;
    }

    private void run() {
        while (running) {
            try {
                List<PersonId> destroyed = sweep();
                if (!destroyed.isEmpty()) LOG.info("destroyed the keys of {} erased persons", destroyed.size());
            } catch (RuntimeException e) {
                LOG.warn("keys of erased persons could not be swept, trying again: {}", e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        sweeper = Thread.ofVirtual().name("erasures").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread sweeping = sweeper;
        if (sweeping != null) sweeping.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
