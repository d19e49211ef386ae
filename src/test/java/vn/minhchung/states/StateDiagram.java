package vn.minhchung.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The moves of the aggregates as text: Mermaid within Markdown, made from what the code did and from nothing else. */
public final class StateDiagram {
    private StateDiagram() {}

    public static String document(List<StateMachine> machines) {
        StringBuilder text = new StringBuilder("""
                # States

                Generated: every command was sent to an object in every situation, through the code that decides in
                operation, and the object was asked where it stood then. An arrow is a command that was taken; what is
                missing is refused. Commands that leave an object where it stands are listed below each diagram. What was
                expected of the code is written down by hand in `src/test/resources/states`, with the codes of the refusals;
                a test compares the two.
                """);
        machines.forEach(machine -> text.append(section(machine)));
        return text.toString();
    }

    private static String section(StateMachine machine) {
        Map<String, Set<String>> moves = new LinkedHashMap<>();
        Map<String, Set<String>> stays = new LinkedHashMap<>();
        Set<String> left = new TreeSet<>();
        List<Transition> all = new ArrayList<>(machine.transitions());
        List<String> order = order(machine);
        all.sort((a, b) -> Integer.compare(
                order.indexOf(a.from()) * 1_000 + order.indexOf(a.to()),
                order.indexOf(b.from()) * 1_000 + order.indexOf(b.to())));
        for (Transition each : all) {
            if (each.moves()) {
                left.add(each.from());
                moves.computeIfAbsent(node(each.from()) + " --> " + each.to(), _ -> new TreeSet<>())
                        .add(each.by());
            } else if (!machine.passing(each.by()))
                stays.computeIfAbsent(each.from(), _ -> new TreeSet<>()).add("`" + each.by() + "`");
        }
        String arrows = moves.entrySet().stream()
                .map(move -> "    " + move.getKey() + ": " + String.join("<br/>", move.getValue()) + "\n")
                .collect(Collectors.joining());
        String ends = all.stream()
                .map(Transition::to)
                .filter(state -> !left.contains(state))
                .distinct()
                .map(state -> "    " + state + " --> [*]\n")
                .collect(Collectors.joining());
        return "\n## %s\n\n`%s`\n\n```mermaid\nstateDiagram-v2\n%s%s```\n%s"
                .formatted(machine.title(), machine.states().getSimpleName(), arrows, ends, table(stays));
    }

    private static String table(Map<String, Set<String>> stays) {
        if (stays.isEmpty()) return "";
        return stays.entrySet().stream()
                .map(each -> "| %s | %s |\n".formatted(each.getKey(), String.join(", ", each.getValue())))
                .collect(Collectors.joining("", "\n| State | Taken without leaving it |\n|---|---|\n", ""));
    }

    /** As the states are declared; before them, that there is nothing. */
    private static List<String> order(StateMachine machine) {
        List<String> order = new ArrayList<>(List.of(StateMachine.NONE));
        for (Enum<?> state : machine.states().getEnumConstants()) order.add(state.name());
        return order;
    }

    private static String node(String state) {
        return state.equals(StateMachine.NONE) ? "[*]" : state;
    }
}
