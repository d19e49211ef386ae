package vn.minhchung.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TokenIssuer;

/** The scenes told once in every story over the whole demo, each as a strand of its own. */
final class RandomScenes {
    private static final String AT_ONCE = "at once";

    /** Told without anybody else between their commands. Until a refund is paid its host gets no new task. */
    static final Set<String> UNDISTURBED = Set.of(AT_ONCE, "refund");

    private RandomScenes() {}

    /** @param moment told when something stands that the next step changes */
    static List<Strand> all(RunningSystem system, TokenIssuer issuer, Runnable moment) {
        List<Strand> scenes = new ArrayList<>();
        new RareMutations(system, issuer, moment)
                .courses()
                .forEach((name, course) -> scenes.add(Strand.whole(name, course)));
        scenes.add(Strand.whole("estimate and spending", () -> {
            new EstimateScene(system, moment).told();
            new SpendingScene(system, moment).told();
        }));
        scenes.add(Strand.whole(AT_ONCE, () -> new RareMutations(system, issuer, moment).atOnce()));
        return scenes;
    }
}
