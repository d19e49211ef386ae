package vn.minhchung.projects.write;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.LifeCommand;
import vn.minhchung.projects.LifeCommand.*;
import vn.minhchung.projects.LifeEvent.Decided;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TaskHold;
import vn.minhchung.rules.Rules;

/** Takes the commands about the life of a task, and holds its money where they stop it. */
@Component
class LifeDesk implements Desk {
    private static final Set<TaskDecision> ENDS = EnumSet.of(TaskDecision.TERMINATION, TaskDecision.LIQUIDATION);

    private final Aggregates aggregates;
    private final Rules rules;
    private final PeopleDirectory people;
    private final TaskHold money;
    private final LateDossiers dossiers;

    LifeDesk(Aggregates aggregates, Rules rules, PeopleDirectory people, TaskHold money) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.people = people;
        this.money = money;
        this.dossiers = new LateDossiers(aggregates, rules);
    }

    @CommandHandler
    void handle(ProposeSuspension command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(DeclineSuspension command, Decision decision) {
        decide(command, decision);
    }

    /** A recorded suspension holds the money too: a payment must not slip out while the paper is compared. */
    @CommandHandler
    void handle(SuspendTask command, Decision decision) {
        decide(command, decision);
        money.hold(command.project());
    }

    @CommandHandler
    void handle(ResumeTask command, Decision decision) {
        decide(command, decision);
        if (!decision.recorded()) money.lift(command.project());
    }

    @CommandHandler
    void handle(TerminateTask command, Decision decision) {
        decide(command, decision);
        if (!decision.recorded()) release(command.project());
    }

    @CommandHandler
    void handle(FileSelfEvaluation command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(FileAcceptanceDossier command, Decision decision) {
        decide(command, decision);
        dossiers.over(command.project());
    }

    @CommandHandler
    void handle(CheckAcceptanceDossier command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(RecordGrade command, Decision decision) {
        people.requirePerson(command.chair());
        decide(command, decision);
        if (!decision.recorded()) dossiers.over(command.project());
    }

    @CommandHandler
    void handle(FilePeriodicReport command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(ReviewPeriodicReport command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(AnnounceInspection command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(RecordInspection command, Decision decision) {
        command.present().stream().map(Attendance::person).forEach(people::requirePerson);
        decide(command, decision);
    }

    @CommandHandler
    void handle(FileCorrections command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(CertifyCorrections command, Decision decision) {
        people.requirePerson(command.chair());
        decide(command, decision);
    }

    @CommandHandler
    void handle(RecordCertificate command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(RecogniseResults command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(HandOverAssets command, Decision decision) {
        command.items().stream()
                .flatMap(item -> Stream.ofNullable(item.receiver()))
                .forEach(people::requireOrganisation);
        decide(command, decision);
    }

    @CommandHandler
    void handle(LiquidateContract command, Decision decision) {
        people.requirePerson(command.hostSignatory());
        decide(command, decision);
        if (!decision.recorded()) release(command.project());
    }

    @CommandHandler
    void handle(RecordPublicity command, Decision decision) {
        decide(command, decision);
    }

    @CommandHandler
    void handle(ConfirmTaskDecision command, Decision decision) {
        Optional<TaskDecision> confirmed = pending(command);
        decide(command, decision);
        if (confirmed.equals(Optional.of(TaskDecision.RESUMPTION))) money.lift(command.project());
        if (confirmed.filter(ENDS::contains).isPresent()) release(command.project());
        if (confirmed.equals(Optional.of(TaskDecision.GRADE))) dossiers.over(command.project());
        aggregates.confirms(command.subject(), Decided.class, _ -> true);
    }

    @CommandHandler
    void handle(RejectTaskDecision command, Decision decision) {
        Optional<TaskDecision> rejected = pending(command);
        decide(command, decision);
        if (rejected.equals(Optional.of(TaskDecision.SUSPENSION))) money.lift(command.project());
        aggregates.confirms(command.subject(), Decided.class, _ -> true);
    }

    /** The contract is over, one way or the other: who led the task leads no running one, and no dossier is awaited. */
    private void release(ProjectId project) {
        dossiers.over(project);
        TaskTerms terms = aggregates.ask(Project.class, project.value(), Project::terms);
        aggregates.guard(
                InvestigatorGuard.class,
                InvestigatorGuard.id(terms.investigator(), terms.level()),
                guard -> guard.release(terms.investigator(), terms.level(), project));
    }

    private Optional<TaskDecision> pending(LifeCommand command) {
        return aggregates.ask(Project.class, command.subject(), Project::pendingDecision);
    }

    private void decide(LifeCommand command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision, rules));
    }
}
