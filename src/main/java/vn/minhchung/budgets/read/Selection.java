package vn.minhchung.budgets.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.Scope;
import vn.minhchung.kernel.Id;

/**
 * Many questions as one relation {@code k}: every key is a row of texts, so that one statement answers them all. A key of a
 * project uses the index by project, one of the unit's own amounts the index by appropriation.
 */
final class Selection {
    /** The relation of the questions. */
    static final String KEYS = """
            unnest(:n::int[], :position::bigint[], :appropriation::text[], :project::text[], :accounts::text[],
              :year::int[], :source::text[], :line::text[], :tranche::int[], :through::date[], :more::text[],
              :after::bigint[], :first::int[])
            as k(n, position, appropriation, project, accounts, year, source, line, tranche, through, more, after, first)""";

    /** Which postings or ledger keys {@code p} a key selects, beyond its project or appropriation. */
    private static final String REST = """
            and p.account = any(string_to_array(k.accounts, ',')) and p.position <= k.position
            and (k.year is null or p.budget_year = k.year) and (k.source is null or p.source = k.source)
            and (k.line is null or p.line = k.line) and (k.tranche is null or p.tranche = k.tranche)""";

    private static final String THROUGH = " and (k.through is null or p.effective_on <= k.through)";

    /** Ledger keys. */
    static final String KEYS_OF_PROJECT =
            "p.project = k.project and (k.appropriation is null or p.appropriation = k.appropriation) " + REST;

    static final String KEYS_OF_APPROPRIATION = "p.appropriation = k.appropriation " + REST;

    /** Postings. */
    static final String OF_PROJECT = KEYS_OF_PROJECT + THROUGH;

    static final String OF_APPROPRIATION = KEYS_OF_APPROPRIATION + THROUGH;

    private final Map<String, List<@Nullable String>> columns = new HashMap<>();
    private int rows;

    Selection() {
        for (String name : List.of(
                "n",
                "position",
                "appropriation",
                "project",
                "accounts",
                "year",
                "source",
                "line",
                "tranche",
                "through",
                "more",
                "after",
                "first")) columns.put(name, new ArrayList<>());
    }

    Selection add(Scope scope, List<LedgerAccount> accounts, String more, long after, int first) {
        put("n", rows++, Object::toString);
        put("position", scope.position(), Object::toString);
        put("appropriation", scope.appropriation(), Id::value);
        put("project", scope.project(), Id::value);
        put("accounts", String.join(",", accounts.stream().map(Enum::name).toList()), Object::toString);
        put("year", scope.year(), Object::toString);
        put("source", scope.source(), Enum::name);
        put("line", scope.line(), Enum::name);
        put("tranche", scope.tranche(), Object::toString);
        put("through", scope.effectiveThrough(), Object::toString);
        put("more", more, Object::toString);
        put("after", after, Object::toString);
        put("first", first, Object::toString);
        return this;
    }

    private <T> void put(String column, @Nullable T value, Function<T, String> text) {
        List<@Nullable String> values = columns.get(column);
        if (values == null) throw new IllegalArgumentException(column);
        values.add(value == null ? null : text.apply(value));
    }

    Map<String, Object> parameters() {
        Map<String, Object> arrays = new HashMap<>();
        columns.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return arrays;
    }
}
