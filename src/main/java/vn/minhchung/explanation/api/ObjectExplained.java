package vn.minhchung.explanation.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.ValueThen;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/**
 * A value of an object, and the events that made it what it is.
 *
 * @param object its stable id
 * @param field names of fields from the object on, joined by dots
 * @param description of the field in both languages
 * @param value null where it has none
 * @param steps each change of the value, oldest first
 */
record ObjectExplained(
        Moment moment,
        String object,
        String field,
        String description,
        @Nullable ValueThen value,
        List<Step> steps) implements HasMoment {

    /**
     * One change.
     *
     * @param event null where the viewer may not see it, or no event made the change
     * @param onDay the day that made it; null where an event did
     */
    record Step(
            @Nullable Shown<EventView> event,
            @Nullable LocalDate onDay,
            @Nullable ValueThen before,
            @Nullable ValueThen after) {}

    /** The events of the steps, as far as the viewer may see them. */
    List<EventView> events() {
        List<EventView> events = new ArrayList<>();
        for (Step step : steps) {
            Shown<EventView> event = step.event();
            if (event != null) events.add(event.view());
        }
        return events;
    }
}
