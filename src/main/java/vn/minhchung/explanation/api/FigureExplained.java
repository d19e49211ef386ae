package vn.minhchung.explanation.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.budgets.Figure;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LedgerQuery.Share;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;

/**
 * A figure and what it is made of.
 *
 * @param shares what each event posted to each account of the figure, oldest first
 */
record FigureExplained(Figure figure, List<Share> shares) implements HasMoment {

    /**
     * A figure the explained one is a sum of.
     *
     * @param adds its amount times the factor
     */
    record Term(int factor, Figure figure, Vnd adds) {}

    /**
     * What one event adds.
     *
     * @param postings how many of the figure's postings are its
     */
    record EventAdds(Moment moment, EventId id, long position, Vnd adds, int postings) implements HasMoment {}

    @Override
    public Moment moment() {
        return figure.moment();
    }

    public String name() {
        return figure.formula().name();
    }

    /** Added up from the postings. */
    public Vnd sum() {
        return sum(figure.formula());
    }

    private Vnd sum(Formula formula) {
        Map<LedgerAccount, Integer> factors = formula.factors();
        Vnd sum = Vnd.ZERO;
        for (Share share : shares) sum = sum.plus(adds(share, factors));
        return sum;
    }

    private static Vnd adds(Share share, Map<LedgerAccount, Integer> factors) {
        return share.amount().times(factors.getOrDefault(share.account(), 0));
    }

    public List<Term> terms() {
        return figure.formula().terms().stream()
                .map(term -> new Term(
                        term.factor(),
                        figure.of(term.formula()),
                        sum(term.formula()).times(term.factor())))
                .toList();
    }

    /** In the order they were recorded. */
    List<EventAdds> events() {
        Map<LedgerAccount, Integer> factors = figure.formula().factors();
        Map<EventId, EventAdds> events = new LinkedHashMap<>();
        for (Share share : shares)
            events.merge(
                    share.event(),
                    new EventAdds(moment(), share.event(), share.position(), adds(share, factors), share.postings()),
                    (one, other) -> new EventAdds(
                            one.moment(),
                            one.id(),
                            one.position(),
                            one.adds().plus(other.adds()),
                            one.postings() + other.postings()));
        return List.copyOf(events.values());
    }

    List<Long> positions() {
        return shares.stream().map(Share::position).distinct().toList();
    }

    int postings() {
        return shares.stream().mapToInt(Share::postings).sum();
    }

    LocalDate firstDay() {
        return shares.stream().map(Share::firstDay).min(LocalDate::compareTo).orElseThrow();
    }

    LocalDate lastDay() {
        return shares.stream().map(Share::lastDay).max(LocalDate::compareTo).orElseThrow();
    }
}
