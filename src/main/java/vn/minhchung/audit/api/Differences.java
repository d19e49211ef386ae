package vn.minhchung.audit.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Answer;

/**
 * What differs between two answers about the same object, value by value, in the order of the schema. Items of a list are
 * the same where their first field says so ({@code lines[EQUIPMENT]}), else where they are equal, else where they stand.
 */
final class Differences {
    /** What stands for an object or a part that is not there. */
    private static final Answer.Part NOTHING = new Answer.Part(new LinkedHashMap<>());

    private static final Answer.Items NONE = new Answer.Items(List.of());

    /**
     * One value that differs.
     *
     * @param before null where there was none; {@code after} likewise
     */
    record Difference(
            List<Step> path,
            @Nullable Answer before,
            @Nullable Answer after) {

        /** {@code budget.lines[EQUIPMENT].approved}. */
        String text() {
            StringBuilder text = new StringBuilder();
            for (Step step : path) {
                if (step.name() != null) text.append(text.isEmpty() ? "" : ".").append(step.name());
                else text.append('[').append(keyText(step)).append(']');
            }
            return text.toString();
        }
    }

    /**
     * A field, or an item of a list.
     *
     * @param name of the field; null for an item
     * @param description of the field
     * @param key what an item is known by; null for one known only by its place
     * @param place of the item, from 1
     */
    record Step(
            @Nullable String name,
            String description,
            @Nullable Answer key,
            int place) {
        static Step field(String name, Answer.Field field) {
            return new Step(name, field.description(), null, 0);
        }

        static Step item(@Nullable Answer key, int place) {
            return new Step(null, "", key, place);
        }
    }

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** Null stands for an object that is not there. */
    static List<Difference> between(Answer.@Nullable Part before, Answer.@Nullable Part after) {
        Differences differences = new Differences();
        differences.parts(List.of(), before == null ? NOTHING : before, after == null ? NOTHING : after);
        return List.copyOf(differences.found);
    }

    static String keyText(Step step) {
        return switch (step.key()) {
            case Answer.Plain plain -> plain.text();
            case Answer.Named named -> named.id();
            case null, default -> "#" + step.place();
        };
    }

    private void compare(List<Step> path, @Nullable Answer before, @Nullable Answer after) {
        if (before == null ? after == null : before.equals(after)) return;
        simple(path, value(before), value(after));
        if (before instanceof Answer.Part || after instanceof Answer.Part) {
            parts(
                    path,
                    before instanceof Answer.Part part ? part : NOTHING,
                    after instanceof Answer.Part part ? part : NOTHING);
        }
        if (before instanceof Answer.Items || after instanceof Answer.Items) {
            items(
                    path,
                    before instanceof Answer.Items items ? items : NONE,
                    after instanceof Answer.Items items ? items : NONE);
        }
    }

    /** Null for what is told value by value. */
    private static @Nullable Answer value(@Nullable Answer answer) {
        return answer instanceof Answer.Part || answer instanceof Answer.Items ? null : answer;
    }

    private void simple(List<Step> path, @Nullable Answer before, @Nullable Answer after) {
        if (before != null || after != null) found.add(new Difference(path, before, after));
    }

    private void parts(List<Step> path, Answer.Part before, Answer.Part after) {
        Set<String> names = new LinkedHashSet<>(after.fields().sequencedKeySet());
        names.addAll(before.fields().sequencedKeySet());
        for (String name : names) {
            Answer.Field then = before.fields().get(name);
            Answer.Field now = after.fields().get(name);
            Answer.Field either = now == null ? then : now;
            if (either == null) continue;
            compare(
                    longer(path, Step.field(name, either)),
                    then == null ? null : then.answer(),
                    now == null ? null : now.answer());
        }
    }

    private void items(List<Step> path, Answer.Items before, Answer.Items after) {
        Map<Answer, Answer> then = byKey(before.items());
        Map<Answer, Answer> now = byKey(after.items());
        if (then == null || now == null) {
            byPlace(path, before.items(), after.items());
            return;
        }
        Set<Answer> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(then.keySet());
        for (Answer key : keys) compare(longer(path, Step.item(key, 0)), then.get(key), now.get(key));
    }

    /** Null where items are not told apart by what comes first in them. */
    private static @Nullable Map<Answer, Answer> byKey(List<Answer> items) {
        Map<Answer, Answer> byKey = new LinkedHashMap<>();
        for (Answer item : items) {
            Answer key = key(item);
            if (key == null || byKey.put(key, item) != null) return null;
        }
        return byKey;
    }

    private static @Nullable Answer key(Answer item) {
        Answer first = item;
        if (item instanceof Answer.Part part) {
            var fields = part.fields().firstEntry();
            first = fields == null ? null : fields.getValue().answer();
        }
        return first instanceof Answer.Plain || first instanceof Answer.Named ? first : null;
    }

    /** Equal items are the same, wherever they stand; of the others those that stand at the same place. */
    private void byPlace(List<Step> path, List<Answer> before, List<Answer> after) {
        Map<Answer, Integer> common = new HashMap<>();
        before.forEach(item -> common.merge(item, 1, Integer::sum));
        Map<Integer, Answer> now = rest(after, common);
        common.clear();
        after.forEach(item -> common.merge(item, 1, Integer::sum));
        Map<Integer, Answer> then = rest(before, common);
        Set<Integer> places = new LinkedHashSet<>(now.keySet());
        places.addAll(then.keySet());
        places.stream()
                .sorted()
                .forEach(place -> compare(longer(path, Step.item(null, place)), then.get(place), now.get(place)));
    }

    /** By place, from 1, what is not among the others. */
    private static Map<Integer, Answer> rest(List<Answer> items, Map<Answer, Integer> others) {
        Map<Integer, Answer> rest = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Answer item = items.get(i);
            int there = others.getOrDefault(item, 0);
            if (there > 0) others.put(item, there - 1);
            else rest.put(i + 1, item);
        }
        return rest;
    }

    private static List<Step> longer(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
