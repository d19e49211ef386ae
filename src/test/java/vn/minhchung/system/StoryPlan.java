package vn.minhchung.system;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a seed draws before a random story begins: which of its commands change a rule, erase a person or have the views made
 * again, and after which of them a moment is remembered. Both sides of each of those are.
 *
 * @param turns by number of the command, from 1
 * @param moments numbers of commands after which to remember; 0 is before the first
 */
record StoryPlan(long seed, int commands, Map<Integer, Turn> turns, NavigableSet<Integer> moments) {
    /** What everything rests on changes. */
    enum Turn {
        RULE(150),
        ERASURE(250),
        REBUILD(700);

        private final int every;

        Turn(int every) {
            this.every = every;
        }
    }

    /** Before it there is somebody to erase, and something to make again. */
    private static final int FIRST_TURN = 40;

    /** A turn's preparations are told just before it. */
    private static final int BETWEEN_TURNS = 10;

    /** @param moments how many in all, of which one is the time before the first event of all */
    static StoryPlan drawn(long seed, int commands, int moments) {
        Random random = new Random(seed);
        Map<Integer, Turn> turns = new TreeMap<>();
        for (Turn turn : Turn.values()) {
            int wanted = Math.max(1, commands / turn.every);
            while (Collections.frequency(turns.values(), turn) < wanted) {
                int number = FIRST_TURN + random.nextInt(commands - FIRST_TURN);
                if (turns.keySet().stream().allMatch(other -> Math.abs(other - number) > BETWEEN_TURNS))
                    turns.put(number, turn);
            }
        }
        NavigableSet<Integer> drawn = new TreeSet<>();
        turns.keySet().forEach(number -> {
            drawn.add(number - 1);
            drawn.add(number);
        });
        while (drawn.size() < moments - 1) drawn.add(random.nextInt(commands + 1));
        return new StoryPlan(
                seed, commands, Collections.unmodifiableMap(turns), Collections.unmodifiableNavigableSet(drawn));
    }

    /** How many commands from this one the next turn is away. */
    int untilTurn(int number) {
        return turns.keySet().stream()
                .filter(turn -> turn >= number)
                .mapToInt(turn -> turn - number)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
