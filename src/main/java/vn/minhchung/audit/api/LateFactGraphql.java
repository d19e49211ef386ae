package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.LateFact;
import vn.minhchung.audit.LateFactBook;
import vn.minhchung.audit.LateFactQuery;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Facts recorded late. */
@Controller
final class LateFactGraphql {
    private final LateFactBook facts;

    LateFactGraphql(LateFactBook facts) {
        this.facts = facts;
    }

    /** The input {@code LateFactFilter} of the schema. */
    record LateFactFilter(
            @Nullable String subject,
            @Nullable LocalDate recordedFrom,
            @Nullable LocalDate recordedThrough,
            @Nullable LocalDate happenedFrom,
            @Nullable LocalDate happenedThrough) {

        static LateFactQuery query(int moreThanDays, @Nullable LateFactFilter filter) {
            return filter == null
                    ? new LateFactQuery(moreThanDays, null, null, null, null, null)
                    : new LateFactQuery(
                            moreThanDays,
                            EventFilter.stable(filter.subject),
                            filter.recordedFrom,
                            filter.recordedThrough,
                            filter.happenedFrom,
                            filter.happenedThrough);
        }
    }

    /** A late fact at a moment. */
    record ShownLate(Moment moment, LateFact fact) implements HasMoment {
        public Shown<EventView> event() {
            return new Shown<>(moment, fact.event().id(), fact.event());
        }

        public @Nullable LocalDate effectiveOn() {
            return fact.event().effectiveOn();
        }

        public @Nullable LocalDate documentDate() {
            return fact.event().documentDate();
        }

        public LocalDate recordedOn() {
            return fact.recordedOn();
        }

        public int delayDays() {
            return fact.delayDays();
        }
    }

    @QueryMapping
    Connection<ShownLate> lateFacts(
            @Argument int moreThanDays,
            @Argument @Nullable LateFactFilter filter,
            Moment moment,
            PageArgs page,
            Viewer viewer) {
        if (moreThanDays < 0)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "negative", "value", moreThanDays)
                    .at("moreThanDays");
        LateFactQuery query = LateFactFilter.query(moreThanDays, filter);
        List<LateFact> found = facts.list(query, viewer, page.after(), moment.position(), page.first() + 1);
        return Connection.of(
                found.stream().limit(page.first()).toList(),
                fact -> new ShownLate(moment, fact),
                fact -> fact.event().position(),
                moment,
                page,
                found.size() > page.first(),
                () -> facts.count(query, viewer, moment.position()));
    }
}
