package vn.minhchung.eventstore.axonserver;

import java.time.Duration;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Patience;

/**
 * Appends of one node that touch the same stream go one after the other: the server would refuse all but one of them anyway.
 * It saves sendings and guards nothing; other nodes are not in this line.
 */
final class StreamTurns {
    private static final int STRIPES = 1_024;
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    StreamTurns() {
        for (int i = 0; i < STRIPES; i++) locks[i] = new ReentrantLock();
    }

    /** A turn to be given back by closing it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Refusal TOO_BUSY when it would take too long */
    Turn of(Collection<String> streams) {
        TreeSet<Integer> stripes = new TreeSet<>();
        for (String stream : streams) stripes.add(Math.floorMod(stream.hashCode(), STRIPES));
        TreeSet<Integer> taken = new TreeSet<>();
        Turn turn = () -> taken.forEach(stripe -> locks[stripe].unlock());
        try {
            for (int stripe : stripes) {
                if (!locks[stripe].tryLock(Patience.left(LONGEST).toMillis(), TimeUnit.MILLISECONDS))
                    throw Refusal.of(ErrorCode.TOO_BUSY);
                taken.add(stripe);
            }
            return turn;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            turn.close();
            throw Refusal.of(ErrorCode.TOO_BUSY);
        } catch (Refusal e) {
            turn.close();
            throw e;
        }
    }
}
