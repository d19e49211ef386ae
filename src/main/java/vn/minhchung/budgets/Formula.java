package vn.minhchung.budgets;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a figure means: the sum of one account's postings, or a sum of other figures (contract.md 4). */
public enum Formula {
    APPROVED(LedgerAccount.APPROVED),
    APPROPRIATED(LedgerAccount.ALLOCATED),
    COMMITTED(LedgerAccount.COMMITTED),
    ADVANCED(LedgerAccount.ADVANCED),
    PAID_DIRECTLY(LedgerAccount.PAID_DIRECTLY),
    CLEARED(LedgerAccount.CLEARED),
    RETURNED(LedgerAccount.RETURNED),
    RECEIVED(LedgerAccount.HOST_RECEIVED),
    SPENT_REPORTED(LedgerAccount.SPENT_REPORTED),
    SPENT(LedgerAccount.SPENT),
    SETTLED_IN_YEAR(LedgerAccount.SETTLED_IN_YEAR),
    SETTLED(LedgerAccount.SETTLED),
    REFUND_ORDERED(LedgerAccount.REFUND_ORDERED),
    REFUNDED(LedgerAccount.REFUNDED),
    SAVED(LedgerAccount.SAVED),
    ADVANCE_OUTSTANDING(plus(ADVANCED), minus(CLEARED), minus(RETURNED)),
    PAID(plus(ADVANCED), plus(PAID_DIRECTLY), minus(RETURNED)),

    CARRIED_IN(LedgerAccount.CARRIED_IN),
    ASSIGNED(LedgerAccount.ASSIGNED),
    ADJUSTED(LedgerAccount.ADJUSTED),
    CUT_IN_YEAR(LedgerAccount.CUT),
    CARRIED_OUT(LedgerAccount.CARRIED_OUT),
    CANCELLED(LedgerAccount.CANCELLED),
    CUT(plus(CUT_IN_YEAR), plus(CARRIED_OUT), plus(CANCELLED)),
    HELD(LedgerAccount.HELD),
    USABLE(plus(CARRIED_IN), plus(ASSIGNED), plus(ADJUSTED), minus(CUT)),
    ACTUAL(plus(CLEARED), plus(PAID_DIRECTLY)),
    REMAINING(plus(USABLE), minus(ADVANCE_OUTSTANDING), minus(ACTUAL), minus(HELD)),
    UNALLOCATED(plus(USABLE), minus(APPROPRIATED));

    /** @param factor 1 or −1 */
    public record Term(int factor, Formula formula) {}

    private final @Nullable LedgerAccount account;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Term> terms;

    Formula(LedgerAccount account) {
        this.account = account;
        this.terms = List.of();
    }

    Formula(Term... terms) {
        this.account = null;
        this.terms = List.of(terms);
    }

    private static Term plus(Formula formula) {
        return new Term(1, formula);
    }

    private static Term minus(Formula formula) {
        return new Term(-1, formula);
    }

    /** Empty for a basic figure. */
    public List<Term> terms() {
        return terms;
    }

    /** How often each account counts. */
    public Map<LedgerAccount, Integer> factors() {
        Map<LedgerAccount, Integer> factors = new EnumMap<>(LedgerAccount.class);
        collect(1, factors);
        return factors;
    }

    private void collect(int factor, Map<LedgerAccount, Integer> into) {
        if (account != null) into.merge(account, factor, Integer::sum);
        for (Term term : terms) term.formula().collect(factor * term.factor(), into);
    }
}
