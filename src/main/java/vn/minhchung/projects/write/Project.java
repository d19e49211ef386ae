package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.ExceptionCommand.ConfirmException;
import vn.minhchung.projects.ExceptionCommand.GrantException;
import vn.minhchung.projects.LifeCommand;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.PinnedRule;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.ConfirmContract;
import vn.minhchung.projects.ProjectCommand.CorrectTask;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectEvent;
import vn.minhchung.projects.ProjectEvent.ApprovalConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.ProjectEvent.PastTaskRecorded;
import vn.minhchung.projects.ProjectEvent.TaskCodeReissued;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskStanding;
import vn.minhchung.projects.TaskState;
import vn.minhchung.projects.TermsEvent;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TermsReworded;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.Rules;

/**
 * The life of a task. It enters by one of two doors. By the first its approval is decided here or recorded from paper; a
 * recorded one is provisional until a second person has compared it with the document. Approved, it may be published (for
 * good) and put under contract, which again is signed here or recorded and confirmed. Its code may be reissued, a slip of
 * the pen in its title corrected. By the second door a past task enters as a source publishes it and stays as it is: it
 * carries no money and takes no part in what must be unique. What happens to a task under contract is {@link TaskLife}.
 */
@AggregateRoot(type = "Project")
class Project {
    @AggregateIdentifier
    private String id;

    /** Where it stands before its contract; then CONTRACTED, and its life says more. */
    private TaskState state;

    private TaskStanding standing;
    /** Null for a past task. */
    private @Nullable ApprovedTaskRegistered approval;

    private @Nullable TaskTerms terms;
    private @Nullable ContractSigned contract;
    /** In force; adjustments change them. */
    private List<TranchePlan> tranches = List.of();

    private String title;
    private String code;
    private OrganisationId issuer;
    private LocalDate codeValidFrom;
    private boolean published;
    private final TaskLife life = new TaskLife();

    Project() {}

    void decide(
            RegisterApprovedTask command,
            Decision decision,
            LocalDate approvedOn,
            List<Trigger> triggers,
            PinnedVersions pinned) {
        decision.requireBasis();
        ApprovalDecision.requireCompetent(decision);
        ApprovalContent.of(command).check();
        new ApprovalLimits(command, pinned).check(decision);
        apply(new ApprovedTaskRegistered(
                command.project(),
                Words.tidy(command.code()),
                command.issuer(),
                approvedOn,
                Words.tidy(command.title()),
                command.kind(),
                command.level(),
                command.host(),
                command.principalInvestigator(),
                command.members(),
                command.budget(),
                command.totalBudget(),
                command.stateBudget(),
                command.khoanMode(),
                command.durationMonths(),
                command.start(),
                command.end(),
                triggers,
                pinned.recorded(),
                Acts.recordedBy(decision, Role.OFFICER, Role.COMMITTEE, Role.DIRECTOR)));
    }

