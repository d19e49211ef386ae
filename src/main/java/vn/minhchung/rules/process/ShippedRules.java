package vn.minhchung.rules.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.DayOff;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersion.Example;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;

/**
 * The files under {@code rules/}: one per version, one table of deadlines, one per calendar year. A file that is not
 * understood to its last name stops the start: a mistyped parameter would be a rule nobody applies.
 */
@Component
class ShippedRules implements RuleProposals {
    private static final Pattern ARTICLE = Pattern.compile("Điều [0-9]");
    private static final Set<String> SOURCE = Set.of("number", "article", "title", "vi", "en");
    private static final Set<String> EXAMPLE = Set.of("given", "expect");
    private static final Set<String> VERSION = Set.of(
            "family",
            "version",
            "standing",
            "confidence",
            "source",
            "validFrom",
            "validTo",
            "trigger",
            "evaluation",
            "parameters",
            "examples");
    private static final Set<String> DEADLINE = Set.of(
            "kind",
            "version",
            "standing",
            "confidence",
            "source",
            "validFrom",
            "validTo",
            "trigger",
            "count",
            "unit",
            "examples");
    private static final Set<String> CALENDAR = Set.of("year", "confidence", "source", "daysOff", "workedWeekends");

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<RuleVersion> versions;
    private final List<CalendarYear> calendars;

    ShippedRules() {
        List<RuleVersion> found = new ArrayList<>();
        List<CalendarYear> years = new ArrayList<>();
        for (Resource file : files("classpath*:rules/*/*.json")) {
            JsonNode tree = read(file);
            if (tree.has("year")) years.add(calendar(tree));
            else found.add(version(tree));
        }
        for (Resource file : files("classpath*:rules/deadlines.json"))
            read(file).forEach(row -> found.add(deadline(row)));
        found.forEach(ShippedRules::requireSound);
        requireOnce(found.stream().map(RuleVersion::ref).toList());
        requireOnce(years.stream().map(CalendarYear::year).toList());
        found.sort(Comparator.comparing(RuleVersion::family).thenComparing(RuleVersion::validFrom));
        years.sort(Comparator.comparingInt(CalendarYear::year));
        versions = List.copyOf(found);
        calendars = List.copyOf(years);
    }

    @Override
    public List<RuleVersion> versions() {
        return versions;
    }

    @Override
    public Optional<RuleVersion> find(String family, String version) {
        return versions.stream()
                .filter(each -> each.family().equals(family) && each.version().equals(version))
                .findFirst();
    }

    @Override
    public List<CalendarYear> calendars() {
        return calendars;
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getDescription(), e);
        }
    }

    private static RuleVersion version(JsonNode tree) {
        requireNames(tree, VERSION);
        return new RuleVersion(
                text(tree, "family"),
                text(tree, "version"),
                Standing.valueOf(text(tree, "standing")),
                Confidence.valueOf(text(tree, "confidence")),
                source(tree.path("source")),
                LocalDate.parse(text(tree, "validFrom")),
                date(tree, "validTo"),
                TriggerKind.valueOf(text(tree, "trigger")),
                tree.has("evaluation") ? text(tree, "evaluation") : null,
                texts(tree.path("parameters")),
                examples(tree));
    }

    /** A row of the deadline table is a rule version like any other: family {@code deadline.<kind>}. */
    private static RuleVersion deadline(JsonNode row) {
        requireNames(row, DEADLINE);
        return new RuleVersion(
                "deadline." + text(row, "kind"),
                text(row, "version"),
                Standing.valueOf(text(row, "standing")),
                Confidence.valueOf(text(row, "confidence")),
                source(row.path("source")),
                LocalDate.parse(text(row, "validFrom")),
                date(row, "validTo"),
                TriggerKind.valueOf(text(row, "trigger")),
                "due",
                Map.of("count", text(row, "count"), "unit", text(row, "unit")),
                examples(row));
    }

    private static CalendarYear calendar(JsonNode tree) {
        requireNames(tree, CALENDAR);
        List<DayOff> off = new ArrayList<>();
        tree.path("daysOff")
                .forEach(day ->
                        off.add(new DayOff(LocalDate.parse(text(day, "date")), text(day, "vi"), text(day, "en"))));
        List<LocalDate> worked = new ArrayList<>();
        tree.path("workedWeekends").forEach(day -> worked.add(LocalDate.parse(day.asString())));
        return new CalendarYear(
                Integer.parseInt(text(tree, "year")),
                Confidence.valueOf(text(tree, "confidence")),
                source(tree.path("source")),
                List.copyOf(off),
                List.copyOf(worked));
    }

    private static LegalSource source(JsonNode tree) {
        requireNames(tree, SOURCE);
        return new LegalSource(
                text(tree, "number"), text(tree, "article"), text(tree, "title"), text(tree, "vi"), text(tree, "en"));
    }

    private static List<Example> examples(JsonNode tree) {
        List<Example> examples = new ArrayList<>();
        tree.path("examples").forEach(each -> {
            requireNames(each, EXAMPLE);
            examples.add(new Example(texts(each.path("given")), texts(each.path("expect"))));
        });
        return examples;
    }

    private static Map<String, String> texts(JsonNode tree) {
        Map<String, String> texts = new TreeMap<>();
        tree.properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        return texts;
    }

    private static String text(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        if (value.isMissingNode() || value.isNull()) throw new IllegalArgumentException("no " + name + " in " + tree);
        return value.asString();
    }

    private static @Nullable LocalDate date(JsonNode tree, String name) {
        return tree.has(name) ? LocalDate.parse(text(tree, name)) : null;
    }

    private static void requireNames(JsonNode tree, Set<String> known) {
        for (String name : tree.propertyNames()) {
            if (!known.contains(name)) throw new IllegalArgumentException("unknown name " + name + " in " + tree);
        }
    }

    /** Two files for one version, or one file found twice on the class path: which of them counts would be chance. */
    static <T> void requireOnce(List<T> names) {
        Set<T> seen = new HashSet<>();
        for (T name : names) {
            if (!seen.add(name)) throw new IllegalArgumentException("proposed twice: " + name);
        }
    }

    /** Sure law cites its article; what is computed shows at least one example. */
    private static void requireSound(RuleVersion version) {
        if (version.isSureLaw() && !ARTICLE.matcher(version.source().article()).find()) {
            throw new IllegalArgumentException(version.ref() + " is sure law without an article");
        }
        if (version.evaluation() != null && version.examples().isEmpty()) {
            throw new IllegalArgumentException(version.ref() + " has no worked example");
        }
    }
}
