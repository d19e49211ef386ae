package vn.minhchung.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules that bytecode cannot show: which tables SQL names, and switches that would swallow a new event. */
public final class SourceRules {
    public static final Path MAIN = Path.of("src/main/java/vn/minhchung");

    /** A name after {@code from} or {@code join} that a bracket follows is a function. */
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:(?:from|join)\\s+(?:only\\s+|lateral\\s+)?([a-z_]++(?:\\.[a-z_]++)?+)(?!\\s*\\()"
                    + "|(?:insert\\s+into|update|delete\\s+from|truncate)\\s+([a-z_]++(?:\\.[a-z_]++)?+))");

    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL =
            Pattern.compile("(?is)\\b(select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset|delete\\s+from)\\b");
    private static final Pattern STATE_CHANGE =
            Pattern.compile("\\b(?:void|boolean)\\s+(?:evolve|project|apply)\\s*\\(");
    private static final Pattern CATCH_ALL = Pattern.compile("\\bdefault\\s*(?:->|:)|case\\s+null\\s*,\\s*default");

    /** Tables outside the views that a module owns. */
    private static final Map<String, Set<String>> STORES = Map.of(
            "audit",
                    Set.of(
                            "event_store.refusal_attempt",
                            "event_store.reading",
                            "transparency.tile_piece",
                            "transparency.entry_piece",
                            "transparency.checkpoint",
                            "transparency.cosignature",
                            "transparency.contradiction",
                            "transparency.log_key"),
            // of a copy, to damage it
            "evidence",
                    Set.of(
                            "event_store.event",
                            "transparency.tile_piece",
                            "transparency.entry_piece",
                            "transparency.checkpoint",
                            "transparency.cosignature"),
            "access", Set.of("credential.password"),
            "operations", Set.of("process.dead_letter"));

    private SourceRules() {}

    /** Java files of a folder by path, with their text. */
    public static Map<Path, String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> sources = new TreeMap<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables a module's SQL names that are not its own: names in full, {@code <module>_…}; {@code %s} stands for a checked name. */
    public static List<String> foreignTables(String module, String source) {
        List<String> foreign = new ArrayList<>();
        Matcher strings = STRING.matcher(source);
        while (strings.find()) {
            String text = strings.group(1) != null ? strings.group(1) : strings.group(2);
            if (!SQL.matcher(text).find()) continue;
            Set<String> named = commonTables(text);
            Matcher tables = TABLE.matcher(text.toLowerCase(Locale.ROOT));
            while (tables.find()) {
                String table = tables.group(1) != null ? tables.group(1) : tables.group(2);
                boolean own = table.startsWith(module + "_")
                        || named.contains(table)
                        || STORES.getOrDefault(module, Set.of()).contains(table)
                        || Set.of("unnest", "generate_series", "lateral", "values", "select", "distinct")
                                .contains(table);
                if (!own) foreign.add(table);
            }
        }
        return foreign;
    }

    /** Names given by {@code with … as (}. */
    private static Set<String> commonTables(String sql) {
        Set<String> names = new HashSet<>();
        Matcher with = Pattern.compile("(?i)\\b([a-z_]+)\\s+as\\s+(?:materialized\\s+)?\\(")
                .matcher(sql);
        while (with.find()) names.add(with.group(1).toLowerCase(Locale.ROOT));
        return names;
    }

    /** Bodies of {@code evolve} and {@code project} that have a branch for whatever is not named. */
    public static boolean swallowsNewEvents(String source) {
        Matcher starts = STATE_CHANGE.matcher(source);
        while (starts.find()) {
            int open = source.indexOf('{', starts.end());
            int semicolon = source.indexOf(';', starts.end());
            if (open < 0 || (semicolon >= 0 && semicolon < open)) continue;
            if (CATCH_ALL
                    .matcher(source.substring(open, endOfBlock(source, open)))
                    .find()) return true;
        }
        return false;
    }

    private static int endOfBlock(String source, int open) {
        int depth = 0;
        for (int i = open; i < source.length(); i++) {
            if (source.charAt(i) == '{') depth++;
            if (source.charAt(i) == '}' && --depth == 0) return i;
        }
        return source.length();
    }
}
