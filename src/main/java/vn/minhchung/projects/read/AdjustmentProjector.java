package vn.minhchung.projects.read;

import static vn.minhchung.projects.ProjectViews.ADJUSTMENTS;
import static vn.minhchung.projects.ProjectViews.TASK_EXCEPTIONS;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentEvent;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecisionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentNotified;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentObjected;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplementAsked;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentTookEffect;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentWithdrawn;
import vn.minhchung.projects.AdjustmentState;
import vn.minhchung.projects.AdjustmentView;
import vn.minhchung.projects.AdjustmentView.End;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.projects.TaskException;
import vn.minhchung.projects.TaskExceptions;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;

/** Keeps one row per adjustment, and one per task with its exceptions. */
@Component
class AdjustmentProjector implements Projector {
    @Override
    public String name() {
        return "projects.Adjustment";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(ADJUSTMENTS, TASK_EXCEPTIONS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.event() instanceof AdjustmentEvent event)
            views.put(ADJUSTMENTS, event.adjustment().value(), after(event, views));
        else if (recorded.event() instanceof TermsEvent event) exceptions(event, views);
    }

    private static AdjustmentView after(AdjustmentEvent event, ViewWriter views) {
        return switch (event) {
            case AdjustmentRequested e -> requested(e);
            case AdjustmentNotified e -> notified(e);
            case AdjustmentSupplementAsked e -> known(views, e.adjustment()).askedFor(e.reason(), e.askedOn());
            case AdjustmentSupplemented e ->
                known(views, e.adjustment()).supplemented(e.note(), e.content(), e.need(), e.suppliedOn());
            case AdjustmentOpinionRecorded e -> known(views, e.adjustment()).heard(e.opinion());
            case AdjustmentDecisionRecorded e ->
                known(views, e.adjustment())
                        .ended(new End(
                                AdjustmentState.DECISION_RECORDED,
                                e.outcome(),
                                e.granted(),
                                e.reason(),
                                e.annex(),
                                e.appropriation(),
                                null,
                                null));
            case AdjustmentDecided e ->
                known(views, e.adjustment())
                        .ended(new End(
                                e.outcome().state(),
                                e.outcome(),
                                e.granted(),
                                e.reason(),
                                e.annex(),
                                e.appropriation(),
                                e.decidedOn(),
                                null));
            case AdjustmentWithdrawn e ->
                known(views, e.adjustment()).ended(End.because(AdjustmentState.WITHDRAWN, e.reason(), e.withdrawnOn()));
            case AdjustmentObjected e ->
                known(views, e.adjustment()).ended(End.because(AdjustmentState.OBJECTED, e.reason(), e.objectedOn()));
            case AdjustmentTookEffect e ->
                known(views, e.adjustment())
                        .ended(new End(
                                AdjustmentState.IN_EFFECT,
                                null,
                                null,
                                null,
                                null,
                                null,
                                e.effectiveOn(),
                                e.windowEnded()));
        };
    }

    private static AdjustmentView known(ViewWriter views, AdjustmentId id) {
        return Objects.requireNonNull(views.get(ADJUSTMENTS, id.value()), id.value());
    }

    private static AdjustmentView requested(AdjustmentRequested e) {
        return new AdjustmentView(
                e.project(),
                e.host(),
                e.kind(),
                AdjustmentState.REQUESTED,
                e.decider(),
                e.need(),
                e.content(),
                e.reason(),
                e.requestedBy(),
                e.requestedOn(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static AdjustmentView notified(AdjustmentNotified e) {
        return new AdjustmentView(
                e.project(),
                e.host(),
                e.kind(),
                AdjustmentState.NOTIFIED,
                AdjustmentDecider.HOST,
                OpinionNeed.NONE,
                e.content(),
                e.reason(),
                e.notifiedBy(),
                e.notifiedOn(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void exceptions(TermsEvent event, ViewWriter views) {
        switch (event) {
            case ExceptionRecorded e ->
                add(event, new TaskException(e.number(), e.kind(), e.document(), e.reason(), false, false), views);
            case ExceptionGranted e -> {
                if (all(event, views).stream().noneMatch(each -> each.number() == e.number()))
                    add(event, new TaskException(e.number(), e.kind(), e.document(), e.reason(), true, false), views);
                else change(event, List.of(e.number()), TaskException::confirm, views);
            }
            case TaskExtended e -> {
                if (!e.exceptions().isEmpty()) change(event, e.exceptions(), TaskException::usedUp, views);
            }
            case TaskShortened _,
                    InvestigatorReplaced _,
                    HostSucceeded _,
                    MembersChanged _,
                    TermsReworded _,
                    TaskBudgetAdjusted _ -> {
                // uses none
            }
        }
    }

    private static List<TaskException> all(TermsEvent event, ViewWriter views) {
        TaskExceptions known = views.get(TASK_EXCEPTIONS, event.project().value());
        return known == null ? List.of() : known.all();
    }

    private static void add(TermsEvent event, TaskException exception, ViewWriter views) {
        put(
                event,
                Stream.concat(all(event, views).stream(), Stream.of(exception)).toList(),
                views);
    }

    private static void change(
            TermsEvent event, List<Integer> numbers, UnaryOperator<TaskException> how, ViewWriter views) {
        put(
                event,
                all(event, views).stream()
                        .map(each -> numbers.contains(each.number()) ? how.apply(each) : each)
                        .toList(),
                views);
    }

    private static void put(TermsEvent event, List<TaskException> all, ViewWriter views) {
        views.put(TASK_EXCEPTIONS, event.project().value(), new TaskExceptions(all));
    }
}
