package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** What can be asked of the ledger; each kind of question is answered for many keys by one statement. */
public final class LedgerQuery {
    private LedgerQuery() {}

    /** By what a figure can be split. */
    public enum Dimension {
        YEAR,
        SOURCE,
        LINE,
        ITEM,
        EVIDENCE
    }

    /**
     * Which postings: those of the project, the appropriation or both, as known at the position; a null leaves the part of
     * the ledger key open.
     *
     * @param effectiveThrough last effective day that counts
     */
    public record Scope(
            long position,
            @Nullable AppropriationId appropriation,
            @Nullable ProjectId project,
            @Nullable Integer year,
            @Nullable FundSource source,
            @Nullable LineCategory line,
            @Nullable Integer tranche,
            @Nullable LocalDate effectiveThrough) {}

    /** Sums per account, split further by the dimensions. Answers a list of {@link Sum}. */
    public record SumKey(Scope scope, List<LedgerAccount> accounts, List<Dimension> by) {}

    /** A part that was not asked to be split is null. */
    public record Sum(
            LedgerAccount account,
            @Nullable Integer year,
            @Nullable FundSource source,
            @Nullable LineCategory line,
            @Nullable String item,
            @Nullable Evidence evidence,
            Vnd amount) {}

    /** One page of postings, oldest first. Answers a {@link PostingPage}. */
    public record PageKey(Scope scope, List<LedgerAccount> accounts, long after, int first) {}

    public record PostingPage(List<PostingItem> items, boolean hasNext, long totalCount) {
        /**
         * As the schema shows a page.
         *
         * @param shown the moment of the figure
         * @param moment that of the cursor
         */
        public Connection<Shown<PostingView>> shown(Moment shown, Moment moment, PageArgs page) {
            return Connection.of(
                    items,
                    item -> new Shown<>(shown, item.id(), item.posting()),
                    PostingItem::order,
                    moment,
                    page,
                    hasNext,
                    this::totalCount);
        }
    }

    /** @param order grows with the posting's place in the record */
    public record PostingItem(String id, long order, PostingView posting) {}

    /** Answers an {@link Entry}. */
    public record EntryKey(long position, String entry) {}

    /**
     * @param reverses the entry it takes back
     * @param reversedBy the entry that took it back, as known at the position
     */
    public record Entry(
            EventId event,
            @Nullable String reverses,
            @Nullable String reversedBy,
            List<PostingItem> postings) {}

    /** What an amount is made of, event by event. Answers a list of {@link Share}, oldest event first. */
    public record BasisKey(Scope scope, List<LedgerAccount> accounts) {}

    /**
     * What one event posted to one account within a scope.
     *
     * @param position of the event
     * @param postings how many
     * @param firstDay earliest effective day of these postings, {@code lastDay} the latest
     */
    public record Share(
            EventId event,
            long position,
            LedgerAccount account,
            Vnd amount,
            int postings,
            LocalDate firstDay,
            LocalDate lastDay) {}
}
