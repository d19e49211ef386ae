package vn.minhchung.explanation.api;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.budgets.Figure;
import vn.minhchung.budgets.LedgerQuery.BasisKey;
import vn.minhchung.budgets.LedgerQuery.PageKey;
import vn.minhchung.budgets.LedgerQuery.PostingPage;
import vn.minhchung.budgets.LedgerQuery.Share;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.explanation.api.FigureExplained.EventAdds;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Why a figure is what it is: added up anew from the postings, event by event, with the rules these rest on. */
@Controller
final class FigureExplanationGraphql {
    private final BatchSource<BasisKey, List<Share>> basis;
    private final BatchSource<PageKey, PostingPage> pages;
    private final RulesBehind rules;
    private final Cited cited;
    private final FigureSentence sentences;

    FigureExplanationGraphql(
            BatchSource<BasisKey, List<Share>> basis,
            BatchSource<PageKey, PostingPage> pages,
            RulesBehind rules,
            Cited cited,
            FigureSentence sentences) {
        this.basis = basis;
        this.pages = pages;
        this.rules = rules;
        this.cited = cited;
        this.sentences = sentences;
    }

    @SchemaMapping(typeName = "Figure")
    CompletableFuture<FigureExplained> explain(Figure figure, Loader loader) {
        return loader.batch(basis, figure.basis()).thenApply(shares -> new FigureExplained(figure, shares));
    }

    @SchemaMapping(typeName = "FigureExplanation")
    CompletableFuture<String> sentence(
            FigureExplained explained, @Argument @Nullable String lang, Locale locale, Viewer viewer, Loader loader) {
        Locale language = Lang.of(lang, locale);
        String told = sentences.of(explained, language);
        return rules(explained, viewer, loader).thenApply(found -> told + cited.words(found, language));
    }

    @SchemaMapping(typeName = "FigureExplanation")
    Connection<EventAdds> events(FigureExplained explained, Moment moment, PageArgs page) {
        List<EventAdds> all = explained.events();
        List<EventAdds> rest =
                all.stream().filter(each -> each.position() > page.after()).toList();
        return Connection.of(
                rest.stream().limit(page.first()).toList(),
                each -> each,
                EventAdds::position,
                moment,
                page,
                rest.size() > page.first(),
                all::size);
    }

    @SchemaMapping(typeName = "FigureExplanation")
    CompletableFuture<Connection<Shown<PostingView>>> postings(
            FigureExplained explained, Moment moment, PageArgs page, Loader loader) {
        return loader.batch(pages, explained.figure().page(page))
                .thenApply(found -> found.shown(explained.moment(), moment, page));
    }

    @SchemaMapping(typeName = "FigureExplanation")
    CompletableFuture<List<Shown<?>>> rules(FigureExplained explained, Viewer viewer, Loader loader) {
        Moment moment = explained.moment();
        CompletableFuture<List<RuleRef>> found =
                loader.batch(rules, new RulesBehind.Key(explained.positions(), moment.position(), viewer));
        return found.thenCompose(refs -> cited.versions(refs, moment, loader));
    }

    @SchemaMapping(typeName = "ExplainedEvent")
    CompletableFuture<@Nullable Shown<?>> event(EventAdds adds, Loader loader) {
        return loader.node(adds.id(), adds.moment());
    }
}
