package vn.minhchung.kernel.text;

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

    @Override
    public String toString() {
        return facts.isEmpty() ? key : key + facts;
    }
}
