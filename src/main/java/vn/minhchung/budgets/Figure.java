package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.LedgerQuery.BasisKey;
import vn.minhchung.budgets.LedgerQuery.Dimension;
import vn.minhchung.budgets.LedgerQuery.PageKey;
import vn.minhchung.budgets.LedgerQuery.Scope;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.projects.FundSource;

/** An amount that explains itself: what it means and which postings it is asked over. */
public record Figure(Moment moment, Formula formula, Scope scope) implements HasMoment {

    public static Scope scope(Moment moment) {
        return new Scope(moment.position(), null, null, null, null, null, null, null);
    }

    /** The same figure with more of the ledger key fixed by the field's arguments. */
    public static Scope narrowed(
            Scope scope, @Nullable Integer year, @Nullable FundSource source, @Nullable LocalDate effectiveThrough) {
        return new Scope(
                scope.position(),
                scope.appropriation(),
                scope.project(),
                year,
                source,
                scope.line(),
                scope.tranche(),
                effectiveThrough);
    }

    public List<LedgerAccount> accounts() {
        return List.copyOf(formula.factors().keySet());
    }

    public SumKey sums(Dimension... by) {
        return new SumKey(scope, accounts(), List.of(by));
    }

    public PageKey page(PageArgs page) {
        return new PageKey(scope, accounts(), page.after(), page.first());
    }

    /** The same over the same postings, of another meaning. */
    public Figure of(Formula other) {
        return new Figure(moment, other, scope);
    }

    public BasisKey basis() {
        return new BasisKey(scope, accounts());
    }

    /** The amount these sums of accounts make. */
    public Vnd amount(List<Sum> sums) {
        Map<LedgerAccount, Integer> factors = formula.factors();
        Vnd amount = Vnd.ZERO;
        for (Sum sum : sums) amount = amount.plus(sum.amount().times(factors.getOrDefault(sum.account(), 0)));
        return amount;
    }
}
