package vn.minhchung.docs;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhchung.architecture.SourceRules;

/** First sentences of the comments on records, read from the sources: bytecode has none. */
final class Javadocs {
    private static final Pattern RECORD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@(?:[^()\\s]+)(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*(?:public\\s+|static\\s+|final\\s+)*record\\s+(\\w+)",
            Pattern.DOTALL);

    private final Map<String, String> sentences = new TreeMap<>();

    Javadocs() {
        SourceRules.sources(SourceRules.MAIN).forEach((file, text) -> {
            String folder = String.valueOf(SourceRules.MAIN.relativize(file).getParent())
                    .replace('/', '.');
            Matcher records = RECORD.matcher(text);
            while (records.find()) sentences.put(folder + "/" + records.group(2), firstSentence(records.group(1)));
        });
    }

    String of(Class<?> type) {
        String folder = type.getPackageName().replaceFirst("vn\\.minhchung\\.?", "");
        return sentences.getOrDefault(folder + "/" + type.getSimpleName(), "");
    }

    private static String firstSentence(String comment) {
        String text = comment.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .filter(line -> !line.startsWith("@"))
                .reduce("", (a, b) -> a + " " + b)
                .replaceAll("\\{@(?:link|code|linkplain)\\s+([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher end = Pattern.compile("[.:](?= [A-Z]|$)").matcher(text);
        return end.find() ? text.substring(0, end.start() + 1) : text;
    }
}
