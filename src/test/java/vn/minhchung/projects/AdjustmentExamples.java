package vn.minhchung.projects;

import static vn.minhchung.projects.ProjectExamples.BUDGET;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.RECORDER;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.TITLE;
import static vn.minhchung.projects.ProjectExamples.TRANCHES;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.person;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;
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
import vn.minhchung.projects.InvestigatorEvent.InvestigatorReleased;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;

/** Invented adjustments of the example task for tests of every layer. */
public final class AdjustmentExamples {
    public static final AdjustmentId ADJUSTMENT = adjustment("1");
    public static final LocalDate DAY = LocalDate.of(2026, 2, 2);
    public static final AppropriationId APPROPRIATION = new AppropriationId(Id.derived("appropriation", "free"));
    public static final ContractAnnex ANNEX = new ContractAnnex("07/2025/PLHĐ-01", DAY);
    public static final PersonId SUCCESSOR = person("second investigator");

    /** 50 million from remuneration of 2026 to 2025: every line keeps its total. */
    public static final List<BudgetShare> REPHASED = List.of(
            new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2025, Vnd.of(350_000_000)),
            new BudgetShare(FundSource.STATE_BUDGET, LineCategory.MATERIALS, 2025, Vnd.of(200_000_000)),
            new BudgetShare(FundSource.STATE_BUDGET, LineCategory.REMUNERATION, 2026, Vnd.of(350_000_000)),
            new BudgetShare(FundSource.COUNTERPART, LineCategory.MATERIALS, 2026, Vnd.of(100_000_000)));

    private static final AdjustmentContent EXTENSION = AdjustmentContent.until(LocalDate.of(2027, 9, 30), null);
    private static final String WHY = "Thời tiết bất thường, chậm vụ";

    private AdjustmentExamples() {}

    public static AdjustmentId adjustment(String name) {
        return new AdjustmentId(Id.derived("adjustment", name));
    }

    public static AdjustmentRequested requested(AdjustmentKind kind, AdjustmentContent content, OpinionNeed need) {
        return new AdjustmentRequested(
                ADJUSTMENT, TASK, HOST, kind, content, WHY, AdjustmentDecider.AUTHORITY, need, HOST_HEAD, DAY);
    }

    public static AdjustmentNotified notified(AdjustmentKind kind, AdjustmentContent content) {
        return new AdjustmentNotified(ADJUSTMENT, TASK, HOST, kind, content, WHY, HOST_HEAD, DAY);
    }

    public static InvestigatorReleased released(PersonId person) {
        return new InvestigatorReleased(
                "pi:" + person.value().substring("person:".length()) + ":TINH", person, TaskLevel.TINH, TASK);
    }

    /** One of each kind: the golden samples. */
    public static List<DomainEvent> all() {
        return List.of(
                requested(AdjustmentKind.EXTENSION, EXTENSION, OpinionNeed.NONE),
                new AdjustmentSupplementAsked(ADJUSTMENT, TASK, HOST, "Thiếu báo cáo tiến độ", DAY),
                new AdjustmentSupplemented(
                        ADJUSTMENT, TASK, HOST, "Báo cáo A-2", EXTENSION, OpinionNeed.NONE, false, DAY.plusDays(3)),
                new AdjustmentOpinionRecorded(
                        ADJUSTMENT,
                        TASK,
                        HOST,
                        new AdjustmentOpinion(AdjustmentOpinion.By.COUNCIL, true, "12/BB-HĐ", DAY),
                        false),
                new AdjustmentDecisionRecorded(
                        ADJUSTMENT,
                        TASK,
                        HOST,
                        AdjustmentOutcome.APPROVED,
                        EXTENSION,
                        WHY,
                        ANNEX,
                        null,
                        List.of(RECORDER)),
                new AdjustmentDecided(
                        ADJUSTMENT, TASK, HOST, AdjustmentOutcome.APPROVED, EXTENSION, WHY, ANNEX, APPROPRIATION, DAY),
                new AdjustmentWithdrawn(ADJUSTMENT, TASK, HOST, "Không còn cần", DAY),
                notified(
                        AdjustmentKind.INVESTIGATOR,
                        AdjustmentContent.investigator(SUCCESSOR, ReplacementCause.OWN_REQUEST)),
                new AdjustmentObjected(ADJUSTMENT, TASK, HOST, "Chưa đủ điều kiện", DAY),
                new AdjustmentTookEffect(ADJUSTMENT, TASK, HOST, true, DAY.plusDays(10)),
                new TaskExtended(
                        TASK, ADJUSTMENT, LocalDate.of(2027, 3, 31), LocalDate.of(2027, 9, 30), 6, List.of(1), ANNEX),
                new TaskShortened(TASK, ADJUSTMENT, LocalDate.of(2027, 3, 31), LocalDate.of(2026, 12, 31), ANNEX),
                new InvestigatorReplaced(TASK, ADJUSTMENT, INVESTIGATOR, SUCCESSOR, ReplacementCause.OWN_REQUEST, null),
                new HostSucceeded(
                        TASK, ADJUSTMENT, HOST, organisation("merged host"), "88/QĐ-UBND ngày 01/02/2026", ANNEX),
                new MembersChanged(
                        TASK,
                        ADJUSTMENT,
                        List.of(new TaskMember(SECRETARY, TaskMember.Role.SECRETARY)),
                        List.of(
                                new TaskMember(SECRETARY, TaskMember.Role.SECRETARY),
                                new TaskMember(person("technician"), TaskMember.Role.SUPPORT)),
                        null),
                new TermsReworded(TASK, ADJUSTMENT, AdjustmentKind.TITLE, TITLE, TITLE + " tại Hưng Yên", ANNEX),
                new TaskBudgetAdjusted(TASK, ADJUSTMENT, 2, BUDGET, REPHASED, TRANCHES, null, ANNEX),
                new ExceptionRecorded(
                        TASK, 1, ExceptionKind.SECOND_EXTENSION, "45/UBND-KT", "Thiên tai", List.of(RECORDER)),
                new ExceptionGranted(TASK, 1, ExceptionKind.SECOND_EXTENSION, "45/UBND-KT", "Thiên tai"),
                released(INVESTIGATOR));
    }
}
