package vn.minhchung.projects;

import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.RECORDER;
import static vn.minhchung.projects.ProjectExamples.SECOND;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LifeEvent.*;

/** What happens in the life of the example task. */
public final class LifeExamples {
    public static final String WHY = "vì đã đủ điều kiện";
    public static final LocalDate DAY = LocalDate.of(2025, 3, 10);
    public static final List<String> PAPERS = List.of("Báo cáo tổng hợp", "Báo cáo tóm tắt", "Báo cáo tự đánh giá");

    public static final List<Attendance> ATTENDANCE = List.of(
            new Attendance(CoreSeat.HOST, HOST_HEAD),
            new Attendance(CoreSeat.INVESTIGATOR, INVESTIGATOR),
            new Attendance(CoreSeat.SECRETARY, SECRETARY));
    public static final List<HandedOver> ITEMS = List.of(
            new HandedOver("Máy sấy mẫu", 1, AssetManner.USED_BY_HOST, HOST),
            new HandedOver("Mẫu phân bón hết hạn", 3, AssetManner.DESTROYED, null));

    private LifeExamples() {}

    public static SuspensionProposed suspensionProposed() {
        return new SuspensionProposed(TASK, false, WHY);
    }

    public static TaskSuspended suspended(List<PersonId> recordedBy) {
        return new TaskSuspended(TASK, DAY, WHY, recordedBy);
    }

    public static TaskResumed resumed(List<PersonId> recordedBy) {
        return new TaskResumed(TASK, DAY, WHY, recordedBy);
    }

    public static TaskTerminated terminated(List<PersonId> recordedBy) {
        return new TaskTerminated(
                TASK,
                DAY,
                WHY,
                Vnd.of(115_000_000),
                null,
                "Bàn giao số liệu khảo sát cho Sở",
                "Thu hồi máy sấy mẫu",
                recordedBy);
    }

    public static SelfEvaluationFiled selfEvaluated() {
        return new SelfEvaluationFiled(TASK, Grade.PASSED, "15/BC-VTN");
    }

    public static AcceptanceDossierFiled dossierFiled(int number) {
        return new AcceptanceDossierFiled(TASK, number, PAPERS, DAY);
    }

    public static TaskGraded graded(Grade grade, List<PersonId> recordedBy) {
        return new TaskGraded(
                TASK,
                grade,
                DAY,
                HOST_HEAD,
                "Hoàn thiện chương 3",
                grade == Grade.FAILED ? "Hoàn thành 2 trong 5 nội dung" : null,
                recordedBy);
    }

    public static PeriodicReportFiled reported(int number) {
        return new PeriodicReportFiled(
                TASK,
                number,
                DAY,
                DAY,
                DAY.plusDays(1),
                "21/BC-VTN",
                "Hoàn thành khảo sát",
                List.of(new TaskProduct("Báo cáo chuyên đề", "báo cáo", 2)));
    }

    public static InspectionAnnounced inspectionAnnounced() {
        return new InspectionAnnounced(TASK, 1, true, DAY.plusDays(7), "Tiến độ, sử dụng kinh phí");
    }

    public static InspectionHeld inspectionHeld(LocalDate on) {
        return new InspectionHeld(TASK, 1, on, ATTENDANCE, "Chậm tiến độ nội dung 2");
    }

    public static CorrectionsFiled corrected() {
        return new CorrectionsFiled(TASK, "30/GT-VTN", "Đã hoàn thiện chương 3");
    }

    public static ResultsRegistered registeredResults() {
        return new ResultsRegistered(TASK, "2025-33-0007/KQNC", DAY);
    }

    public static ResultsRecognised recognised(List<PersonId> recordedBy) {
        return new ResultsRecognised(TASK, DAY, recordedBy);
    }

    public static AssetsHandedOver handedOver(List<PersonId> recordedBy) {
        return new AssetsHandedOver(TASK, DAY, ITEMS, "Viện Thử nghiệm quản lý, sử dụng", recordedBy);
    }

    public static ContractLiquidated liquidated(List<PersonId> recordedBy) {
        return new ContractLiquidated(TASK, "07/TLHĐ-SKHCN", DAY, HOST_HEAD, recordedBy);
    }

    /** One of each kind: the golden samples. */
    public static List<DomainEvent> all() {
        return List.of(
                suspensionProposed(),
                new SuspensionDeclined(TASK, "đã khắc phục"),
                suspended(List.of(RECORDER)),
                resumed(List.of(RECORDER)),
                terminated(List.of(RECORDER)),
                selfEvaluated(),
                dossierFiled(1),
                new AcceptanceDossierAccepted(TASK, 2),
                new AcceptanceDossierReturned(TASK, 1, "thiếu báo cáo sử dụng kinh phí"),
                graded(Grade.FAILED, List.of(RECORDER)),
                reported(1),
                new PeriodicReportAccepted(TASK, 1),
                new PeriodicReportReturned(TASK, 1, "thiếu số liệu khảo sát"),
                inspectionAnnounced(),
                inspectionHeld(DAY.plusDays(7)),
                corrected(),
                new CorrectionsCertified(TASK, HOST_HEAD, DAY, "05/XN-HĐNT"),
                registeredResults(),
                recognised(List.of(RECORDER)),
                handedOver(List.of(RECORDER)),
                liquidated(List.of(RECORDER)),
                new TaskSettled(TASK, DAY),
                new PublicityRecorded(TASK, PublicityKind.RESULTS, DAY, DAY.plusDays(90), "Bảng tin của đơn vị"),
                new TaskDecisionConfirmed(TASK, TaskDecision.GRADE, SECOND),
                new TaskDecisionRejected(TASK, TaskDecision.SUSPENSION, "sai số văn bản"));
    }
}
