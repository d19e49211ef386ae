package vn.minhchung.audit.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditEvent;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.DaySealView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** One row per day whose readings are sealed. */
@Component
final class ReadingSealProjector implements Projector {
    @Override
    public String name() {
        return "audit.ReadingSeal";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AuditViews.READING_SEAL);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof AuditEvent.ReadingsSealed sealed)) return;
        views.put(
                AuditViews.READING_SEAL,
                sealed.seal().value(),
                new DaySealView(sealed.day(), sealed.count(), sealed.hash()));
    }
}
