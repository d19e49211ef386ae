package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.released;
import static vn.minhchung.projects.LifeExamples.ATTENDANCE;
import static vn.minhchung.projects.LifeExamples.DAY;
import static vn.minhchung.projects.LifeExamples.ITEMS;
import static vn.minhchung.projects.LifeExamples.PAPERS;
import static vn.minhchung.projects.LifeExamples.WHY;
import static vn.minhchung.projects.LifeExamples.corrected;
import static vn.minhchung.projects.LifeExamples.dossierFiled;
import static vn.minhchung.projects.LifeExamples.graded;
import static vn.minhchung.projects.LifeExamples.handedOver;
import static vn.minhchung.projects.LifeExamples.inspectionAnnounced;
import static vn.minhchung.projects.LifeExamples.inspectionHeld;
import static vn.minhchung.projects.LifeExamples.liquidated;
import static vn.minhchung.projects.LifeExamples.recognised;
import static vn.minhchung.projects.LifeExamples.registeredResults;
import static vn.minhchung.projects.LifeExamples.reported;
import static vn.minhchung.projects.LifeExamples.resumed;
import static vn.minhchung.projects.LifeExamples.selfEvaluated;
import static vn.minhchung.projects.LifeExamples.suspended;
import static vn.minhchung.projects.LifeExamples.suspensionProposed;
import static vn.minhchung.projects.LifeExamples.terminated;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.HOST_HEAD;
import static vn.minhchung.projects.ProjectExamples.INVESTIGATOR;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.contractSigned;
import static vn.minhchung.projects.ProjectExamples.engaged;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.registered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.AssetManner;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.HandedOver;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeEvent.*;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskHold;
import vn.minhchung.projects.TaskProduct;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** What may be decided in the life of a task under contract, and what not. */
class LifeTest {
    static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    static final Decision COMMITTEE = minuted(Decisions.taken(Role.COMMITTEE));
    static final Decision RECORDING = minuted(Decisions.recorded("recorder", Role.OFFICER, Role.COMMITTEE));
    static final Decision SECOND = Decisions.taken("second", Role.REGISTRAR);
    static final Decision HOST_HEADS = Decisions.takenFor(HOST, "host head", Role.HOST_HEAD);
    static final Decision OTHER_HOST = Decisions.takenFor(organisation("other"), "other head", Role.HOST_HEAD);
    private static final List<PersonId> RECORDERS = List.of(Decisions.person("recorder"));
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    private final KnownRules rules = new KnownRules();
    private final List<String> money = new ArrayList<>();

    /** Holds nothing. */
    static final class Unheld implements TaskHold {
        @Override
        public void hold(ProjectId project) {}

        @Override
        public void lift(ProjectId project) {}
    }

    private DecisionFixture desk() {
        TaskHold hold = new TaskHold() {
            @Override
            public void hold(ProjectId project) {
                money.add("held");
            }

            @Override
            public void lift(ProjectId project) {
                money.add("lifted");
            }
        };
        return DecisionFixture.of(
                aggregates -> List.of(new LifeDesk(aggregates, rules, new Everybody(null, null), hold)));
    }

    private DecisionFixture contracted(DomainEvent... more) {
        return desk().given(Project.class, TASK.value(), registered())
                .given(Project.class, TASK.value(), contractSigned(List.of()))
                .given(Project.class, TASK.value(), more);
    }

    // ---- suspension

