package vn.minhchung.budgets.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.RefundEvent.RefundTransferred;
import vn.minhchung.budgets.TaskSuccessionView;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.TermsEvent.HostSucceeded;

/** Who came after the host of a task: its papers and postings name the old one for good. */
@Component
class SuccessionProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Succession";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.SUCCESSIONS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.event() instanceof HostSucceeded e) put(e.project(), "host", e.host(), views);
        else if (recorded.event() instanceof RefundTransferred e) put(e.project(), "refund", e.to(), views);
    }

    private static void put(ProjectId project, String what, OrganisationId successor, ViewWriter views) {
        views.put(BudgetsViews.SUCCESSIONS, project.value() + "/" + what, new TaskSuccessionView(project, successor));
    }
}
