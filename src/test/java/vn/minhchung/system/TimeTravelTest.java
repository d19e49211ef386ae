package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.TokenIssuer;

/**
 * Random stories, told after the demo's: what was answered at a moment is what {@code asOf} answers about it at the end. One
 * short story; with {@code -Plong} ({@code minhchung.long=true}) twenty of 2,000 commands and 200 moments, each with all
 * scenes, so that every field of every type is compared. {@code minhchung.timetravel.first} is the first seed, {@code
 * minhchung.timetravel.seeds} says how many.
 */
class TimeTravelTest {
    private static final boolean LONG = Boolean.getBoolean("minhchung.long");
    private static final long FIRST = Long.getLong("minhchung.timetravel.first", 1);
    private static final int SEEDS = Integer.getInteger("minhchung.timetravel.seeds", LONG ? 20 : 1);
    private static final int COMMANDS = Integer.getInteger("minhchung.timetravel.commands", LONG ? 2_000 : 150);
    private static final int MOMENTS = COMMANDS / 10;

    /** The short story needs the cast, the rules, and one of them switched. */
    private static final LocalDate TOLD_UNTIL = LONG ? DemoLoader.LAST_DAY : LocalDate.of(2024, 9, 30);

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_answered_in_a_random_story_is_answered_about_that_moment_at_its_end(long seed) {
        TokenIssuer issuer = new TokenIssuer();
        try (RunningSystem system = RunningSystem.start(
                TestPostgres.freshDatabase(),
                issuer.argument(),
                // a busy machine is no difference
                "--minhchung.limits.time=5m",
                "--minhchung.data-dir=" + TestPostgres.newDataDir())) {
            StoryPlan plan = StoryPlan.drawn(seed, COMMANDS, MOMENTS);
            Moments moments = new Moments(system, seed);
            moments.rememberNothing();
            system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), TOLD_UNTIL, () -> {});
            RandomStory story = new RandomStory(
                    system,
                    plan,
                    LONG ? RandomScenes.all(system, issuer, moments::rememberTouched) : List.of(),
                    moments::remember);

            long begun = System.nanoTime();
            story.tell();
            long toldIn = System.nanoTime() - begun;
            TreeSet<String> forgotten = new TreeSet<>(AsOfTest.FORGOTTEN);
            forgotten.addAll(story.forgotten());
            Moments.Compared compared = moments.compared(forgotten);

            System.out.printf(
                    "time travel: seed %d, %d commands of %d mutations, %d refused attempts, %s, %d moments, %d answers"
                            + " compared, %d differences, %d erased since; told in %d s, compared in %d s%n",
                    seed,
                    plan.commands(),
                    story.mutations().size(),
                    story.refused(),
                    counted(plan),
                    compared.moments(),
                    compared.answers(),
                    compared.differences().size(),
                    compared.erased(),
                    toldIn / 1_000_000_000,
                    (System.nanoTime() - begun - toldIn) / 1_000_000_000);
            assertSoftly(all -> {
                all.assertThat(story.faults()).isEmpty();
                all.assertThat(compared.differences()).isEmpty();
                all.assertThat(compared.moments()).isGreaterThanOrEqualTo(MOMENTS);
                all.assertThat(compared.erased())
                        .as("somebody was named who is erased now")
                        .isPositive();
            });
            if (LONG) everythingWasCompared(compared.unanswered());
        }
    }

    /** But for the exceptions, each of which is one. */
    private static void everythingWasCompared(Set<String> unanswered) {
        Set<String> unexpected = new TreeSet<>(unanswered);
        unexpected.removeIf(field -> AsOfTest.ELSEWHERE.contains(type(field)));
        unexpected.removeAll(Questions.OF_NO_MOMENT);
        assertThat(unexpected).isEmpty();
        assertThat(unanswered).containsAll(Questions.OF_NO_MOMENT);
        assertThat(unanswered.stream().map(TimeTravelTest::type)).containsAll(AsOfTest.ELSEWHERE);
    }

    private static String type(String field) {
        return field.substring(0, field.indexOf('.'));
    }

    private static Map<StoryPlan.Turn, Long> counted(StoryPlan plan) {
        Map<StoryPlan.Turn, Long> counted = new TreeMap<>();
        plan.turns().values().forEach(turn -> counted.merge(turn, 1L, Long::sum));
        return counted;
    }
}
