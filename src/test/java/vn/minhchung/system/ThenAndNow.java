package vn.minhchung.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.minhchung.kernel.PersonalData;

/** An answer given at a moment beside what is answered about that moment later. */
final class ThenAndNow {
    private final Collection<String> forgotten;
    private final List<String> differences = new ArrayList<>();

    private long erased;

    private ThenAndNow(Collection<String> forgotten) {
        this.forgotten = forgotten;
    }

    /**
     * @param forgotten texts of persons erased by now
     */
    static ThenAndNow of(String at, JsonNode then, JsonNode now, Collection<String> forgotten) {
        ThenAndNow both = new ThenAndNow(forgotten);
        both.compare(at, then, now);
        return both;
    }

    /** Where they are not equal but for the position an id carries, and for what was erased since: nobody is told that. */
    List<String> differences() {
        return differences;
    }

    /** How many values name somebody then who is erased now. */
    long erased() {
        return erased;
    }

    private void compare(String at, JsonNode then, JsonNode now) {
        if (then instanceof ObjectNode object && now instanceof ObjectNode other) {
            object.properties().forEach(field -> {
                JsonNode value = other.path(field.getKey());
                if (field.getKey().equals("id")) {
                    if (!stable(field.getValue()).equals(stable(value))) differences.add(at + ".id");
                } else {
                    compare(at + "." + field.getKey(), field.getValue(), value);
                }
            });
        } else if (then instanceof ArrayNode list && now instanceof ArrayNode other && list.size() == other.size()) {
            for (int i = 0; i < list.size(); i++) compare(at + "[" + i + "]", list.get(i), other.get(i));
        } else if (!then.equals(now)) {
            if (then.isString() && forgetting(then.asString()).equals(now.asString(""))) erased++;
            else differences.add("%s: then %s, now %s".formatted(at, then, now));
        }
    }

    private String forgetting(String text) {
        String told = text;
        for (String one : forgotten) told = told.replace(one, PersonalData.ERASED);
        return told;
    }

    /** How many values other than objects and lists an answer has. */
    static long values(JsonNode answer) {
        if (!answer.isContainer()) return 1;
        return answer.valueStream().mapToLong(ThenAndNow::values).sum();
    }

    private static String stable(JsonNode id) {
        return id.asString("").replaceAll("@[0-9]+$", "");
    }
}
