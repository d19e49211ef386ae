package vn.minhchung.rules.api;

import static vn.minhchung.rules.RuleViews.CALENDARS;
import static vn.minhchung.rules.RuleViews.VERSIONS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.CalendarView;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.CalendarYearId;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/** The working-day calendar and the table of deadlines, as known at the moment asked about. */
@Controller
class CalendarController {
    private static final String PREFIX = "deadline.";

    /** The table has some two dozen kinds; this is a limit, not a page. */
    private static final int MOST = 500;

    private final Views views;

    CalendarController(Views views) {
        this.views = views;
    }

    /**
     * A row of the deadline table.
     *
     * @param dueOn null when no trigger day was given
     * @param provisional the count ran over a year without a decided calendar
     */
    record Deadline(
            String kind,
            long count,
            String unit,
            @Nullable LocalDate dueOn,
            boolean provisional,
            Shown<RuleVersionView> rule) {}

    @QueryMapping
    @Nullable
    Shown<CalendarView> calendar(@Argument int year, Moment moment) {
        String id = CalendarYearId.of(year).value();
        return views.find(CALENDARS, id, moment.position())
                .map(view -> new Shown<>(moment, id, view))
                .orElse(null);
    }

    @QueryMapping
    List<Deadline> deadlines(@Argument LocalDate on, @Argument @Nullable LocalDate from, Moment moment) {
        Filter filter = RuleFilters.inForceOn(on).and("v.family like :prefix", "prefix", PREFIX + "%");
        WorkingDays calendar = WorkingDays.of(from == null ? List.of() : yearsAround(from, moment));
        return views.page(VERSIONS, filter, moment.position(), 0, MOST).items().stream()
                .map(item -> deadline(item, from, calendar, moment))
                .sorted(Comparator.comparing(Deadline::kind))
                .toList();
    }

    @SchemaMapping(typeName = "Calendar")
    @Nullable
    Boolean workingDay(Shown<CalendarView> calendar, @Argument LocalDate date) {
        CalendarYear decided = calendar.view().decided();
        return (decided == null || date.getYear() != decided.year()) ? null : decided.works(date);
    }

    private static Deadline deadline(
            Page.Item<RuleVersionView> item, @Nullable LocalDate from, WorkingDays calendar, Moment moment) {
        RuleVersion rule = item.view().content();
        Optional<Worked> due = Optional.ofNullable(from).map(day -> RuleArithmetic.work(rule, calendar, "from", day));
        return new Deadline(
                rule.family().substring(PREFIX.length()),
                rule.number("count"),
                rule.text("unit"),
                due.map(worked -> LocalDate.parse(worked.text("on"))).orElse(null),
                due.map(worked -> Boolean.parseBoolean(worked.text("provisional")))
                        .orElse(false),
                new Shown<>(moment, RuleVersionId.of(rule.ref()).value(), item.view()));
    }

    /** Deadlines reach at most a year or so: one read for all of them. */
    private Collection<CalendarView> yearsAround(LocalDate from, Moment moment) {
        List<String> ids = IntStream.rangeClosed(from.getYear() - 2, from.getYear() + 2)
                .mapToObj(year -> CalendarYearId.of(year).value())
                .toList();
        return views.findAll(CALENDARS, ids, moment.position()).values();
    }
}
