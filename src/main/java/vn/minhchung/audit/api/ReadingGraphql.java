package vn.minhchung.audit.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.audit.KeptReading;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.ReadingQuery;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Who read what: all of it for inspectors and the director, and for everybody who opened the own record. */
@Controller
final class ReadingGraphql {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReadingBook readings;
    private final StoryClock clock;

    ReadingGraphql(ReadingBook readings, StoryClock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** One reading. What was opened and asked stands in the detail that is hashed. */
    record Reading(
            Moment moment,
            String id,
            Instant at,
            LocalDate day,
            String kind,
            List<String> roles,
            @Nullable String operation,
            @Nullable String document,
            List<String> fields,
            List<String> asked,
            int unnamed,
            List<Long> asOf,
            List<String> opened,
            List<String> openedBy,
            long position,
            @Nullable String requestId,
            KeptReading kept)
            implements HasMoment {}

    /** What a person is told about a reading of the own record: not what else the reader asked for. */
    record OwnReading(Moment moment, String id, Instant at, List<String> roles, List<String> openedBy, KeptReading kept)
            implements HasMoment {}

    /** Readings are no events; under {@code asOf} those are shown that had happened by the moment's time. */
    @QueryMapping
    Connection<Reading> readings(@Argument @Nullable ReadingFilter filter, Moment moment, PageArgs page) {
        return page(ReadingFilter.query(filter), moment, page, ReadingGraphql::shown);
    }

    @QueryMapping
    Connection<OwnReading> ownReadings(Moment moment, PageArgs page, Viewer viewer) {
        Actor actor = viewer.actor();
        if (actor == null) throw Refusal.of(ErrorCode.NOT_SIGNED_IN, "query", "ownReadings");
        ReadingQuery own =
                new ReadingQuery(null, null, null, Set.of(actor.person().value()));
        return page(own, moment, page, ReadingGraphql::shownToOwner);
    }

    private interface Showing<T> {
        T shown(ReadingBook.Line line, Moment moment);
    }

    private <T> Connection<T> page(ReadingQuery query, Moment moment, PageArgs page, Showing<T> showing) {
        Instant until = moment.past() ? moment.recordedAt() : clock.now();
        List<ReadingBook.Line> found = readings.list(query, until, page.after(), page.first() + 1);
        return Connection.of(
                found.stream().limit(page.first()).toList(),
                line -> showing.shown(line, moment),
                ReadingBook.Line::order,
                moment,
                page,
                found.size() > page.first(),
                () -> readings.count(query, until));
    }

    private static Reading shown(ReadingBook.Line line, Moment moment) {
        KeptReading kept = line.reading();
        JsonNode detail = JSON.readTree(kept.detail());
        return new Reading(
                moment,
                id(line),
                kept.at(),
                kept.day(),
                kept.kind(),
                texts(detail, "roles"),
                kept.operation(),
                detail.has("document") ? detail.get("document").asString() : null,
                texts(detail, "fields"),
                texts(detail, "asked"),
                Integer.parseInt(detail.path("unnamed").asString("0")),
                texts(detail, "asOf").stream().map(Long::valueOf).toList(),
                texts(detail, "opened"),
                texts(detail, "openedBy"),
                kept.position(),
                kept.requestId(),
                kept);
    }

    private static OwnReading shownToOwner(ReadingBook.Line line, Moment moment) {
        KeptReading kept = line.reading();
        JsonNode detail = JSON.readTree(kept.detail());
        return new OwnReading(moment, id(line), kept.at(), texts(detail, "roles"), texts(detail, "openedBy"), kept);
    }

    private static String id(ReadingBook.Line line) {
        return "reading:" + line.order();
    }

    private static List<String> texts(JsonNode detail, String name) {
        return detail.path(name).valueStream().map(JsonNode::asString).toList();
    }

    @SchemaMapping(typeName = "Reading", field = "account")
    CompletableFuture<@Nullable Shown<?>> account(Reading reading, Loader loader) {
        return loader.node(AnyId.of(reading.kept().account()), reading.moment());
    }

    @SchemaMapping(typeName = "Reading", field = "person")
    CompletableFuture<@Nullable Shown<?>> person(Reading reading, Loader loader) {
        return loader.node(AnyId.of(reading.kept().actor()), reading.moment());
    }

    @SchemaMapping(typeName = "OwnReading", field = "person")
    CompletableFuture<@Nullable Shown<?>> reader(OwnReading reading, Loader loader) {
        return loader.node(AnyId.of(reading.kept().actor()), reading.moment());
    }
}
