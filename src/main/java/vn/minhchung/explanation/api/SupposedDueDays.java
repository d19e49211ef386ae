package vn.minhchung.explanation.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.budgets.WaitingView;
import vn.minhchung.explanation.api.WhatIf.SupposedDueDay;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.DueDay;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleViews;
import vn.minhchung.rules.WorkingDays;

/** When steps that wait would be due if another version of the rule that sets their day held. */
@Component
final class SupposedDueDays {
    private static final int PORTION = 500;
    private static final int CALENDARS = 500;

    private static final Set<String> FAMILIES = Arrays.stream(WaitingStep.values())
            .map(step -> step.due(0, java.time.LocalDate.EPOCH))
            .filter(java.util.Objects::nonNull)
            .map(DueDay.Key::family)
            .collect(Collectors.toUnmodifiableSet());

    private final Views views;
    private final BatchSource<DueDay.Key, DueDay> dueDays;

    SupposedDueDays(Views views, BatchSource<DueDay.Key, DueDay> dueDays) {
        this.views = views;
        this.dueDays = dueDays;
    }

    /** Whether steps are due by rules of this family. */
    boolean sets(String family) {
        return FAMILIES.contains(family);
    }

    /**
     * Those that would be due on another day; none that no version of the family sets a day for.
     *
     * @param task null for all
     */
    List<SupposedDueDay> of(RuleVersion supposed, @Nullable String task, Moment moment) {
        if (!sets(supposed.family())) return List.of();
        long position = moment.position();
        Filter filter = task == null ? Filter.none() : Filter.none().and("v.project = :task", "task", task);
        WorkingDays calendar =
                WorkingDays.of(views.page(RuleViews.CALENDARS, Filter.none(), position, 0, CALENDARS).items().stream()
                        .map(Page.Item::view)
                        .toList());
        List<SupposedDueDay> found = new ArrayList<>();
        long after = 0;
        Page<WaitingView> page;
        do {
            page = views.page(BudgetsViews.WAITING, filter, position, after, PORTION);
            for (Page.Item<WaitingView> item : page.items()) after = Math.max(after, item.order());
            found.addAll(of(supposed, page.items().stream().map(Page.Item::view).toList(), calendar, moment));
        } while (page.hasNext());
        return found;
    }

    private List<SupposedDueDay> of(
            RuleVersion supposed, List<WaitingView> steps, WorkingDays calendar, Moment moment) {
        List<WaitingView> set = steps.stream()
                .filter(step -> {
                    DueDay.Key key = step.due(moment.position());
                    return key != null && key.family().equals(supposed.family());
                })
                .toList();
        List<SupposedDueDay> found = new ArrayList<>();
        for (WaitingDue waiting : WaitingDue.of(set, moment.position(), dueDays)) {
            DueDay.Key key = waiting.waiting().due(moment.position());
            if (key == null || waiting.due() == null) continue;
            DueDay due = DueDay.of(supposed, calendar, key);
            if (!due.on().equals(waiting.dueOn()))
                found.add(new SupposedDueDay(
                        moment, new Shown<>(moment, waiting.waiting().object(), waiting), due.on()));
        }
        return found;
    }
}
