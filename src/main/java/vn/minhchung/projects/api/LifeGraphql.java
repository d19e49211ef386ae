package vn.minhchung.projects.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.HandedOver;
import vn.minhchung.projects.LifeView;

/** The life of a task, and what its parts refer to. */
@Controller
class LifeGraphql {
    private final BatchSource<LifeView.Key, Optional<LifeView>> lives;

    LifeGraphql(BatchSource<LifeView.Key, Optional<LifeView>> lives) {
        this.lives = lives;
    }

    @SchemaMapping(typeName = "Project")
    CompletableFuture<@Nullable LifeView> life(Shown<?> project, Loader loader) {
        return loader.batch(lives, LifeView.Key.of(project)).thenApply(life -> life.orElse(null));
    }

    /** What was posted was posted for everybody. */
    @SchemaMapping(typeName = "Project")
    CompletableFuture<List<LifeView.Posted>> publicity(Shown<?> project, Loader loader) {
        return loader.batch(lives, LifeView.Key.of(project))
                .thenApply(life -> life.map(LifeView::publicity).orElse(List.of()));
    }

    @SchemaMapping(typeName = "TaskSuspension", field = "event")
    CompletableFuture<@Nullable Shown<?>> suspensionEvent(LifeView.Suspension part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskTermination", field = "event")
    CompletableFuture<@Nullable Shown<?>> terminationEvent(LifeView.Termination part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskSelfEvaluation", field = "event")
    CompletableFuture<@Nullable Shown<?>> evaluationEvent(LifeView.SelfEvaluation part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "AcceptanceDossier", field = "event")
    CompletableFuture<@Nullable Shown<?>> dossierEvent(LifeView.Dossier part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskGrade", field = "event")
    CompletableFuture<@Nullable Shown<?>> gradeEvent(LifeView.Graded part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskGrade")
    CompletableFuture<@Nullable Shown<?>> chair(LifeView.Graded part, Moment moment, Loader loader) {
        return loader.node(part.chairId(), moment);
    }

    @SchemaMapping(typeName = "TaskReport", field = "event")
    CompletableFuture<@Nullable Shown<?>> reportEvent(LifeView.Report part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskInspection", field = "event")
    CompletableFuture<@Nullable Shown<?>> inspectionEvent(LifeView.Inspection part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskCorrections", field = "event")
    CompletableFuture<@Nullable Shown<?>> correctionsEvent(LifeView.Corrections part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "ResultCertificate", field = "event")
    CompletableFuture<@Nullable Shown<?>> certificateEvent(LifeView.Certificate part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskRecognition", field = "event")
    CompletableFuture<@Nullable Shown<?>> recognitionEvent(LifeView.Recognition part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskAssets", field = "event")
    CompletableFuture<@Nullable Shown<?>> assetsEvent(LifeView.Assets part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskLiquidation", field = "event")
    CompletableFuture<@Nullable Shown<?>> liquidationEvent(LifeView.Liquidation part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "TaskPublicity", field = "event")
    CompletableFuture<@Nullable Shown<?>> publicityEvent(LifeView.Posted part, Moment moment, Loader loader) {
        return loader.node(part.event(), moment);
    }

    @SchemaMapping(typeName = "InspectionAttendance")
    CompletableFuture<@Nullable Shown<?>> person(Attendance part, Moment moment, Loader loader) {
        return loader.node(part.person(), moment);
    }

    @SchemaMapping(typeName = "HandedOverItem")
    CompletableFuture<@Nullable Shown<?>> receiver(HandedOver part, Moment moment, Loader loader) {
        return loader.node(part.receiver(), moment);
    }

    @SchemaMapping(typeName = "TaskLiquidation")
    CompletableFuture<@Nullable Shown<?>> hostSignatory(LifeView.Liquidation part, Moment moment, Loader loader) {
        return loader.node(part.hostSignatoryId(), moment);
    }
}
