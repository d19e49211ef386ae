package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.testing.RunningSystem;

/**
 * Many courses of events told at once, in an order a seed draws: whose turn it is, when somebody attempts what he may not,
 * how the days go by. At the numbers its {@link StoryPlan} says a rule changes, a person is erased, the views are made again.
 */
final class RandomStory {
    /** So many courses run beside each other. */
    private static final int AT_ONCE = 8;

    private static final Duration LONGEST_REBUILD = Duration.ofMinutes(5);
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);

    /** Long before midnight: what is due on a day is asked for on that day. */
    private static final LocalTime OFFICE_CLOSES = LocalTime.of(20, 0);

    private final RunningSystem system;
    private final StoryPlan plan;
    private final Random random;
    private final RandomCourses courses;
    private final RandomTurns turns;
    private final Attempts attempts;
    private final Runnable moment;
    private final List<Strand> strands = new ArrayList<>();
    private final Map<String, Integer> mutations = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable Strand last;
    private int refused;

    /**
     * @param scenes told once each, besides what is drawn again and again
     * @param moment told after the commands the plan names
     */
    RandomStory(RunningSystem system, StoryPlan plan, List<Strand> scenes, Runnable moment) {
        this.system = system;
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.courses = new RandomCourses(system, random, scenes);
        this.turns = new RandomTurns(system, random);
        this.attempts = new Attempts(system, random);
        this.moment = moment;
    }

    void tell() {
        if (plan.moments().contains(0)) moment.run();
        @Nullable Strand due = null;
        for (int number = 1; number <= plan.commands(); number++) {
            StoryPlan.Turn turn = plan.turns().get(number);
            if (due == null && plan.untilTurn(number) <= RandomTurns.LONGEST_PREPARATION)
                due = turns.strand(Objects.requireNonNull(plan.turns().get(number + plan.untilTurn(number))));
            // what prepares a turn is told first; the turn itself waits for its number
            if (due != null && (turn != null || !turns.prepared(due))) {
                if (turn != null)
                    assertThat(turns.prepared(due)).as("%s at %d", turn, number).isTrue();
                command(due);
                if (turn == StoryPlan.Turn.REBUILD) madeAgain();
                if (due.next() == null) due = null;
            } else {
                boolean recorded = false;
                while (!recorded) recorded = command(drawn());
            }
            if (plan.moments().contains(number)) moment.run();
        }
    }

    private Strand drawn() {
        while (strands.size() < AT_ONCE) {
            Strand strand = courses.next();
            if (strand.next() != null) strands.add(strand);
        }
        Strand before = last;
        if (before != null && strands.contains(before) && courses.undisturbed(before)) return before;
        if (closed()) {
            Optional<Strand> ofToday = ofToday();
            if (ofToday.isPresent()) return ofToday.get();
        }
        if (before != null && strands.contains(before) && random.nextBoolean()) return before;
        Strand strand = strands.get(random.nextInt(strands.size()));
        last = strand;
        return strand;
    }

    /** @return false when it was refused */
    private boolean command(Strand strand) {
        Strand.Next next = Objects.requireNonNull(strand.next());
        timePasses();
        if (!courses.undisturbed(strand)) refused += attempts.before(next);
        boolean recorded;
        try {
            recorded = strand.goOn();
        } catch (AssertionError e) {
            // told at the end: one run shows all that is wrong
            faults.add(String.valueOf(e.getCause()));
            recorded = false;
        }
        if (strand.next() == null) strands.remove(strand);
        if (recorded) mutations.merge(next.mutation(), 1, Integer::sum);
        else refused++;
        return recorded;
    }

    /** Minutes go by, nights, sometimes weeks: before a command, so that a moment is the time of what was last recorded. */
    private void timePasses() {
        StoryClock clock = system.clock();
        int drawn = random.nextInt(400);
        if (drawn == 0 && courses.scenesTold() && strands.stream().noneMatch(Strand::whole))
            nextMorning(1 + random.nextInt(21));
        else if (drawn < 4 || closed()) {
            if (ofToday().isEmpty()) nextMorning(1);
        } else clock.moveTo(clock.now().plusSeconds(random.nextInt(300)));
    }

    private boolean closed() {
        return system.clock().now().atZone(StoryClock.ZONE).toLocalTime().isAfter(OFFICE_CLOSES);
    }

    /** A scene whose next command names the day; tomorrow it would be refused. */
    private Optional<Strand> ofToday() {
        String today = system.clock().today().toString();
        return strands.stream()
                .filter(strand -> strand.whole() && names(today, strand.next()))
                .findFirst();
    }

    private static boolean names(String day, Strand.@Nullable Next next) {
        return next != null && names(day, next.input());
    }

    private static boolean names(String day, Object value) {
        return switch (value) {
            case Map<?, ?> input -> input.values().stream().anyMatch(each -> names(day, each));
            case Collection<?> list -> list.stream().anyMatch(each -> names(day, each));
            default -> value.equals(day);
        };
    }

    private void nextMorning(int days) {
        StoryClock clock = system.clock();
        clock.moveTo(clock.today()
                .plusDays(days)
                .atTime(OFFICE_OPENS)
                .atZone(StoryClock.ZONE)
                .toInstant());
    }

    private void madeAgain() {
        ViewKeeper keeper = system.bean(ViewKeeper.class);
        String order = turns.order();
        eventually(LONGEST_REBUILD, () -> {
            assertThat(keeper.orders(List.of(order)).values())
                    .extracting(ViewKeeper.Order::progress)
                    .containsExactly(ViewKeeper.Progress.DONE);
        });
    }

    /** Texts of those who were erased. */
    Set<String> forgotten() {
        return turns.forgotten();
    }

    /** Attempts that were refused, besides the commands. */
    int refused() {
        return refused;
    }

    /** What kept a strand from being told to its end that should have been. */
    List<String> faults() {
        return faults;
    }

    /** Commands by mutation. */
    Map<String, Integer> mutations() {
        return mutations;
    }
}
