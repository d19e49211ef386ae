package vn.minhchung.states;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * What the code does with an object of one kind: every command is sent to it in every situation, through the real desks and
 * aggregates, and the object itself is asked where it stands then. Every command is well formed and sent by somebody
 * competent: what refuses is the state.
 */
public final class StateMachine {
    /** Before the object exists. */
    public static final String NONE = "NONE";

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final String title;
    private final Class<? extends Enum<?>> states;
    private final Asked asked;
    private final Map<String, Situation> situations = new LinkedHashMap<>();
    private final Map<String, Sent> commands = new LinkedHashMap<>();
    private final Map<String, Passing> days = new LinkedHashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private @Nullable Map<String, Map<String, String>> exercised;

    private record Situation(
            Supplier<DecisionFixture> made, @Nullable LocalDate day) {}

    /** @param before commands that must have passed for this one to make sense */
    private record Sent(Command command, Decision decision, Consumer<DecisionFixture> before) {}

    private record Passing(LocalDate since, LocalDate day) {}

    /** Where the object stands, by its own word; null before it exists. */
    @FunctionalInterface
    public interface Asked {
        @Nullable
        Object of(DecisionFixture fixture, @Nullable LocalDate day);
    }

    private StateMachine(String name, String title, Class<? extends Enum<?>> states, Asked asked) {
        this.name = name;
        this.title = title;
        this.states = states;
        this.asked = asked;
    }

    /**
     * @param name of its table
     * @param states what its state is told as
     */
    public static StateMachine of(String name, String title, Class<? extends Enum<?>> states, Asked asked) {
        return new StateMachine(name, title, states, asked);
    }

    /** Of an aggregate that keeps its state in a field of that name. */
    public static StateMachine of(
            String name, String title, Class<? extends Enum<?>> states, Class<?> aggregate, String id) {
        return of(
                name,
                title,
                states,
                (fixture, _) -> fixture.ask(aggregate, id, object -> Objects.requireNonNull(field(object, "state"))));
    }

    public StateMachine in(String situation, Supplier<DecisionFixture> made) {
        return put(situation, new Situation(made, null));
    }

    /** As {@link #in}, on another day. */
    public StateMachine on(LocalDate day, String situation, Supplier<DecisionFixture> made) {
        return put(situation, new Situation(made, day));
    }

    private StateMachine put(String situation, Situation made) {
        if (situations.put(situation, made) != null) throw new AssertionError(situation + " twice");
        return this;
    }

    public StateMachine sent(Command command, Decision decision) {
        return sent("", command, decision);
    }

    /** @param variant in which way, where the same mutation is sent in more than one */
    public StateMachine sent(String variant, Command command, Decision decision) {
        return sent(variant, command, decision, _ -> {});
    }

    public StateMachine sent(String variant, Command command, Decision decision, Consumer<DecisionFixture> before) {
        String label = (mutation(command.getClass()) + " " + variant).strip();
        if (commands.put(label, new Sent(command, decision, before)) != null) throw new AssertionError(label);
        return this;
    }

