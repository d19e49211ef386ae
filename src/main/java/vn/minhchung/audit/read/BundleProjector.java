package vn.minhchung.audit.read;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditEvent.BundleExported;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.BundleView;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** One row for each export of evidence. */
@Component
final class BundleProjector implements Projector {
    @Override
    public String name() {
        return "audit.Bundle";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AuditViews.BUNDLE);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof BundleExported event)) return;
        views.put(
                AuditViews.BUNDLE,
                event.bundle().value(),
                new BundleView(
                        event.bundle(),
                        event.of(),
                        event.asOf(),
                        event.entries(),
                        Objects.requireNonNull(recorded.envelope().decision()).person(),
                        recorded.position()));
    }
}
