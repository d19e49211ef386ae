package vn.minhchung.kernel.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader has to say about a text, for people: a message key, translated in {@code messages_*.properties}, and the
 * facts that fill its places {@code {0}}, {@code {1}} … Facts are plain text; a remark on personal data never carries
 * the data.
 *
 * @param key {@code text.…}, {@code identifier.…} or {@code table.…}
 */
public record Remark(String key, List<String> facts) {

    public Remark {
        facts = List.copyOf(facts);
    }

    public static Remark of(String key, String... facts) {
        return new Remark(key, List.of(facts));
    }

    /** One string for storing, {@code text.money.two_readings|702123000000|702123000}; read back by {@link #parse}. */
    public String stored() {
        StringBuilder stored = new StringBuilder(key);
        for (String fact : facts) {
            stored.append('|').append(fact.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return stored.toString();
    }

    /** The remark whose {@link #stored} form this is. */
    public static Remark parse(String stored) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < stored.length(); i++) {
            char each = stored.charAt(i);
            if (each == '\\' && i + 1 < stored.length()) {
                i++;
                part.append(stored.charAt(i));
            } else if (each == '|') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(each);
            }
        }
        parts.add(part.toString());
        return new Remark(parts.getFirst(), parts.subList(1, parts.size()));
    }

    @Override
    public String toString() {
        return facts.isEmpty() ? key : key + facts;
    }
}
