package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.NumberBook;
import vn.minhchung.audit.NumberMention;
import vn.minhchung.audit.SeriesKey;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Series of document numbers. */
@Controller
final class NumberGraphql {
    private final NumberBook numbers;
    private final AllSeries allSeries;

    NumberGraphql(NumberBook numbers, AllSeries allSeries) {
        this.numbers = numbers;
        this.allSeries = allSeries;
    }

    /** A series; what is known of it is read where it is asked for. */
    record ShownSeries(Moment moment, SeriesKey key) implements HasMoment {
        public String issuer() {
            return key.issuer();
        }

        public int year() {
            return key.year();
        }
    }

    /** A document of a series. */
    record ShownNumber(Moment moment, Series.Numbered document) implements HasMoment {
        public int serial() {
            return document.serial();
        }

        public @Nullable String inserted() {
            return document.inserted().isEmpty() ? null : document.inserted();
        }

        public String number() {
            return document.number();
        }

        public @Nullable LocalDate date() {
            return document.date();
        }

        public List<String> issuers() {
            return document.issuers();
        }

        public List<NumberFinding> findings() {
            return document.findings().stream().sorted().toList();
        }

        public @Nullable ShownNumber lowerNumberDatedLater() {
            Series.Numbered later = document.later();
            return later == null ? null : new ShownNumber(moment, later);
        }
    }

    /** A place that names it. */
    record ShownMention(Moment moment, NumberMention mention) implements HasMoment {
        public @Nullable LocalDate date() {
            return mention.dated();
        }

        public @Nullable String issuer() {
            return mention.issuedBy();
        }

        public String place() {
            return mention.place();
        }

        public LocalDate recordedOn() {
            return mention.recordedOn();
        }
    }

    /** Null where no event names a number of it. */
    @QueryMapping
    CompletableFuture<@Nullable ShownSeries> numberSeries(
            @Argument String issuer,
            @Argument @Nullable String kind,
            @Argument int year,
            @Argument @Nullable String issuedBy,
            Moment moment,
            Loader loader) {
        ShownSeries shown = new ShownSeries(moment, Series.key(issuer, kind, year, issuedBy));
        return series(shown, moment, loader)
                .thenApply(series -> series.documents().isEmpty() ? null : shown);
    }

    @QueryMapping
    Connection<ShownSeries> numberSeriesKnown(@Argument @Nullable Integer year, Moment moment, PageArgs page) {
        List<SeriesKey> found = numbers.series(year, moment.position(), page.after(), page.first() + 1);
        List<Placed> placed = new ArrayList<>();
        for (SeriesKey key : found) placed.add(new Placed(key, page.after() + placed.size() + 1));
        return Connection.of(
                placed.stream().limit(page.first()).toList(),
                each -> new ShownSeries(moment, each.key()),
                Placed::place,
                moment,
                page,
                found.size() > page.first(),
                () -> numbers.count(year, moment.position()));
    }

    private record Placed(SeriesKey key, long place) {}

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<@Nullable String> kind(ShownSeries shown, Loader loader) {
        return series(shown, shown.moment(), loader)
                .thenApply(series -> series.kind().isEmpty() ? null : series.kind());
    }

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<Integer> known(ShownSeries shown, Loader loader) {
        return series(shown, shown.moment(), loader)
                .thenApply(series -> series.documents().size());
    }

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<Integer> highest(ShownSeries shown, Loader loader) {
        return series(shown, shown.moment(), loader).thenApply(Series::highest);
    }

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<Integer> missing(ShownSeries shown, Loader loader) {
        return series(shown, shown.moment(), loader).thenApply(Series::missing);
    }

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<Connection<ShownNumber>> documents(
            ShownSeries shown,
            @Argument @Nullable List<NumberFinding> only,
            Moment moment,
            PageArgs page,
            Loader loader) {
        return series(shown, moment, loader)
                .thenApply(series -> Pages.of(
                        series.documents().stream()
                                .filter(document -> only == null
                                        || document.findings().stream().anyMatch(only::contains))
                                .toList(),
                        document -> new ShownNumber(moment, document),
                        moment,
                        page));
    }

    @SchemaMapping(typeName = "NumberSeries")
    CompletableFuture<Connection<Series.Gap>> gaps(ShownSeries shown, Moment moment, PageArgs page, Loader loader) {
        return series(shown, moment, loader).thenApply(series -> Pages.of(series.gaps(), gap -> gap, moment, page));
    }

    @SchemaMapping(typeName = "NumberedDocument")
    Connection<ShownMention> mentions(ShownNumber shown, PageArgs page) {
        Moment moment = shown.moment();
        return Pages.of(shown.document().mentions(), mention -> new ShownMention(moment, mention), moment, page);
    }

    @SchemaMapping(typeName = "NumberMention", field = "event")
    CompletableFuture<@Nullable Shown<?>> event(ShownMention shown, Loader loader) {
        return loader.node(new AnyId(shown.mention().event()), shown.moment());
    }

    @SchemaMapping(typeName = "NumberMention", field = "subject")
    CompletableFuture<@Nullable Shown<?>> subject(ShownMention shown, Loader loader) {
        return loader.node(new AnyId(shown.mention().stream()), shown.moment());
    }

    private CompletableFuture<Series> series(ShownSeries shown, Moment moment, Loader loader) {
        return loader.batch(allSeries, new Key(shown.key(), moment.position()));
    }

    /** @param position of the moment that is shown */
    record Key(SeriesKey series, long position) {}

    /** Every series of an operation, by one query for each moment. */
    @Component
    static final class AllSeries implements BatchSource<Key, Series> {
        private final NumberBook numbers;

        AllSeries(NumberBook numbers) {
            this.numbers = numbers;
        }

        @Override
        public String name() {
            return "audit.series";
        }

        @Override
        public Map<Key, Series> load(Collection<Key> keys) {
            Map<Long, Set<SeriesKey>> byMoment = new LinkedHashMap<>();
            for (Key key : keys)
                byMoment.computeIfAbsent(key.position(), _ -> new LinkedHashSet<>())
                        .add(key.series());
            Map<Key, Series> found = new HashMap<>();
            byMoment.forEach((position, wanted) -> {
                Map<SeriesKey, List<NumberMention>> mentions = numbers.mentions(wanted, position);
                for (SeriesKey key : wanted)
                    found.put(new Key(key, position), Series.of(key, mentions.getOrDefault(key, List.of())));
            });
            return found;
        }
    }
}
