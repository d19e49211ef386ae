package vn.minhchung.kernel.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.identifier.BudgetCode.Confidence;
import vn.minhchung.kernel.identifier.BudgetCode.Level;
import vn.minhchung.kernel.text.Remark;

/**
 * The state budget index as far as science tasks need it, from {@code reference/budget_index.csv} (TT 324/2016/TT-BTC as
 * amended). Not complete: a code that is not listed is unknown, not wrong.
 */
public final class BudgetIndex {

    private static final String RESOURCE = "/reference/budget_index.csv";

    private final Map<Level, Map<String, BudgetCode>> codes;

    private BudgetIndex(Map<Level, Map<String, BudgetCode>> codes) {
        this.codes = codes;
    }

    /** The index that ships with the program. */
    public static BudgetIndex shipped() {
        return Shipped.INDEX;
    }

    public Optional<BudgetCode> find(Level level, String code) {
        return Optional.ofNullable(of(level).get(code));
    }

    /** All codes of a level, in the order of the source. */
    public Collection<BudgetCode> all(Level level) {
        return Collections.unmodifiableCollection(of(level).values());
    }

    /** The codes one level down: khoản of a loại, tiểu mục of a mục. */
    public List<BudgetCode> under(BudgetCode parent) {
        Level below = parent.level() == Level.SECTOR ? Level.BRANCH : Level.ITEM;
        return of(below).values().stream()
                .filter(c -> parent.code().equals(c.parent()))
                .toList();
    }

    /** What is wrong with a code: its shape, or that the index does not list it; else nothing. */
    public Optional<Remark> check(Level level, String code) {
        if (!level.hasShape(code)) {
            return Shapes.problem("budget_code.shape", level.label(), code);
        }
        return find(level, code).isPresent()
                ? Optional.empty()
                : Shapes.problem("budget_code.unknown", level.label(), code);
    }

    private Map<String, BudgetCode> of(Level level) {
        return codes.getOrDefault(level, Map.of());
    }

    private static final class Shipped {
        static final BudgetIndex INDEX = load();
    }

    private static BudgetIndex load() {
        Map<Level, Map<String, BudgetCode>> codes = new LinkedHashMap<>();
        List<String> lines =
                resource().lines().skip(1).filter(l -> !l.isBlank()).toList();
        for (String line : lines) {
            BudgetCode code = code(fields(line));
            codes.computeIfAbsent(code.level(), _ -> new LinkedHashMap<>()).put(code.code(), code);
        }
        return new BudgetIndex(codes);
    }

    /** Columns: code, level, name_vi, parent_code, certainty, note. */
    private static BudgetCode code(List<String> fields) {
        return new BudgetCode(
                level(fields.get(1)),
                fields.get(0),
                fields.get(2),
                emptyAsNull(fields.get(3)),
                Confidence.valueOf(fields.get(4).toUpperCase(Locale.ROOT)),
                emptyAsNull(fields.get(5)));
    }

    private static Level level(String label) {
        for (Level each : Level.values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        throw new IllegalStateException("unknown level in " + RESOURCE + ": " + label);
    }

    private static @Nullable String emptyAsNull(String field) {
        return field.isEmpty() ? null : field;
    }

    /** One line of our own checked file: commas, quotes around fields, no quotes or line ends inside them. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(each);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static String resource() {
        try (InputStream in = BudgetIndex.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
