package vn.minhchung.projects.read;

import static vn.minhchung.projects.ProjectViews.LIVES;
import static vn.minhchung.projects.ProjectViews.PROJECTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeView;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.ApprovalConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.ProjectEvent.PastTaskRecorded;
import vn.minhchung.projects.ProjectEvent.TaskCodeReissued;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.TaskCode;
import vn.minhchung.projects.TaskStanding;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.TermsEvent;

/** Keeps one row per task, and one for its life under contract. */
@Component
class ProjectViewProjector implements Projector {

    @Override
    public String name() {
        return "projects.ProjectView";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(PROJECTS, LIVES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof ProjectEvent event)) return;
        ProjectView view = switch (event) {
            case ApprovedTaskRegistered e -> registered(e);
            case PastTaskRecorded e -> past(e);
            case ApprovalConfirmed e -> known(views, e.project()).in(TaskState.APPROVED, TaskStanding.DECIDED);
            case TaskPublished e -> known(views, e.project()).published(effectiveOn(recorded));
            case ContractSigned e -> contracted(known(views, e.project()), e);
            case ContractConfirmed e -> confirmed(known(views, e.project()));
            case TaskCodeReissued e -> reissued(known(views, e.project()), e);
            case TaskCorrected e -> known(views, e.project()).titled(e.title());
            case TermsEvent e -> AdjustedView.of(known(views, e.project()), e);
            case LifeEvent e -> living(recorded, e, views);
        };
        views.put(PROJECTS, event.project().value(), view);
    }

    private static ProjectView known(ViewWriter views, ProjectId id) {
        ProjectView known = views.get(PROJECTS, id.value());
        if (known == null) throw new IllegalStateException("an event before the task's first: " + id);
        return known;
    }

    private static ProjectView living(Recorded recorded, LifeEvent event, ViewWriter views) {
        ProjectView task = known(views, event.project());
        String id = event.project().value();
        LifeView life = new LifeDraft(views.get(LIVES, id), EventId.of(recorded.id()), today(recorded)).after(event);
        views.put(LIVES, id, life);
        return task.in(life.state(), task.standing());
    }

    private static ProjectView registered(ApprovedTaskRegistered e) {
        return new ProjectView(
                e.code(),
                List.of(new TaskCode(e.code(), e.issuer(), e.codeValidFrom(), null)),
                e.title(),
                e.kind(),
                e.level(),
                e.provisional() ? TaskState.APPROVAL_RECORDED : TaskState.APPROVED,
                e.provisional() ? TaskStanding.PROVISIONAL : TaskStanding.DECIDED,
                List.of(e.principalInvestigator()),
                e.members(),
                e.host(),
                PartialDate.of(e.start()),
                PartialDate.of(e.end()),
                e.durationMonths(),
                e.khoanMode(),
                e.triggers(),
                e.pinnedRules(),
                null,
                null,
                null);
    }

    private static ProjectView past(PastTaskRecorded e) {
        return new ProjectView(
                e.code(),
                e.code() == null ? List.of() : List.of(new TaskCode(e.code(), null, null, null)),
                e.title(),
                e.kind(),
                e.level(),
                TaskState.PAST,
                TaskStanding.AS_PUBLISHED,
                e.principalInvestigators(),
                List.of(),
                null,
                e.start(),
                e.end(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                new ProjectView.Source(e.sourceTitle(), e.sourceUrl(), e.retrievedOn(), e.rating(), e.cells()));
    }

    private static ProjectView contracted(ProjectView known, ContractSigned e) {
        ProjectView signed = known.under(new ProjectView.Contract(
                e.number(),
                e.signedOn(),
                e.value(),
                e.department(),
                e.departmentSignatory(),
                e.hostSignatory(),
                !e.provisional(),
                e.tranches()));
        return e.provisional() ? signed : signed.in(TaskState.CONTRACTED, known.standing());
    }

    private static ProjectView confirmed(ProjectView known) {
        ProjectView.Contract recorded = known.contract();
        if (recorded == null) throw new IllegalStateException("a contract confirmed before it was recorded");
        return known.under(recorded.confirm()).in(TaskState.CONTRACTED, known.standing());
    }

    private static ProjectView reissued(ProjectView known, TaskCodeReissued e) {
        List<TaskCode> codes = new ArrayList<>();
        for (TaskCode code : known.codes()) {
            codes.add(code.validTo() == null ? code.until(e.validFrom().minusDays(1)) : code);
        }
        codes.add(new TaskCode(e.code(), e.issuer(), e.validFrom(), null));
        return known.coded(e.code(), List.copyOf(codes));
    }

    private static LocalDate today(Recorded recorded) {
        Decision decision = recorded.envelope().decision();
        if (decision == null) throw new IllegalStateException("an event without a decision: " + recorded.id());
        return decision.today();
    }

    private static LocalDate effectiveOn(Recorded recorded) {
        LocalDate effective = recorded.envelope().effectiveOn();
        if (effective == null) throw new IllegalStateException("an event without a decision: " + recorded.id());
        return effective;
    }
}
