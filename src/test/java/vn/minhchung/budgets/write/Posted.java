package vn.minhchung.budgets.write;

import java.util.List;
import java.util.stream.Stream;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.MoneyEvent;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Vnd;

/** What entries post. */
final class Posted {
    private Posted() {}

    /** Zero for every entry of the ledger. */
    static Vnd sum(MoneyEvent event) {
        return sum(event.postings().stream());
    }

    static Vnd on(MoneyEvent event, LedgerAccount account) {
        return on(List.of(event), account);
    }

    /** By all entries among the events. */
    static Vnd on(List<? extends DomainEvent> events, LedgerAccount account) {
        return sum(events.stream()
                .filter(MoneyEvent.class::isInstance)
                .flatMap(event -> ((MoneyEvent) event).postings().stream())
                .filter(posting -> posting.account() == account));
    }

    private static Vnd sum(Stream<Posting> postings) {
        return Vnd.sum(postings.map(Posting::amount).toList());
    }
}
