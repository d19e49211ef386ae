package vn.minhchung.rules.read;

import static vn.minhchung.rules.RuleViews.CALENDARS;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.rules.CalendarEvent;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.CalendarView;
import vn.minhchung.rules.CalendarYearId;

/** The calendar of each year: the decided list, and one that waits for a second person. */
@Component
class CalendarProjector implements Projector {
    @Override
    public String name() {
        return "rules.Calendar";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(CALENDARS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof CalendarEvent event)) return;
        String id = CalendarYearId.of(event.year()).value();
        CalendarView known = views.get(CALENDARS, id);
        views.put(
                CALENDARS,
                id,
                switch (event) {
                    case CalendarYearRecorded e ->
                        new CalendarView(e.year(), known == null ? null : known.decided(), e.calendar());
                    case CalendarYearDecided e -> new CalendarView(e.year(), e.calendar(), null);
                });
    }
}