    public static String mutation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(MayBeSentBy.class), command.getName())
                .mutation();
    }

    /**
     * No command: a day comes, and the state is another.
     *
     * @param since whatever is told of an earlier day stays as it is
     */
    public StateMachine passes(String label, LocalDate since, LocalDate day) {
        if (days.put(label, new Passing(since, day)) != null) throw new AssertionError(label);
        return this;
    }

    /** The commands of a family: none of them may be missing here. */
    public StateMachine takes(Class<?>... families) {
        List<String> known =
                commands.keySet().stream().map(StateMachine::mutationOf).toList();
        List<String> missing = Arrays.stream(families)
                .flatMap(StateMachine::commandsOf)
                .map(StateMachine::mutation)
                .filter(mutation -> !known.contains(mutation))
                .toList();
        if (!missing.isEmpty()) throw new AssertionError(name + " does not send " + missing);
        return this;
    }

    private static Stream<Class<?>> commandsOf(Class<?> family) {
        if (!family.isSealed()) return Stream.of(family);
        return Arrays.stream(family.getPermittedSubclasses()).flatMap(StateMachine::commandsOf);
    }

    static String mutationOf(String label) {
        int space = label.indexOf(' ');
        return space < 0 ? label : label.substring(0, space);
    }

    public String name() {
        return name;
    }

    String title() {
        return title;
    }

    Class<? extends Enum<?>> states() {
        return states;
    }

    Set<String> columns() {
        return situations.keySet();
    }

    Set<String> lines() {
        return outcomes().keySet();
    }

    /** Label → situation → the state after, or the code of the refusal. */
    Map<String, Map<String, String>> outcomes() {
        Map<String, Map<String, String>> found = exercised;
        if (found == null) {
            found = new LinkedHashMap<>();
            for (Map.Entry<String, Sent> line : commands.entrySet()) {
                Map<String, String> cells = new LinkedHashMap<>();
                situations.forEach((column, situation) -> cells.put(column, outcome(situation, line.getValue())));
                found.put(line.getKey(), cells);
            }
            for (Map.Entry<String, Passing> line : days.entrySet()) {
                Map<String, String> cells = new LinkedHashMap<>();
                situations.forEach((column, situation) -> cells.put(column, later(situation, line.getValue())));
                found.put(line.getKey(), cells);
            }
            exercised = found;
        }
        return found;
    }

    /** Whether it is a day and no command. */
    boolean passing(String label) {
        return days.containsKey(label);
    }

    String outcome(String label, String column) {
        return Objects.requireNonNull(
                Objects.requireNonNull(outcomes().get(label), label).get(column), column);
    }

    /** The state of an object in a situation, by its own word. */
    String state(String column) {
        return told.computeIfAbsent(column, _ -> {
            Situation situation = Objects.requireNonNull(situations.get(column), column);
            return state(situation.made().get(), situation.day());
        });
    }

    private String later(Situation situation, Passing passing) {
        LocalDate now = Objects.requireNonNull(situation.day());
        boolean comes = !now.isBefore(passing.since()) && now.isBefore(passing.day());
        return state(situation.made().get(), comes ? passing.day() : now);
    }

    private String outcome(Situation situation, Sent sent) {
        DecisionFixture fixture = situation.made().get();
        String before = "";
        try {
            sent.before().accept(fixture);
        } catch (GivenRefused e) {
            before = e.code().name();
        }
        if (!before.isEmpty()) return before;
        LocalDate day = situation.day();
        Decision decision = day == null ? sent.decision() : Decisions.on(day, sent.decision());
        String outcome = fixture.when(sent.command(), decision).outcome();
        return outcome.equals("ok") ? state(fixture, day) : outcome;
    }

    private String state(DecisionFixture fixture, @Nullable LocalDate day) {
        Object state = asked.of(fixture, day);
        return state == null ? NONE : state.toString();
    }

    /** What the code takes, as moves between states. */
    Set<Transition> transitions() {
        Set<Transition> all = new LinkedHashSet<>();
        outcomes()
                .forEach((label, cells) -> cells.forEach((column, after) -> {
                    if (!refusal(after)) all.add(new Transition(state(column), mutationOf(label), after));
                }));
        return all;
    }

    static boolean refusal(String cell) {
        return CODES.contains(cell);
    }

    /** What a private field of an aggregate holds: it is told to nobody but to a test. */
    public static @Nullable Object field(Object object, String field) {
        try {
            Field found = object.getClass().getDeclaredField(field);
            found.setAccessible(true);
            return found.get(object);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(object.getClass() + " keeps no " + field, e);
        }
    }

    /** Of a command that must have passed before the one in question makes sense. */
    public static void before(DecisionFixture fixture, Command command, Decision decision) {
        String outcome = fixture.when(command, decision).outcome();
        if (!outcome.equals("ok")) throw new GivenRefused(ErrorCode.valueOf(outcome));
    }

    private static final class GivenRefused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final ErrorCode code;

        GivenRefused(ErrorCode code) {
            super(code.name());
            this.code = code;
        }

        ErrorCode code() {
            return code;
        }
    }
}
