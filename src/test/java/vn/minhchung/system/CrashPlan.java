package vn.minhchung.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.minhchung.testing.crash.CrashPoint;
import vn.minhchung.testing.crash.Strike.Victim;

/** Who is killed when: a few chosen points, or every point with every victim and as many moments that are no point. */
final class CrashPlan {
    private static final int MOMENTS_EACH = 6;

    private CrashPlan() {}

    /** @param point null: at any moment */
    record Round(@Nullable CrashPoint point, Victim victim) {
        @Override
        public String toString() {
            return victim + " at " + (point == null ? "any moment" : point);
        }
    }

    /** One each of commit, projection and swap. */
    static List<Round> brief() {
        return List.of(
                new Round(CrashPoint.APPEND_SENT, Victim.APPLICATION),
                new Round(CrashPoint.PROJECTION_SENT, Victim.DATABASE),
                new Round(CrashPoint.SWAP_MOVED, Victim.BOTH));
    }

    /** In an order drawn by the seed. */
    static List<Round> whole(long seed) {
        List<Round> rounds = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values())
            for (Victim victim : Victim.values()) rounds.add(new Round(point, victim));
        for (int i = 0; i < MOMENTS_EACH; i++)
            for (Victim victim : Victim.values()) rounds.add(new Round(null, victim));
        Collections.shuffle(rounds, new Random(seed));
        return List.copyOf(rounds);
    }
}