    @Test
    void host_or_officer_proposes_a_suspension_for_a_reason() {
        contracted().when(new ProposeSuspension(TASK), OFFICER).expectEvents(suspensionProposed());
        contracted()
                .when(new ProposeSuspension(TASK), HOST_HEADS)
                .expectEvents(new SuspensionProposed(TASK, true, WHY));
        contracted().when(new ProposeSuspension(TASK), OTHER_HOST).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        contracted().when(new ProposeSuspension(TASK), unexplained(OFFICER)).expectRefusal(ErrorCode.REASON_REQUIRED);
        contracted(suspensionProposed())
                .when(new ProposeSuspension(TASK), OFFICER)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_proposal_is_declined_or_followed_by_a_suspension_that_holds_the_money() {
        contracted(suspensionProposed())
                .when(new DeclineSuspension(TASK), DIRECTOR)
                .expectEvents(new SuspensionDeclined(TASK, WHY));
        assertThat(money).isEmpty();
        contracted(suspensionProposed()).when(new SuspendTask(TASK), DIRECTOR).expectEvents(suspended(List.of()));
        assertThat(money).containsExactly("held");
    }

    @Test
    void nobody_is_suspended_without_a_proposal_a_notice_and_a_reason() {
        contracted().when(new SuspendTask(TASK), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        contracted().when(new DeclineSuspension(TASK), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
        contracted(suspensionProposed())
                .when(new SuspendTask(TASK), based(DIRECTOR))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        contracted(suspensionProposed())
                .when(new SuspendTask(TASK), unexplained(DIRECTOR))
                .expectRefusal(ErrorCode.REASON_REQUIRED);
        contracted(suspensionProposed(), suspended(List.of()))
                .when(new SuspendTask(TASK), DIRECTOR)
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_recorded_suspension_holds_the_money_at_once_and_a_rejected_one_frees_it() {
        DecisionFixture desk = contracted(suspensionProposed());
        TaskSuspended recorded = (TaskSuspended)
                desk.when(new SuspendTask(TASK), RECORDING).events().getFirst();
        assertThat(recorded.provisional()).isTrue();
        assertThat(money).containsExactly("held");
        desk.when(new RejectTaskDecision(TASK), SECOND)
                .expectEvents(new TaskDecisionRejected(TASK, TaskDecision.SUSPENSION, WHY));
        assertThat(money).containsExactly("held", "lifted");
        desk.when(new SuspendTask(TASK), DIRECTOR).expectEvents(suspended(List.of()));
    }

    @Test
    void a_resumption_on_paper_frees_the_money_only_once_it_is_confirmed() {
        DecisionFixture desk = contracted(suspensionProposed(), suspended(List.of()));
        desk.given(new ResumeTask(TASK), RECORDING);
        assertThat(money).isEmpty();
        desk.when(new ConfirmTaskDecision(TASK), SECOND)
                .expectEvents(new TaskDecisionConfirmed(
                        TASK, TaskDecision.RESUMPTION, SECOND.actor().person()));
        assertThat(money).containsExactly("lifted");
        contracted(suspensionProposed(), suspended(List.of()))
                .when(new ResumeTask(TASK), DIRECTOR)
                .expectEvents(resumed(List.of()));
        contracted().when(new ResumeTask(TASK), DIRECTOR).expectRefusal(ErrorCode.WRONG_STATE);
    }

    // ---- what a second person confirms

    @Test
    void the_recorder_of_a_decision_neither_confirms_nor_rejects_it() {
        DecisionFixture desk = contracted(suspensionProposed(), suspended(RECORDERS));
        Decision recorder = Decisions.taken("recorder", Role.OFFICER);
        desk.when(new ConfirmTaskDecision(TASK), recorder).expectRefusal(ErrorCode.FOUR_EYES);
        desk.when(new RejectTaskDecision(TASK), recorder).expectRefusal(ErrorCode.FOUR_EYES);
        desk.when(new RejectTaskDecision(TASK), unexplained(SECOND)).expectRefusal(ErrorCode.REASON_REQUIRED);
        desk.given(new ConfirmTaskDecision(TASK), SECOND)
                .when(new ConfirmTaskDecision(TASK), SECOND)
                .expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void while_a_decision_waits_for_its_second_person_nothing_else_is_decided() {
        Refusal refusal = contracted(suspensionProposed(), suspended(RECORDERS))
                .when(new FileSelfEvaluation(TASK, Grade.PASSED, "15/BC"), HOST_HEADS)
                .expectRefusal(ErrorCode.PROVISIONAL);
        assertThat(refusal.facts()).containsEntry("decision", "SUSPENSION");
    }

    // ---- termination

    @Test
    void a_suspended_task_is_terminated_after_the_site_was_checked_and_stays_held() {
        stopped().when(terminate(115_000_000, null), COMMITTEE).expectEvents(terminated(List.of()));
        assertThat(money).isEmpty();
        stopped()
                .when(terminate(115_000_000, null), Decisions.taken(Role.COMMITTEE))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        contracted().when(terminate(1, null), COMMITTEE).expectRefusal(ErrorCode.WRONG_STATE);
        stopped().when(terminate(1, null), minuted(DIRECTOR)).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        contracted(inspectionAnnounced(), inspectionHeld(DAY.minusDays(1)), suspensionProposed(), suspended(List.of()))
                .when(terminate(1, null), COMMITTEE)
                .expectRefusal(ErrorCode.INSPECTION_MISSING);
    }

    @Test
    void who_led_a_task_that_was_terminated_or_liquidated_may_lead_another() {
        leading(stopped()).when(terminate(1, null), COMMITTEE).expectEvents(terminating(), released(INVESTIGATOR));
        DecisionFixture recorded = leading(stopped());
        assertThat(recorded.when(terminate(1, null), RECORDING).events()).hasSize(1);
        assertThat(recorded.when(new ConfirmTaskDecision(TASK), SECOND).events())
                .contains(released(INVESTIGATOR));

        DecisionFixture failed = leading(failed()).given(handOver(ITEMS), COMMITTEE);
        failed.when(new LiquidateContract(TASK, "07/TLHĐ-SKHCN", DAY, HOST_HEAD), DIRECTOR)
                .expectEvents(liquidated(List.of()), released(INVESTIGATOR));
    }

    private static DecisionFixture leading(DecisionFixture desk) {
        return desk.given(InvestigatorGuard.class, engaged().guard(), engaged());
    }

    private static TaskTerminated terminating() {
        TaskTerminated e = terminated(List.of());
        return new TaskTerminated(TASK, DAY, WHY, Vnd.of(1), null, e.productPlan(), e.assetPlan(), List.of());
    }

    @Test
    void a_stop_ends_on_no_day_before_it_began() {
        LocalDate before = DAY.minusDays(1);
        stopped()
                .when(new ResumeTask(TASK), Decisions.on(before, DIRECTOR))
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        stopped().when(terminate(1, null), Decisions.on(before, COMMITTEE)).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    @Test
    void a_termination_states_a_refund_or_why_there_is_none() {
        DecisionFixture desk = stopped();
        desk.when(terminate(0, null), COMMITTEE).expectRefusal(ErrorCode.REFUND_NOT_STATED);
        desk.when(terminate(0, " "), COMMITTEE).expectRefusal(ErrorCode.REFUND_NOT_STATED);
        desk.when(terminate(1, "thiên tai"), COMMITTEE).expectRefusal(ErrorCode.REFUND_NOT_STATED);
        desk.when(terminate(-1, null), COMMITTEE).expectRefusal(ErrorCode.AMOUNT_NOT_POSITIVE);
        desk.when(new TerminateTask(TASK, Vnd.ZERO, "thiên tai", " ", "x"), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(terminate(0, "thiên tai"), COMMITTEE).events();
    }

    // ---- acceptance

    @Test
    void the_host_files_its_dossier_once_it_has_assessed_itself() {
        FileAcceptanceDossier filing = new FileAcceptanceDossier(TASK, PAPERS);
        contracted().when(filing, HOST_HEADS).expectRefusal(ErrorCode.SELF_EVALUATION_MISSING);
        contracted()
                .when(new FileSelfEvaluation(TASK, Grade.PASSED, "15/BC-VTN"), HOST_HEADS)
                .expectEvents(selfEvaluated());
        contracted(selfEvaluated()).when(filing, HOST_HEADS).expectEvents(dossierFiled(1));
        contracted(selfEvaluated()).when(filing, OTHER_HOST).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        contracted(selfEvaluated())
                .when(new FileAcceptanceDossier(TASK, List.of()), HOST_HEADS)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void a_dossier_is_checked_once_and_filed_again_only_when_something_was_missing() {
        FileAcceptanceDossier filing = new FileAcceptanceDossier(TASK, PAPERS);
        DecisionFixture desk = contracted(selfEvaluated(), dossierFiled(1));
        desk.when(filing, HOST_HEADS).expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(new FileSelfEvaluation(TASK, Grade.PASSED, "16/BC"), HOST_HEADS)
                .expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(new CheckAcceptanceDossier(TASK, "thiếu dữ liệu"), OFFICER)
                .expectEvents(new AcceptanceDossierReturned(TASK, 1, "thiếu dữ liệu"));
        desk.when(new CheckAcceptanceDossier(TASK, null), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(filing, HOST_HEADS).expectEvents(dossierFiled(2));
        desk.when(new CheckAcceptanceDossier(TASK, null), OFFICER).expectEvents(new AcceptanceDossierAccepted(TASK, 2));
        desk.when(filing, HOST_HEADS).expectRefusal(ErrorCode.WRONG_STATE);
        contracted().when(new CheckAcceptanceDossier(TASK, null), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_grade_is_recorded_from_the_minutes_on_a_valid_dossier() {
        DecisionFixture desk = valid();
        desk.when(grade(Grade.PASSED), RECORDING)
                .expectEvents(graded(
                        Grade.PASSED,
                        List.of(Decisions.person("recorder"), Decisions.person("COMMITTEE on paper")).stream()
                                .sorted((a, b) -> a.value().compareTo(b.value()))
                                .toList()));
        desk.when(new ConfirmTaskDecision(TASK), SECOND)
                .expectEvents(new TaskDecisionConfirmed(
                        TASK, TaskDecision.GRADE, SECOND.actor().person()));
        desk.when(grade(Grade.PASSED), RECORDING).expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(new ProposeSuspension(TASK), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_grade_needs_a_valid_dossier_minutes_and_a_paper() {
        contracted(selfEvaluated(), dossierFiled(1))
                .when(grade(Grade.PASSED), RECORDING)
                .expectRefusal(ErrorCode.DOSSIER_NOT_VALID);
        contracted().when(grade(Grade.FAILED), RECORDING).expectRefusal(ErrorCode.DOSSIER_NOT_VALID);
        valid().when(grade(Grade.PASSED), Decisions.recorded("recorder", Role.OFFICER, Role.COMMITTEE))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        valid().when(grade(Grade.PASSED), minuted(OFFICER)).expectRefusal(ErrorCode.INVALID_INPUT);
        valid().when(new RecordGrade(TASK, Grade.PASSED, DAY.plusDays(1), HOST_HEAD, null, null), RECORDING)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        valid().when(new RecordGrade(TASK, Grade.PASSED, DAY.minusDays(1), HOST_HEAD, null, null), RECORDING)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    @Test
    void a_failed_grade_lists_what_was_really_done() {
        valid().when(new RecordGrade(TASK, Grade.FAILED, DAY, HOST_HEAD, null, null), RECORDING)
                .expectRefusal(ErrorCode.WORK_DONE_NOT_LISTED);
        valid().when(grade(Grade.FAILED), RECORDING).events();
    }

    @Test
    void a_dossier_more_than_six_months_late_leaves_one_grade() {
        dossierRules();
        // due 30/04/2027, six months later 30/10/2027
        LocalDate late = LocalDate.of(2027, 10, 31);
        DecisionFixture desk = contracted(selfEvaluated());
        desk.given(new FileAcceptanceDossier(TASK, PAPERS), Decisions.on(late, HOST_HEADS));
        desk.given(new CheckAcceptanceDossier(TASK, null), Decisions.on(late, OFFICER));
        Refusal refusal = desk.when(gradeOn(late, Grade.PASSED), Decisions.on(late, RECORDING))
                .expectRefusal(ErrorCode.RULE_REFUSED);
        assertThat(refusal.facts()).containsEntry("limit", "2027-10-30").containsEntry("actual", "2027-10-31");
        desk.when(gradeOn(late, Grade.FAILED), Decisions.on(late, RECORDING)).events();
    }

    @Test
    void a_dossier_six_months_late_to_the_day_is_graded_as_any() {
        dossierRules();
        LocalDate last = LocalDate.of(2027, 10, 30);
        DecisionFixture desk = contracted(selfEvaluated());
        desk.given(new FileAcceptanceDossier(TASK, PAPERS), Decisions.on(last, HOST_HEADS));
        desk.given(new CheckAcceptanceDossier(TASK, null), Decisions.on(last, OFFICER));
        desk.when(gradeOn(last, Grade.PASSED), Decisions.on(last, RECORDING)).events();
    }

    @Test
    void a_dossier_that_was_never_filed_is_failed_once_its_time_has_lapsed() {
        dossierRules();
        LocalDate last = LocalDate.of(2027, 10, 30);
        contracted()
                .when(gradeOn(last, Grade.FAILED), Decisions.on(last, RECORDING))
                .expectRefusal(ErrorCode.DOSSIER_NOT_VALID);
        LocalDate after = last.plusDays(1);
        contracted()
                .when(gradeOn(after, Grade.FAILED), Decisions.on(after, RECORDING))
                .events();
        contracted()
                .when(gradeOn(after, Grade.PASSED), Decisions.on(after, RECORDING))
                .expectRefusal(ErrorCode.DOSSIER_NOT_VALID);
    }

    // ---- reports and inspections

    @Test
    void periods_follow_each_other_from_the_contract_and_a_late_report_moves_none() {
        rules.with(
                Reporting.PERIOD,
                "tt-04-2015",
                LocalDate.of(2015, 4, 27),
                "due",
                Map.of("count", "6", "unit", "MONTHS"));
        LocalDate late = LocalDate.of(2025, 10, 1);
        DecisionFixture desk = contracted();
        PeriodicReportFiled first = filed(desk, late.minusDays(1), late);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.from()).isEqualTo(DAY);
        assertThat(first.next()).as("six months from the contract").isEqualTo(LocalDate.of(2025, 9, 10));
        desk.given(new ReviewPeriodicReport(TASK, null), OFFICER);
        PeriodicReportFiled second = filed(desk, late, late);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.from()).isEqualTo(LocalDate.of(2025, 9, 10));
        assertThat(second.next()).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void without_a_rule_the_next_period_begins_when_the_report_ends() {
        contracted().when(report(DAY), HOST_HEADS).expectEvents(reported(1));
    }

    @Test
    void a_returned_report_is_filed_again_for_the_same_period() {
        DecisionFixture desk = contracted(reported(1));
        desk.when(report(DAY), HOST_HEADS).expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(new ReviewPeriodicReport(TASK, "thiếu số liệu khảo sát"), OFFICER)
                .expectEvents(new PeriodicReportReturned(TASK, 1, "thiếu số liệu khảo sát"));
        desk.when(new ReviewPeriodicReport(TASK, null), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
        desk.when(report(DAY), HOST_HEADS).expectEvents(reported(1));
        desk.when(new ReviewPeriodicReport(TASK, null), OFFICER).expectEvents(new PeriodicReportAccepted(TASK, 1));
        desk.when(new ReviewPeriodicReport(TASK, null), OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_report_covers_days_of_its_period_that_are_past() {
        contracted().when(report(DAY.plusDays(1)), HOST_HEADS).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        contracted().when(report(DAY.minusDays(1)), HOST_HEADS).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        contracted().when(report(DAY), OTHER_HOST).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        contracted()
                .when(report(DAY), Decisions.takenFor(HOST, "investigator", Role.INVESTIGATOR))
                .events();
        contracted()
                .when(new FilePeriodicReport(TASK, DAY, "1", "x", List.of(new TaskProduct("a", "b", 0))), HOST_HEADS)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void an_inspection_is_announced_five_working_days_ahead() {
        rules.with(
                Reporting.NOTICE,
                "tt-04-2015",
                LocalDate.of(2015, 4, 27),
                "due",
                Map.of("count", "-5", "unit", "WORKING_DAYS"));
        contracted().when(announce(DAY.plusDays(7)), OFFICER).expectEvents(inspectionAnnounced());
        Refusal late = contracted().when(announce(DAY.plusDays(4)), OFFICER).expectRefusal(ErrorCode.RULE_REFUSED);
        assertThat(late.facts()).containsEntry("limit", "2025-03-07").containsEntry("actual", "2025-03-10");
        contracted().when(announce(DAY.minusDays(1)), OFFICER).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        contracted().when(announce(DAY.plusDays(7)), based(OFFICER)).expectRefusal(ErrorCode.BASIS_REQUIRED);
    }

    @Test
    void three_of_the_four_of_the_core_team_are_there() {
        rules.with(
                Reporting.ATTENDANCE,
                "tt-04-2015",
                LocalDate.of(2015, 4, 27),
                "fraction",
                Map.of("numerator", "3", "denominator", "4", "strict", "false"));
        LocalDate day = DAY.plusDays(7);
        Decision minutes = Decisions.on(day, minuted(OFFICER));
        contracted(inspectionAnnounced())
                .when(inspect(day, ATTENDANCE), minutes)
                .expectEvents(inspectionHeld(day));
        Refusal few = contracted(inspectionAnnounced())
                .when(inspect(day, ATTENDANCE.subList(0, 2)), minutes)
                .expectRefusal(ErrorCode.RULE_REFUSED);
        assertThat(few.facts()).containsEntry("limit", "3").containsEntry("actual", "2");
        contracted(inspectionAnnounced())
                .when(inspect(day, List.of(ATTENDANCE.getFirst(), ATTENDANCE.getFirst())), minutes)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        List<Attendance> alone = ATTENDANCE.stream()
                .map(present ->
                        new Attendance(present.seat(), ATTENDANCE.getFirst().person()))
                .toList();
        contracted(inspectionAnnounced()).when(inspect(day, alone), minutes).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void an_inspection_was_announced_for_a_day_that_came_and_has_minutes() {
        LocalDate day = DAY.plusDays(7);
        contracted()
                .when(inspect(day, ATTENDANCE), Decisions.on(day, minuted(OFFICER)))
                .expectRefusal(ErrorCode.WRONG_STATE);
        contracted(inspectionAnnounced())
                .when(inspect(day, ATTENDANCE), Decisions.on(day, OFFICER))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
        contracted(inspectionAnnounced())
                .when(inspect(day.minusDays(1), ATTENDANCE), Decisions.on(day, minuted(OFFICER)))
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        contracted(inspectionAnnounced())
                .when(inspect(day, ATTENDANCE), Decisions.on(day.minusDays(1), minuted(OFFICER)))
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
    }

    // ---- corrections

    @Test
    void the_chair_who_graded_certifies_the_corrections() {
        CertifyCorrections certify = new CertifyCorrections(TASK, HOST_HEAD, DAY, "05/XN-HĐNT");
        DecisionFixture desk = passed();
        desk.when(certify, OFFICER).expectRefusal(ErrorCode.WRONG_STATE);
        FileCorrections file = new FileCorrections(TASK, "30/GT-VTN", "Đã hoàn thiện chương 3");
        desk.when(file, OTHER_HOST).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        desk.when(file, HOST_HEADS).expectEvents(corrected());
        desk.when(file, HOST_HEADS).expectEvents(corrected());
        desk.when(certify, based(OFFICER)).expectRefusal(ErrorCode.BASIS_REQUIRED);
        desk.when(new CertifyCorrections(TASK, INVESTIGATOR, DAY, "05"), OFFICER)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(new CertifyCorrections(TASK, HOST_HEAD, DAY.minusDays(1), "05"), OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk.when(new CertifyCorrections(TASK, HOST_HEAD, DAY.plusDays(1), "05"), OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk.when(certify, OFFICER).expectEvents(new CorrectionsCertified(TASK, HOST_HEAD, DAY, "05/XN-HĐNT"));
    }

    // ---- completion

    @Test
    void results_are_recognised_by_who_approved_the_task_and_only_with_the_certificate() {
        DecisionFixture desk = passed(corrected(), new CorrectionsCertified(TASK, HOST_HEAD, DAY, "05"));
        desk.when(new RecogniseResults(TASK), COMMITTEE).expectRefusal(ErrorCode.CERTIFICATE_MISSING);
        desk.when(new RecordCertificate(TASK, "1", DAY.plusDays(1)), OFFICER)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk.when(new RecordCertificate(TASK, "2025-33-0007/KQNC", DAY), OFFICER)
                .expectEvents(registeredResults());
        desk.when(new RecogniseResults(TASK), DIRECTOR).expectRefusal(ErrorCode.DECIDER_NOT_COMPETENT);
        desk.when(new RecogniseResults(TASK), COMMITTEE).expectEvents(recognised(List.of()));
    }

    @Test
    void what_is_handed_over_has_a_receiver_unless_it_was_sold_or_destroyed() {
        DecisionFixture desk = failed();
        desk.when(handOver(List.of()), COMMITTEE).expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(handOver(List.of(new HandedOver("máy", 1, AssetManner.TRANSFERRED, null))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(handOver(List.of(new HandedOver("máy", 1, AssetManner.SOLD, HOST))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(handOver(List.of(new HandedOver("máy", 0, AssetManner.SOLD, null))), COMMITTEE)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        desk.when(handOver(ITEMS), DIRECTOR).expectRefusal(ErrorCode.BASIS_REQUIRED);
        desk.when(handOver(ITEMS), COMMITTEE).expectEvents(handedOver(List.of()));
    }

    @Test
    void a_failed_task_is_liquidated_without_a_certificate_once_its_assets_are_handed_over() {
        LiquidateContract liquidate = new LiquidateContract(TASK, "07/TLHĐ-SKHCN", DAY, HOST_HEAD);
        DecisionFixture desk = failed();
        desk.when(new RecordCertificate(TASK, "1", DAY), OFFICER).expectRefusal(ErrorCode.TASK_FAILED);
        desk.when(new RecogniseResults(TASK), COMMITTEE).expectRefusal(ErrorCode.TASK_FAILED);
        desk.when(liquidate, DIRECTOR).expectRefusal(ErrorCode.ASSETS_NOT_HANDED_OVER);
        desk.given(handOver(ITEMS), COMMITTEE);
        desk.when(new LiquidateContract(TASK, "07", DAY, DIRECTOR.actor().person()), DIRECTOR)
                .expectRefusal(ErrorCode.FOUR_EYES);
        desk.when(liquidate, based(DIRECTOR)).expectRefusal(ErrorCode.BASIS_REQUIRED);
        desk.when(new LiquidateContract(TASK, "07", DAY.plusDays(1), HOST_HEAD), DIRECTOR)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        desk.when(liquidate, DIRECTOR).expectEvents(liquidated(List.of()));
    }

    @Test
    void a_rejected_record_of_assets_leaves_them_to_be_handed_over() {
        DecisionFixture desk = failed();
        desk.given(handOver(ITEMS), RECORDING).given(new RejectTaskDecision(TASK), SECOND);
        desk.when(new LiquidateContract(TASK, "07", DAY, HOST_HEAD), DIRECTOR)
                .expectRefusal(ErrorCode.ASSETS_NOT_HANDED_OVER);
    }

    // ---- publicity

    @Test
    void results_stay_posted_as_long_as_the_rule_says() {
        rules.with(
                Completion.KEPT,
                "ttlt-27-2015",
                LocalDate.of(2016, 2, 15),
                "due",
                Map.of("count", "90", "unit", "DAYS"));
        contracted()
                .when(post(PublicityKind.RESULTS, DAY.plusDays(90)), HOST_HEADS)
                .events();
        contracted().when(post(PublicityKind.RESULTS, null), OFFICER).events();
        contracted()
                .when(post(PublicityKind.RESULTS, DAY.plusDays(89)), HOST_HEADS)
                .expectRefusal(ErrorCode.RULE_REFUSED);
        contracted().when(post(PublicityKind.TASK_INFORMATION, DAY), HOST_HEADS).events();
        contracted().when(post(PublicityKind.RESULTS, null), OTHER_HOST).expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }

    private static RecordPublicity post(PublicityKind kind, @Nullable LocalDate until) {
        return new RecordPublicity(TASK, kind, DAY, until, "Bảng tin");
    }

    private static FilePeriodicReport report(LocalDate until) {
        return new FilePeriodicReport(
                TASK,
                until,
                "21/BC-VTN",
                "Hoàn thành khảo sát",
                List.of(new TaskProduct("Báo cáo chuyên đề", "báo cáo", 2)));
    }

    private static PeriodicReportFiled filed(DecisionFixture desk, LocalDate until, LocalDate on) {
        return (PeriodicReportFiled)
                desk.when(report(until), Decisions.on(on, HOST_HEADS)).events().getFirst();
    }

    private static AnnounceInspection announce(LocalDate on) {
        return new AnnounceInspection(TASK, on, true, "Tiến độ, sử dụng kinh phí");
    }

    private static RecordInspection inspect(LocalDate on, List<Attendance> present) {
        return new RecordInspection(TASK, on, present, "Chậm tiến độ nội dung 2");
    }

    private static HandOverAssets handOver(List<HandedOver> items) {
        return new HandOverAssets(TASK, DAY, items, "Viện Thử nghiệm quản lý, sử dụng");
    }

    /** Suspended, and inspected since. */
    private DecisionFixture stopped() {
        return contracted(suspensionProposed(), suspended(List.of()), inspectionAnnounced(), inspectionHeld(DAY));
    }

    private DecisionFixture passed(DomainEvent... more) {
        return graduated(Grade.PASSED).given(Project.class, TASK.value(), more);
    }

    private DecisionFixture failed() {
        return graduated(Grade.FAILED);
    }

    private DecisionFixture graduated(Grade grade) {
        return contracted(
                selfEvaluated(),
                dossierFiled(1),
                new AcceptanceDossierAccepted(TASK, 1),
                graded(grade, RECORDERS),
                new TaskDecisionConfirmed(
                        TASK, TaskDecision.GRADE, SECOND.actor().person()));
    }

    private void dossierRules() {
        rules.with(Acceptance.FILING, "tt-11-2014", END, "due", Map.of("count", "30", "unit", "DAYS"));
        rules.with(Acceptance.LAPSE, "tt-11-2014", END, "due", Map.of("count", "6", "unit", "MONTHS"));
    }

    private DecisionFixture valid() {
        return contracted(selfEvaluated(), dossierFiled(1), new AcceptanceDossierAccepted(TASK, 1));
    }

    private static RecordGrade grade(Grade grade) {
        return gradeOn(DAY, grade);
    }

    private static RecordGrade gradeOn(LocalDate day, Grade grade) {
        return new RecordGrade(
                TASK,
                grade,
                day,
                HOST_HEAD,
                "Hoàn thiện chương 3",
                grade == Grade.FAILED ? "Hoàn thành 2 trong 5 nội dung" : null);
    }

    private static TerminateTask terminate(long refund, @Nullable String noRefund) {
        return new TerminateTask(
                TASK, Vnd.of(refund), noRefund, "Bàn giao số liệu khảo sát cho Sở", "Thu hồi máy sấy mẫu");
    }

    static Decision minuted(Decision d) {
        return with(
                d,
                d.reason(),
                List.of(new LegalBasis(
                        LegalBasis.Kind.MINUTES,
                        "03/BB-HĐ",
                        "Sở KH&CN",
                        DAY,
                        null,
                        null,
                        LegalBasis.Seen.SCAN_COMPARED)));
    }

    private static Decision based(Decision d) {
        return with(d, d.reason(), List.of());
    }

    private static Decision unexplained(Decision d) {
        return with(d, " ", d.basis());
    }

    private static Decision with(Decision d, @Nullable String reason, List<LegalBasis> basis) {
        return new Decision(
                d.actor(),
                d.decidedBy(),
                basis,
                reason,
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                d.seenAt(),
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }
}
