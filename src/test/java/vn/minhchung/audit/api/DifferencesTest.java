package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.audit.api.Differences.Difference;
import vn.minhchung.kernel.graphql.Answer;

class DifferencesTest {
    @Test
    void equal_answers_do_not_differ_and_a_change_deep_inside_is_found_by_its_path() {
        assertThat(differences(task("APPROVED", "5"), task("APPROVED", "5"))).isEmpty();
        assertThat(differences(task("APPROVED", "5"), task("CONTRACTED", "7")))
                .containsExactly("state: APPROVED → CONTRACTED", "budget.lines[EQUIPMENT].approved: 5 → 7");
    }

    @Test
    void an_object_that_was_not_there_shows_every_value_it_has_now() {
        assertThat(differences(null, task("APPROVED", "5")))
                .containsExactly(
                        "state: – → APPROVED",
                        "budget.lines[EQUIPMENT].line: – → EQUIPMENT",
                        "budget.lines[EQUIPMENT].approved: – → 5");
    }

    @Test
    void an_item_is_the_same_where_its_first_field_is_wherever_it_stands() {
        Answer.Part before = list(line("A", "1"), line("B", "2"));
        Answer.Part after = list(line("B", "3"), line("A", "1"));

        assertThat(differences(before, after)).containsExactly("lines[B].approved: 2 → 3");
    }

    @Test
    void items_that_nothing_tells_apart_are_compared_by_place_but_for_equal_ones() {
        Answer.Part before = list(line("A", "1"), line("A", "2"), line("A", "3"));
        Answer.Part after = list(line("A", "2"), line("A", "3"), line("A", "4"));

        assertThat(differences(before, after))
                .containsExactly(
                        "lines[#1].line: A → –", "lines[#1].approved: 1 → –",
                        "lines[#3].line: – → A", "lines[#3].approved: – → 4");
    }

    @Test
    void of_plain_and_named_lists_the_ones_that_came_and_went_are_told() {
        Answer.Part before = part("codes", new Answer.Items(List.of(plain("X"), new Answer.Named("person:1"))));
        Answer.Part after = part("codes", new Answer.Items(List.of(new Answer.Named("person:1"), plain("Y"))));

        assertThat(differences(before, after)).containsExactly("codes[Y]: – → Y", "codes[X]: X → –");
    }

    @Test
    void what_is_withheld_on_both_sides_does_not_differ_and_what_becomes_readable_does() {
        Answer.Part hidden = part("contract", new Answer.Withheld());
        Answer.Part shown = part("contract", line("A", "1"));

        assertThat(differences(hidden, hidden)).isEmpty();
        assertThat(differences(hidden, shown))
                .containsExactly("contract: withheld → –", "contract.line: – → A", "contract.approved: – → 1");
    }

    /** Whatever the two answers are: what is said to be before and after, put in, makes one the other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_values_before_and_after_account_for_every_leaf(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Answer.Part before = random(random, 0);
            Answer.Part after = random(random, 0);

            List<Difference> found = Differences.between(before, after);

            List<String> gone = leaves(before);
            List<String> come = leaves(after);
            Map<String, Integer> said = new TreeMap<>();
            found.forEach(each -> {
                if (each.before() != null) said.merge(leaf(each.before()), 1, Integer::sum);
                if (each.after() != null) said.merge(leaf(each.after()), -1, Integer::sum);
            });
            Map<String, Integer> expected = new TreeMap<>();
            gone.forEach(leaf -> expected.merge(leaf, 1, Integer::sum));
            come.forEach(leaf -> expected.merge(leaf, -1, Integer::sum));
            said.values().removeIf(count -> count == 0);
            expected.values().removeIf(count -> count == 0);
            assertThat(said).isEqualTo(expected);
            assertThat(found).allSatisfy(each -> assertThat(each.before()).isNotEqualTo(each.after()));
            assertThat(Differences.between(after, before)).hasSameSizeAs(found);
        }
    }

    private static Answer.Part random(Random random, int depth) {
        SequencedMap<String, Answer> fields = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c", "d")) {
            switch (random.nextInt(depth > 2 ? 3 : 5)) {
                case 0 -> {
                    // not there
                }
                case 1 -> fields.put(name, plain(Integer.toString(random.nextInt(3))));
                case 2 -> fields.put(name, new Answer.Named("person:" + random.nextInt(3)));
                case 3 -> fields.put(name, random(random, depth + 1));
                default -> {
                    List<Answer> items = new ArrayList<>();
                    for (int i = random.nextInt(4); i > 0; i--) items.add(random(random, depth + 1));
                    Collections.shuffle(items, random);
                    fields.put(name, new Answer.Items(items));
                }
            }
        }
        return part(fields);
    }

    private static List<String> leaves(Answer answer) {
        return switch (answer) {
            case Answer.Part part ->
                part.fields().values().stream()
                        .flatMap(field -> leaves(field.answer()).stream())
                        .toList();
            case Answer.Items items ->
                items.items().stream().flatMap(item -> leaves(item).stream()).toList();
            case Answer.Plain _, Answer.Named _, Answer.Withheld _ -> List.of(leaf(answer));
        };
    }

    private static Answer.Part task(String state, String approved) {
        SequencedMap<String, Answer> fields = new LinkedHashMap<>();
        fields.put("state", plain(state));
        fields.put("budget", list(line("EQUIPMENT", approved)));
        return part(fields);
    }

    private static Answer.Part list(Answer... lines) {
        return part("lines", new Answer.Items(List.of(lines)));
    }

    private static Answer.Part line(String line, String approved) {
        SequencedMap<String, Answer> fields = new LinkedHashMap<>();
        fields.put("line", plain(line));
        fields.put("approved", plain(approved));
        return part(fields);
    }

    private static Answer.Part part(String name, Answer answer) {
        SequencedMap<String, Answer> fields = new LinkedHashMap<>();
        fields.put(name, answer);
        return part(fields);
    }

    private static Answer.Part part(SequencedMap<String, Answer> answers) {
        SequencedMap<String, Answer.Field> fields = new LinkedHashMap<>();
        answers.forEach((name, answer) -> fields.put(name, new Answer.Field("", answer)));
        return new Answer.Part(fields);
    }

    private static Answer plain(String text) {
        return new Answer.Plain(text, "String", null);
    }

    private static List<String> differences(Answer.@Nullable Part before, Answer.@Nullable Part after) {
        return Differences.between(before, after).stream()
                .map(each -> "%s: %s → %s".formatted(each.text(), leaf(each.before()), leaf(each.after())))
                .toList();
    }

    private static String leaf(@Nullable Answer answer) {
        return switch (answer) {
            case null -> "–";
            case Answer.Plain plain -> plain.text();
            case Answer.Named named -> named.id();
            case Answer.Withheld _ -> "withheld";
            case Answer.Part _, Answer.Items _ -> throw new AssertionError("not a value: " + answer);
        };
    }
}
