package vn.minhchung.budgets.api;

import static java.util.Map.entry;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.BudgetView;
import vn.minhchung.budgets.Figure;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerQuery.Scope;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.FundSource;

/** Every money field of every type: which formula it is. Types that have a field of a name mean the same by it. */
@Component
class FigureFields implements RuntimeWiringConfigurer {
    private static final Map<String, Formula> OF_TASK = Map.ofEntries(
            entry("committed", Formula.COMMITTED),
            entry("advanced", Formula.ADVANCED),
            entry("paidDirectly", Formula.PAID_DIRECTLY),
            entry("cleared", Formula.CLEARED),
            entry("returned", Formula.RETURNED),
            entry("advanceOutstanding", Formula.ADVANCE_OUTSTANDING),
            entry("paid", Formula.PAID),
            entry("received", Formula.RECEIVED));

    private static final Map<String, Formula> OF_LINE = with(
            OF_TASK,
            entry("approved", Formula.APPROVED),
            entry("spentReported", Formula.SPENT_REPORTED),
            entry("spent", Formula.SPENT),
            entry("settledInYear", Formula.SETTLED_IN_YEAR),
            entry("settled", Formula.SETTLED),
            entry("saved", Formula.SAVED));

    static final Map<String, Formula> OF_BUDGET = with(
            OF_LINE,
            entry("appropriated", Formula.APPROPRIATED),
            entry("refundOrdered", Formula.REFUND_ORDERED),
            entry("refunded", Formula.REFUNDED));

    static final Map<String, Formula> OF_APPROPRIATION = Map.ofEntries(
            entry("carriedIn", Formula.CARRIED_IN),
            entry("assigned", Formula.ASSIGNED),
            entry("adjusted", Formula.ADJUSTED),
            entry("cut", Formula.CUT),
            entry("usable", Formula.USABLE),
            entry("committed", Formula.COMMITTED),
            entry("advanceOutstanding", Formula.ADVANCE_OUTSTANDING),
            entry("actual", Formula.ACTUAL),
            entry("held", Formula.HELD),
            entry("remaining", Formula.REMAINING),
            entry("allocated", Formula.APPROPRIATED),
            entry("unallocated", Formula.UNALLOCATED),
            entry("carriedOut", Formula.CARRIED_OUT),
            entry("cancelled", Formula.CANCELLED),
            entry("settledInYear", Formula.SETTLED_IN_YEAR));

    private static final Map<String, Formula> OF_ALLOCATION =
            with(OF_TASK, entry("allocated", Formula.APPROPRIATED), entry("settledInYear", Formula.SETTLED_IN_YEAR));

    @SafeVarargs
    private static Map<String, Formula> with(Map<String, Formula> base, Map.Entry<String, Formula>... more) {
        Map<String, Formula> all = new LinkedHashMap<>(base);
        for (Map.Entry<String, Formula> each : more) all.put(each.getKey(), each.getValue());
        return all;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        Map.of(
                        "Budget", OF_BUDGET,
                        "BudgetLine", OF_LINE,
                        "Tranche", OF_TASK,
                        "Appropriation", OF_APPROPRIATION,
                        "Allocation", OF_ALLOCATION)
                .forEach((type, fields) -> wiring.type(type, builder -> {
                    fields.forEach((field, formula) -> builder.dataFetcher(field, env -> figure(env, formula)));
                    return builder;
                }));
    }

    private static Figure figure(DataFetchingEnvironment env, Formula formula) {
        Shown<?> shown = env.getSource();
        if (shown == null) throw new IllegalStateException("a figure of nothing");
        Integer year = env.getArgument("year");
        Object source = env.getArgument("source");
        LocalDate through = env.getArgument("effectiveThrough");
        return new Figure(
                shown.moment(),
                formula,
                Figure.narrowed(
                        scope(shown), year, source == null ? null : FundSource.valueOf(source.toString()), through));
    }

    private static Scope scope(Shown<?> shown) {
        long position = shown.moment().position();
        return switch (shown.view()) {
            case BudgetView v -> new Scope(position, null, v.project(), null, null, null, null, null);
            case BudgetLineShown v -> new Scope(position, null, v.project(), null, null, v.line(), null, null);
            case TrancheShown v -> new Scope(position, null, v.project(), null, null, null, v.number(), null);
            case AppropriationView v -> new Scope(position, v.appropriation(), null, null, null, null, null, null);
            case AllocationShown v -> new Scope(position, v.appropriation(), v.project(), null, null, null, null, null);
            default -> throw new IllegalStateException("no figures of " + shown.view());
        };
    }

    /** For values computed from a figure without asking for it. */
    static Figure of(Shown<?> shown, Formula formula, @Nullable LocalDate effectiveThrough) {
        return new Figure(shown.moment(), formula, Figure.narrowed(scope(shown), null, null, effectiveThrough));
    }
}
