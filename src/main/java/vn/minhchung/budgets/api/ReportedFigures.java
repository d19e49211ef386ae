package vn.minhchung.budgets.api;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.Dimension;
import vn.minhchung.budgets.LedgerQuery.Scope;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.EnumLabel;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.log.bundle.FigureSource;
import vn.minhchung.kernel.log.bundle.ReportFigure;
import vn.minhchung.projects.FundSource;

/** The figures of a task or an appropriation for the report of a bundle: in the order of the schema, and named as it names them. */
@Component
final class ReportedFigures implements FigureSource {
    private final BatchSource<SumKey, List<Sum>> sums;
    private final ObjectProvider<GraphQlSource> source;

    ReportedFigures(BatchSource<SumKey, List<Sum>> sums, ObjectProvider<GraphQlSource> source) {
        this.sums = sums;
        this.source = source;
    }

    @Override
    public List<Line> figures(String object, long asOf) {
        return switch (Id.kindOf(object)) {
            case "project" ->
                figures(
                        "Budget",
                        FigureFields.OF_BUDGET,
                        new Scope(asOf, null, new ProjectId(object), null, null, null, null, null));
            case "appropriation" ->
                figures(
                        "Appropriation",
                        FigureFields.OF_APPROPRIATION,
                        new Scope(asOf, new AppropriationId(object), null, null, null, null, null, null));
            default -> List.of();
        };
    }

    /** What is zero everywhere is left out. */
    private List<Line> figures(String type, Map<String, Formula> fields, Scope scope) {
        SumKey all = new SumKey(scope, List.of(LedgerAccount.values()), List.of(Dimension.YEAR, Dimension.SOURCE));
        List<Sum> found = sums.load(List.of(all)).getOrDefault(all, List.of());
        GraphQLSchema schema = source.getObject().schema();
        List<Line> lines = new ArrayList<>();
        for (GraphQLFieldDefinition field : schema.getObjectType(type).getFieldDefinitions()) {
            Formula formula = fields.get(field.getName());
            if (formula != null) add(label(field), formula, found, schema, lines);
        }
        return lines;
    }

    /** Where a sum belongs. */
    private record Place(@Nullable Integer year, @Nullable FundSource source) {
        List<String> where() {
            return List.of(year == null ? "" : year.toString(), source == null ? "" : source.name());
        }
    }

    private static void add(String label, Formula formula, List<Sum> found, GraphQLSchema schema, List<Line> lines) {
        Map<LedgerAccount, Integer> factors = new EnumMap<>(formula.factors());
        factors.values().removeIf(factor -> factor == 0);
        Map<Place, Long> places = new LinkedHashMap<>();
        for (Sum sum : found)
            places.merge(
                    new Place(sum.year(), sum.source()),
                    sum.amount().times(factors.getOrDefault(sum.account(), 0)).amount(),
                    Math::addExact);
        places.values().removeIf(part -> part == 0);
        if (places.isEmpty()) return;
        List<String> accounts = accounts(factors);
        // an approval states shares, not postings
        boolean addsUp = !factors.containsKey(LedgerAccount.APPROVED);
        long total = places.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        lines.add(new Line(label, "", new ReportFigure(accounts, List.of(), total), addsUp));
        places.forEach((place, part) ->
                lines.add(new Line("", words(place, schema), new ReportFigure(accounts, place.where(), part), addsUp)));
    }

    private static List<String> accounts(Map<LedgerAccount, Integer> factors) {
        List<String> accounts = new ArrayList<>();
        factors.forEach((account, factor) -> {
            for (int i = 0; i < Math.abs(factor); i++) accounts.add((factor < 0 ? "-" : "") + account.name());
        });
        return accounts;
    }

    private static String words(Place place, GraphQLSchema schema) {
        List<String> words = new ArrayList<>();
        if (place.year() != null) words.add(place.year().toString());
        if (place.source() != null) words.add(source(place.source(), schema));
        return String.join(", ", words);
    }

    private static String source(FundSource source, GraphQLSchema schema) {
        GraphQLEnumType described = (GraphQLEnumType) schema.getType("FundSource");
        GraphQLEnumValueDefinition value = described == null ? null : described.getValue(source.name());
        String description = value == null ? null : value.getDescription();
        return description == null ? source.name() : EnumLabel.of(description, Texts.VI);
    }

    /** The accounts, in brackets behind it, are for who reads the schema. */
    private static String label(GraphQLFieldDefinition field) {
        String description = field.getDescription();
        String line = description == null
                ? field.getName()
                : EnumLabel.of(description, Texts.VI).replaceFirst("\\. \\[.*$", "");
        return line.substring(0, 1).toUpperCase(Texts.VI) + line.substring(1);
    }
}
