package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.testing.crash.CrashPoint;
import vn.minhchung.testing.crash.Strike.Victim;

class CrashPlanTest {
    private static final long SEED = 1;

    @Test
    void the_long_run_kills_every_victim_at_every_point() {
        List<CrashPlan.Round> whole = CrashPlan.whole(SEED);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(50);
        for (CrashPoint point : CrashPoint.values())
            for (Victim victim : Victim.values()) assertThat(whole).contains(new CrashPlan.Round(point, victim));
    }

    @Test
    void every_point_is_in_the_code() throws ClassNotFoundException {
        for (CrashPoint point : CrashPoint.values()) {
            assertThat(Class.forName(point.type()).getDeclaredMethods())
                    .as(point.name())
                    .anyMatch(method -> method.getName().equals(point.method()));
        }
        assertThat(Arrays.stream(CrashPoint.values()).map(CrashPoint::part)).contains(CrashPoint.Part.values());
    }
}
