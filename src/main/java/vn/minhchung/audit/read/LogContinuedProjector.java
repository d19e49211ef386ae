package vn.minhchung.audit.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditEvent;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.LogContinuedView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** One row for each contradiction that was decided. */
@Component
final class LogContinuedProjector implements Projector {
    @Override
    public String name() {
        return "audit.LogContinued";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AuditViews.LOG_CONTINUED);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof AuditEvent.LogContinued continued)) return;
        views.put(
                AuditViews.LOG_CONTINUED,
                continued.contradiction().value(),
                new LogContinuedView(continued.contradiction(), recorded.position()));
    }
}
