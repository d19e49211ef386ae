package vn.minhchung.budgets.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.Figure;
import vn.minhchung.budgets.LedgerQuery.Dimension;
import vn.minhchung.budgets.LedgerQuery.Entry;
import vn.minhchung.budgets.LedgerQuery.EntryKey;
import vn.minhchung.budgets.LedgerQuery.PageKey;
import vn.minhchung.budgets.LedgerQuery.PostingPage;
import vn.minhchung.budgets.LedgerQuery.Sum;
import vn.minhchung.budgets.LedgerQuery.SumKey;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** Figures opened: into their amount, their terms, parts, evidence and postings, and postings into their entry and event. */
@Controller
class FigureGraphql {
    private final BatchSource<SumKey, List<Sum>> sums;
    private final BatchSource<PageKey, PostingPage> pages;
    private final BatchSource<EntryKey, Entry> entries;

    FigureGraphql(
            BatchSource<SumKey, List<Sum>> sums,
            BatchSource<PageKey, PostingPage> pages,
            BatchSource<EntryKey, Entry> entries) {
        this.sums = sums;
        this.pages = pages;
        this.entries = entries;
    }

    /** @param factor 1 or −1 */
    record Term(int factor, Figure figure) {}

    /** Parts not asked for are null. */
    record Part(
            @Nullable Integer year,
            @Nullable FundSource source,
            @Nullable LineCategory line,
            @Nullable String item) {}

    record Share(
            @Nullable Integer year,
            @Nullable FundSource source,
            @Nullable LineCategory line,
            @Nullable String item,
            Vnd amount) {}

    record Proven(Evidence evidence, Vnd amount) {}

    /** An entry at a moment. */
    record EntryShown(Moment moment, String id) implements HasMoment {}

    @SchemaMapping(typeName = "Figure", field = "name")
    String name(Figure figure) {
        return figure.formula().name();
    }

    @SchemaMapping(typeName = "Figure", field = "amount")
    CompletableFuture<Vnd> amount(Figure figure, Loader loader) {
        return loader.batch(sums, figure.sums()).thenApply(figure::amount);
    }

    @SchemaMapping(typeName = "Figure", field = "terms")
    List<Term> terms(Figure figure) {
        return figure.formula().terms().stream()
                .map(t -> new Term(t.factor(), new Figure(figure.moment(), t.formula(), figure.scope())))
                .toList();
    }

    @SchemaMapping(typeName = "Figure", field = "breakdown")
    CompletableFuture<List<Share>> breakdown(Figure figure, @Argument List<Dimension> by, Loader loader) {
        return loader.batch(sums, figure.sums(by.stream().distinct().toArray(Dimension[]::new)))
                .thenApply(found -> shares(figure, found));
    }

    private static List<Share> shares(Figure figure, List<Sum> found) {
        Map<Part, List<Sum>> parts = new LinkedHashMap<>();
        for (Sum sum : found)
            parts.computeIfAbsent(new Part(sum.year(), sum.source(), sum.line(), sum.item()), _ -> new ArrayList<>())
                    .add(sum);
        return parts.entrySet().stream()
                .map(e -> new Share(
                        e.getKey().year(),
                        e.getKey().source(),
                        e.getKey().line(),
                        e.getKey().item(),
                        figure.amount(e.getValue())))
                .toList();
    }

    @SchemaMapping(typeName = "Figure", field = "evidence")
    CompletableFuture<List<Proven>> evidence(Figure figure, Loader loader) {
        return loader.batch(sums, figure.sums(Dimension.EVIDENCE)).thenApply(found -> {
            List<Proven> all = new ArrayList<>();
            for (Evidence kind : Evidence.values())
                all.add(new Proven(
                        kind,
                        figure.amount(
                                found.stream().filter(s -> s.evidence() == kind).toList())));
            return all;
        });
    }

    @SchemaMapping(typeName = "Figure", field = "postings")
    CompletableFuture<Connection<Shown<PostingView>>> postings(
            Figure figure, PageArgs page, Moment moment, Loader loader) {
        return loader.batch(pages, figure.page(page)).thenApply(found -> found.shown(figure.moment(), moment, page));
    }

    @SchemaMapping(typeName = "Posting", field = "entry")
    EntryShown entry(Shown<PostingView> posting) {
        return new EntryShown(posting.moment(), posting.view().entry());
    }

    @SchemaMapping(typeName = "Posting", field = "event")
    CompletableFuture<@Nullable Shown<?>> event(Shown<PostingView> posting, Loader loader) {
        return loader.node(posting.view().event(), posting.moment());
    }

    @SchemaMapping(typeName = "Posting", field = "appropriation")
    CompletableFuture<@Nullable Shown<?>> appropriation(Shown<PostingView> posting, Loader loader) {
        return loader.node(posting.view().appropriation(), posting.moment());
    }

    @SchemaMapping(typeName = "Posting", field = "project")
    CompletableFuture<@Nullable Shown<?>> project(Shown<PostingView> posting, Loader loader) {
        return loader.node(posting.view().project(), posting.moment());
    }

    @SchemaMapping(typeName = "LedgerEntry", field = "postings")
    CompletableFuture<List<Shown<PostingView>>> postings(EntryShown entry, Loader loader) {
        return loader.batch(entries, key(entry))
                .thenApply(found -> found.postings().stream()
                        .map(item -> new Shown<>(entry.moment(), item.id(), item.posting()))
                        .toList());
    }

    @SchemaMapping(typeName = "LedgerEntry", field = "event")
    CompletableFuture<@Nullable Shown<?>> event(EntryShown entry, Loader loader) {
        return loader.batch(entries, key(entry)).thenCompose(found -> loader.node(found.event(), entry.moment()));
    }

    @SchemaMapping(typeName = "LedgerEntry", field = "reverses")
    CompletableFuture<@Nullable EntryShown> reverses(EntryShown entry, Loader loader) {
        return loader.batch(entries, key(entry)).thenApply(found -> other(entry, found.reverses()));
    }

    @SchemaMapping(typeName = "LedgerEntry", field = "reversedBy")
    CompletableFuture<@Nullable EntryShown> reversedBy(EntryShown entry, Loader loader) {
        return loader.batch(entries, key(entry)).thenApply(found -> other(entry, found.reversedBy()));
    }

    private static EntryKey key(EntryShown entry) {
        return new EntryKey(entry.moment().position(), entry.id());
    }

    private static @Nullable EntryShown other(EntryShown entry, @Nullable String id) {
        return id == null ? null : new EntryShown(entry.moment(), id);
    }
}
