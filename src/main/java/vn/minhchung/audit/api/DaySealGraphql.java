package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.DayBook;
import vn.minhchung.audit.DaySealView;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;

/** The seals over what is kept outside the stream: refused attempts, readings. */
@Controller
final class DaySealGraphql {
    private final Views views;
    private final Seals seals;

    DaySealGraphql(Views views, Seals seals) {
        this.views = views;
        this.seals = seals;
    }

    @QueryMapping
    Connection<Shown<DaySealView>> refusalSeals(Moment moment, PageArgs page) {
        return page(AuditViews.REFUSAL_SEAL, moment, page);
    }

    @QueryMapping
    Connection<Shown<DaySealView>> readingSeals(Moment moment, PageArgs page) {
        return page(AuditViews.READING_SEAL, moment, page);
    }

    private Connection<Shown<DaySealView>> page(ViewTable<DaySealView> table, Moment moment, PageArgs page) {
        return Connection.of(views, table, Filter.none(), moment, page);
    }

    @SchemaMapping(typeName = "RefusalSeal", field = "matches")
    CompletableFuture<Boolean> refusalsMatch(Shown<DaySealView> seal, Loader loader) {
        return matches(Book.REFUSALS, seal, loader);
    }

    @SchemaMapping(typeName = "ReadingSeal", field = "matches")
    CompletableFuture<Boolean> readingsMatch(Shown<DaySealView> seal, Loader loader) {
        return matches(Book.READINGS, seal, loader);
    }

    private CompletableFuture<Boolean> matches(Book book, Shown<DaySealView> seal, Loader loader) {
        return loader.batch(seals, new SealKey(book, seal.view(), seal.moment().position()));
    }

    /** What a seal is over. */
    enum Book {
        REFUSALS,
        READINGS
    }

    /** @param position of the moment that is shown */
    record SealKey(Book book, DaySealView seal, long position) {}

    /** Whether the rows, recomputed now, are still those that were sealed. */
    @Component
    static final class Seals implements BatchSource<SealKey, Boolean> {
        private final Map<Book, DayBook> books;

        Seals(RefusalBook refusals, ReadingBook readings) {
            this.books = Map.of(Book.REFUSALS, refusals, Book.READINGS, readings);
        }

        @Override
        public String name() {
            return "audit.seals";
        }

        @Override
        public Map<SealKey, Boolean> load(Collection<SealKey> keys) {
            Map<SealKey, Boolean> matches = new HashMap<>();
            books.forEach((book, rows) -> {
                Set<LocalDate> days = new LinkedHashSet<>();
                for (SealKey key : keys)
                    if (key.book() == book) days.add(key.seal().day());
                Map<LocalDate, DayBook.Digest> digests = rows.digests(days);
                for (SealKey key : keys) {
                    var sealed =
                            new DayBook.Digest(key.seal().count(), key.seal().hash());
                    if (key.book() == book)
                        matches.put(key, sealed.equals(digests.get(key.seal().day())));
                }
            });
            return matches;
        }
    }
}
