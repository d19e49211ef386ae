package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;

/** A figure read off running balances is the sum of its postings, wherever in the demo's story one stops. */
class BalancesTest {
    private static final int MOMENTS = 60;

    private final ToldStory story = ToldStory.once();
    private final RunningSystem system = story.system();

    /** Balances change with postings only: right after each posting is right at every position. */
    @Test
    void every_balance_is_the_sum_of_its_key_s_postings_so_far() throws SQLException {
        String wrong = """
                select count(*) filter (where balance <> summed), count(*), count(distinct ledger_key) from (
                  select balance, ledger_key, sum(amount) over (
                    partition by account, appropriation, project, budget_year, source, line, item, tranche
                    order by position, row_no) as summed
                  from %s) each""".formatted(system.views().qualified("budgets_posting"));
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(wrong)) {
            row.next();
            assertThat(row.getLong(1)).as("wrong balances").isZero();
            assertThat(row.getLong(2)).as("postings").isGreaterThan(500);
            assertThat(row.getLong(3)).as("ledger keys").isBetween(50L, row.getLong(2) - 1);
        }
    }

    /** With a day nothing lies behind, the same figure is summed posting by posting. */
    @Test
    void every_figure_is_the_same_summed_posting_by_posting() throws SQLException {
        RunningSystem.Client inspector = system.as(Cast.INSPECTOR.login());
        String both =
                "projects(first: 40, filter: {states: [APPROVED, CONTRACTED]}) { nodes { budget { %s lines { %s } } } }"
                                .formatted(figures("Budget"), figures("BudgetLine"))
                        + " appropriations(first: 40) { nodes { %s } }".formatted(figures("Appropriation"));
        long different = 0;
        for (long position : moments()) {
            JsonNode answer = inspector
                    .data("{ asOf(position: \"%d\") { %s } }".formatted(position, both))
                    .get("asOf");
            different += compared(position, answer);
        }
        assertThat(different).as("figures other than zero").isGreaterThan(1_000);
    }

    /** How many figures were not zero. */
    private static long compared(long position, JsonNode at) {
        long found = 0;
        if (at.isObject()) {
            for (var field : at.properties()) {
                if (field.getKey().endsWith("Summed")) continue;
                JsonNode summed = at.get(field.getKey() + "Summed");
                if (summed != null) {
                    assertThat(field.getValue())
                            .as(field.getKey() + " at " + position)
                            .isEqualTo(summed);
                    if (!field.getValue().get("amount").asString().equals("0")) found++;
                } else {
                    found += compared(position, field.getValue());
                }
            }
        }
        for (JsonNode each : at.isArray() ? at : List.<JsonNode>of()) found += compared(position, each);
        return found;
    }

    /** Every figure of a type twice, as it is and up to a day far ahead. */
    private String figures(String type) {
        return story.walk().schema().getObjectType(type).getFieldDefinitions().stream()
                .filter(field -> ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()))
                        .getName()
                        .equals("Figure"))
                .filter(field -> field.getArgument("effectiveThrough") != null)
                .map(BalancesTest::twice)
                .collect(Collectors.joining(" "));
    }

    private static String twice(GraphQLFieldDefinition field) {
        boolean ofYear =
                field.getArgument("year") != null && field.getArgument("year").getType() instanceof GraphQLNonNull;
        String year = ofYear ? "year: 2025" : "";
        String name = field.getName();
        return "%1$s%2$s { ...split } %1$sSummed: %1$s(%3$s effectiveThrough: \"2199-12-31\") { ...split }"
                .formatted(name, year.isEmpty() ? "" : "(" + year + ")", year)
                .replace(
                        "...split",
                        "amount breakdown(by: [YEAR, SOURCE, LINE, ITEM]) { year source line item amount }");
    }

    /** Positions at which money moved, evenly over the story. */
    private List<Long> moments() throws SQLException {
        String positions = "select distinct position from %s order by position"
                .formatted(system.views().qualified("budgets_posting"));
        List<Long> all = new ArrayList<>();
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(positions)) {
            while (row.next()) all.add(row.getLong(1));
        }
        int step = Math.max(1, all.size() / MOMENTS);
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) moments.add(all.get(i));
        return moments;
    }
}
