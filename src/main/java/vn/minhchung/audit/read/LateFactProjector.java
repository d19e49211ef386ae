package vn.minhchung.audit.read;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** One row for each event recorded after the day it took effect or after the date of its document. */
@Component
final class LateFactProjector implements Projector {
    static final RowTable LATE = new RowTable(
            "audit_late_fact",
            List.of(
                    "event text not null",
                    "happened_on date not null",
                    "recorded_on date not null",
                    "days int not null"),
            List.of("position", "days, position"));

    private static final String REQUEST = "request:";

    @Override
    public String name() {
        return "audit.LateFact";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of();
    }

    @Override
    public List<RowTable> rows() {
        return List.of(LATE);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        Decision decision = recorded.envelope().decision();
        if (decision == null || recorded.stream().startsWith(REQUEST)) return;
        LocalDate happened = earlier(decision.effectiveOn(), decision.documentDate());
        LocalDate day = LocalDate.ofInstant(recorded.recordedAt(), StoryClock.ZONE);
        if (!happened.isBefore(day)) return;
        views.insert(
                LATE,
                EventId.of(recorded.id()).value(),
                happened,
                day,
                Math.toIntExact(ChronoUnit.DAYS.between(happened, day)));
    }

    private static LocalDate earlier(LocalDate effective, @Nullable LocalDate document) {
        return document == null || effective.isBefore(document) ? effective : document;
    }
}
