package vn.minhchung.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.CalendarYearId;
import vn.minhchung.rules.DueDay;
import vn.minhchung.rules.RuleState;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.RuleViews;
import vn.minhchung.rules.WorkingDays;

/** Due days by the versions in force and the calendars decided at each position asked about. */
@Component
class DueDays implements BatchSource<DueDay.Key, DueDay> {
    /** A family has a handful of versions; this is a limit, not a page. */
    private static final int MOST = 1_000;

    private final Views views;

    DueDays(Views views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "rules.due";
    }

    @Override
    public Map<DueDay.Key, DueDay> load(Collection<DueDay.Key> keys) {
        Map<Long, List<DueDay.Key>> byPosition = new TreeMap<>();
        keys.forEach(key -> byPosition
                .computeIfAbsent(key.position(), _ -> new ArrayList<>())
                .add(key));
        Map<DueDay.Key, DueDay> found = new HashMap<>();
        byPosition.forEach((position, asked) -> {
            Map<String, List<RuleVersionView>> versions = versions(asked, position);
            if (versions.isEmpty()) return;
            WorkingDays calendar = calendar(asked, position);
            for (DueDay.Key key : asked) {
                inForce(versions.getOrDefault(key.family(), List.of()), key.from())
                        .ifPresent(rule -> found.put(key, DueDay.of(rule.content(), calendar, key)));
            }
        });
        return found;
    }

    private Map<String, List<RuleVersionView>> versions(List<DueDay.Key> asked, long position) {
        String[] families =
                asked.stream().map(DueDay.Key::family).distinct().sorted().toArray(String[]::new);
        Filter filter = Filter.none()
                .and("v.state = :state", "state", RuleState.IN_FORCE.name())
                .and("v.family = any(:families)", "families", families);
        return views.page(RuleViews.VERSIONS, filter, position, 0, MOST).items().stream()
                .map(Page.Item::view)
                .collect(Collectors.groupingBy(RuleVersionView::family));
    }

    /** The deadlines reach at most half a year: two years after the last trigger are more than enough. */
    private WorkingDays calendar(List<DueDay.Key> asked, long position) {
        var years = asked.stream().mapToInt(key -> key.from().getYear()).summaryStatistics();
        List<String> ids = IntStream.rangeClosed(years.getMin() - 1, years.getMax() + 2)
                .mapToObj(year -> CalendarYearId.of(year).value())
                .toList();
        return WorkingDays.of(views.findAll(RuleViews.CALENDARS, ids, position).values());
    }

    /** As where decisions are taken: the province's version goes before the national one while that one holds too. */
    private static Optional<RuleVersionView> inForce(List<RuleVersionView> versions, LocalDate date) {
        Predicate<RuleVersionView> holds = each -> each.content().validOn(date);
        Predicate<RuleVersionView> overBase = each ->
                versions.stream().filter(holds).anyMatch(base -> base.version().equals(each.overrides()));
        return versions.stream()
                .filter(holds.and(overBase))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(holds.and(each -> each.overrides() == null))
                        .findFirst());
    }
}