    void decide(ConfirmApproval command, Decision decision, Rules rules) {
        decision.requireTaken();
        ApprovedTaskRegistered recorded = approved();
        if (standing != TaskStanding.PROVISIONAL) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "task", id);
        rules.twoPersons(Acts.RECORD_CONFIRM, decision.today(), confirming(decision), recorded.recordedBy());
        apply(new ApprovalConfirmed(
                command.project(),
                recorded.host(),
                recorded.budget(),
                recorded.totalBudget(),
                recorded.stateBudget(),
                decision.person()));
    }

    void decide(PublishTask command, Decision decision) {
        decision.requireTaken();
        requireConfirmedApproval();
        if (published) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "PUBLISHED");
        apply(new TaskPublished(command.project(), title));
    }

    void decide(SignContract command, Decision decision) {
        ApprovedTaskRegistered approved = requireConfirmedApproval();
        if (state == TaskState.CONTRACTED) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
        decision.requireBasis();
        ContractContent.of(command).check(approved, decision);
        apply(new ContractSigned(
                command.project(),
                Words.tidy(command.number()),
                command.signedOn(),
                command.value(),
                command.department(),
                decision.decidedBy().person(),
                approved.host(),
                command.hostSignatory(),
                command.tranches(),
                Acts.recordedBy(decision, Role.OFFICER, Role.DEPUTY_DIRECTOR, Role.DIRECTOR)));
    }

    void decide(ConfirmContract command, Decision decision, Rules rules) {
        decision.requireTaken();
        requireConfirmedApproval();
        ContractSigned recorded = contract;
        if (recorded == null) throw Refusal.of(ErrorCode.CONTRACT_MISSING, "task", id);
        if (state == TaskState.CONTRACTED) throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "task", id);
        rules.twoPersons(Acts.RECORD_CONFIRM, decision.today(), confirming(decision), recorded.recordedBy());
        apply(new ContractConfirmed(
                command.project(), recorded.number(), recorded.value(), recorded.tranches(), decision.person()));
    }

    void decide(ReissueTaskCode command, Decision decision) {
        decision.requireTaken();
        approved();
        decision.requireBasis();
        if (command.validFrom().isBefore(codeValidFrom.plusDays(1))) {
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "earliest",
                            codeValidFrom.plusDays(1),
                            "validFrom",
                            command.validFrom())
                    .at("validFrom");
        }
        apply(new TaskCodeReissued(
                command.project(),
                code,
                issuer,
                Words.required(command.code(), "code"),
                command.issuer(),
                command.validFrom()));
    }

    void decide(CorrectTask command, Decision decision) {
        decision.requireTaken();
        approved();
        String reason = decision.reason();
        if (reason == null || PlainText.saysNothing(reason)) throw Refusal.of(ErrorCode.REASON_REQUIRED);
        String corrected = Words.required(command.title(), "title");
        if (corrected.equals(title)) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "another title", "value", title)
                    .at("title");
        }
        apply(new TaskCorrected(command.project(), title, corrected));
    }

    void decide(LifeCommand command, Decision decision, Rules rules) {
        requireConfirmedApproval();
        ContractSigned inForce = contract;
        if (inForce == null || state != TaskState.CONTRACTED) throw Refusal.of(ErrorCode.CONTRACT_MISSING, "task", id);
        apply(life.decide(command, new LifeCase(decision, terms().host(), inForce.signedOn(), terms().end(), rules)));
    }

    /** @param noticedOn day of the notice that settled its money */
    void settle(LocalDate noticedOn) {
        apply(life.settle(new ProjectId(id), noticedOn));
    }

    /** The decision that waits for its second person. */
    Optional<TaskDecision> pendingDecision() {
        return Optional.ofNullable(life.pending());
    }

    /** Of a task that is suspended, or was until its termination. */
    Optional<LocalDate> stoppedOn() {
        return Optional.ofNullable(life.stoppedOn());
    }

    void decide(RecordPastTask command) {
        PastReadings read = PastReadings.of(command.cells());
        apply(new PastTaskRecorded(
                command.project(),
                Words.required(command.sourceTitle(), "sourceTitle"),
                command.sourceUrl(),
                command.retrievedOn(),
                read.code(),
                read.title(),
                read.kind(),
                read.level(),
                read.principalInvestigators(),
                read.start(),
                read.end(),
                read.rating(),
                command.cells()));
    }

    /** @throws Refusal PAST_TASK_HAS_NO_MONEY or PROVISIONAL: money may not rest on it */
    TaskFacts facts() {
        ApprovedTaskRegistered approved = requireConfirmedApproval();
        ContractSigned inForce = state == TaskState.CONTRACTED ? contract : null;
        TaskGraded grade = life.grade();
        Map<String, RuleRef> pinned = approved.pinnedRules().stream()
                .filter(rule -> rule.version() != null)
                .collect(Collectors.toUnmodifiableMap(
                        PinnedRule::family,
                        rule -> new RuleRef(rule.family(), Objects.requireNonNull(rule.version()))));
        TaskTerms now = terms();
        return new TaskFacts(
                new ProjectId(id),
                approved.kind(),
                now.host(),
                now.investigator(),
                inForce == null ? state : life.state(),
                standing,
                inForce != null,
                now.start(),
                now.end(),
                now.budget(),
                inForce == null ? List.of() : tranches,
                pinned,
                approved.khoanMode(),
                inForce == null
                        ? null
                        : Vnd.sum(tranches.stream().map(TranchePlan::amount).toList()),
                grade == null ? null : grade.grade(),
                grade == null ? null : grade.gradedOn(),
                life.held(),
                life.terminated(),
                life.liquidated());
    }

    /**
     * Who is kept out of new tasks while its refund is owed: host, investigator, main members and secretary.
     *
     * @param owing the host, or who took the debt over from it
     */
    List<String> answerable(OrganisationId owing) {
        TaskTerms now = terms();
        return Stream.concat(
                        Stream.of(owing.value(), now.investigator().value()),
                        now.members().stream()
                                .filter(m -> m.role().answersForRefund())
                                .map(m -> m.person().value()))
                .distinct()
                .sorted()
                .toList();
    }

    TaskTerms terms() {
        approved();
        return Objects.requireNonNull(terms);
    }

    String title() {
        return title;
    }

    /** Whether everybody may know of the task. */
    boolean published() {
        return published;
    }

    /** The terms change, as an adjustment decided. */
    void adjust(TermsEvent.Adjusted change) {
        apply(change);
    }

    void decide(GrantException command, Decision decision) {
        requireConfirmedApproval();
        decision.requireBasis();
        ApprovalDecision.requireCompetent(decision);
        int number = terms().nextException();
        String document = Words.required(command.document(), "document");
        String reason = Acts.reason(command.reason());
        if (decision.recorded())
            apply(new ExceptionRecorded(
                    command.project(),
                    number,
                    command.kind(),
                    document,
                    reason,
                    Acts.recordedBy(decision, Role.OFFICER, Role.COMMITTEE, Role.DIRECTOR)));
        else apply(new ExceptionGranted(command.project(), number, command.kind(), document, reason));
    }

    void decide(ConfirmException command, Decision decision, Rules rules) {
        decision.requireTaken();
        ExceptionRecorded recorded = terms().recorded().get(command.number());
        if (recorded == null) {
            if (terms().exceptions().containsKey(command.number()))
                throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "number", command.number());
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", command.number()).at("number");
        }
        rules.twoPersons(Acts.RECORD_CONFIRM, decision.today(), confirming(decision), recorded.recordedBy());
        apply(new ExceptionGranted(
                command.project(), recorded.number(), recorded.kind(), recorded.document(), recorded.reason()));
    }

    @EventSourcingHandler
    void evolve(ProjectEvent event) {
        switch (event) {
            case ApprovedTaskRegistered e -> {
                id = e.project().value();
                approval = e;
                terms = TaskTerms.of(e);
                title = e.title();
                code = e.code();
                issuer = e.issuer();
                codeValidFrom = e.codeValidFrom();
                standing = e.provisional() ? TaskStanding.PROVISIONAL : TaskStanding.DECIDED;
                state = e.provisional() ? TaskState.APPROVAL_RECORDED : TaskState.APPROVED;
            }
            case ApprovalConfirmed _ -> {
                standing = TaskStanding.DECIDED;
                state = TaskState.APPROVED;
            }
            case TaskPublished _ -> published = true;
            case ContractSigned e -> {
                contract = e;
                tranches = e.tranches();
                if (!e.provisional()) state = TaskState.CONTRACTED;
            }
            case ContractConfirmed _ -> state = TaskState.CONTRACTED;
            case TaskCodeReissued e -> {
                code = e.code();
                issuer = e.issuer();
                codeValidFrom = e.validFrom();
            }
            case TaskCorrected e -> title = e.title();
            case LifeEvent e -> life.evolve(e);
            case PastTaskRecorded e -> {
                id = e.project().value();
                standing = TaskStanding.AS_PUBLISHED;
                state = TaskState.PAST;
            }
            case TermsEvent e -> {
                terms = terms().after(e);
                if (e instanceof TaskBudgetAdjusted adjusted) tranches = adjusted.tranches();
                if (e instanceof TermsReworded reworded && reworded.kind() == AdjustmentKind.TITLE)
                    title = reworded.after();
            }
        }
    }

    /** The approval, provisional or not. */
    private ApprovedTaskRegistered approved() {
        if (approval == null) throw Refusal.of(ErrorCode.PAST_TASK_HAS_NO_MONEY, "task", id);
        return approval;
    }

    private ApprovedTaskRegistered requireConfirmedApproval() {
        ApprovedTaskRegistered approved = approved();
        if (standing == TaskStanding.PROVISIONAL) throw Refusal.of(ErrorCode.PROVISIONAL, "task", id);
        return approved;
    }

    private static Iterable<PersonId> confirming(Decision decision) {
        return decision.persons(decision.exercised(
                Role.OFFICER,
                Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT,
                Role.REGISTRAR,
                Role.DEPUTY_DIRECTOR,
                Role.DIRECTOR));
    }
}
