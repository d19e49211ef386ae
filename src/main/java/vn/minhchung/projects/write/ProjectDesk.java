package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.NamedPersons;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.ProjectCommand.ConfirmApproval;
import vn.minhchung.projects.ProjectCommand.ConfirmContract;
import vn.minhchung.projects.ProjectCommand.CorrectTask;
import vn.minhchung.projects.ProjectCommand.PublishTask;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectCommand.ReissueTaskCode;
import vn.minhchung.projects.ProjectCommand.SignContract;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.Rules;

/** Takes the commands about tasks and brings in who guards them: the task, its code, its investigator. */
@Component
class ProjectDesk implements Desk {
    private final Aggregates aggregates;
    private final Rules rules;
    private final PeopleDirectory people;
    private final NamedPersons named;
    private final RefundBars bars;
    private final LateDossiers dossiers;

    ProjectDesk(Aggregates aggregates, Rules rules, PeopleDirectory people, NamedPersons named) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.people = people;
        this.named = named;
        this.bars = new RefundBars(aggregates, rules);
        this.dossiers = new LateDossiers(aggregates, rules);
    }

    @CommandHandler
    void handle(RegisterApprovedTask command, Decision decision) {
        people.requireOrganisation(command.issuer());
        people.requireOrganisation(command.host());
        people.requirePerson(command.principalInvestigator());
        command.members().stream().map(TaskMember::person).forEach(people::requirePerson);
        LocalDate approvedOn = ApprovalDecision.day(decision);
        requireNotBarred(command, approvedOn);
        List<Trigger> triggers = PinnedVersions.complete(
                command.triggers(), approvedOn, decision.decidedBy().document());
        PinnedVersions pinned = PinnedVersions.of(rules, triggers);
        aggregates.create(
                Project.class, command.subject(), task -> task.decide(command, decision, approvedOn, triggers, pinned));
        aggregates.guard(
                TaskCodeGuard.class,
                TaskCodeGuard.id(command.issuer(), command.code()),
                guard -> guard.take(command.issuer(), command.code(), command.project()));
        aggregates.guard(
                InvestigatorGuard.class,
                InvestigatorGuard.id(command.principalInvestigator(), command.level()),
                guard -> guard.engage(
                        command.principalInvestigator(),
                        command.level(),
                        command.project(),
                        rules.on(InvestigatorGuard.RULE, approvedOn)));
    }

    /**
     * Whoever owes a refund takes part in no new task: host, investigator, main members and secretary. Nor do a host and an
     * investigator who are late with an acceptance dossier.
     */
    private void requireNotBarred(RegisterApprovedTask command, LocalDate on) {
        bars.requireFree(command.host().value(), on, "host");
        bars.requireFree(command.principalInvestigator().value(), on, "principalInvestigator");
        command.members().stream()
                .filter(m -> m.role().answersForRefund())
                .forEach(m -> bars.requireFree(m.person().value(), on, "members"));
        dossiers.requireNone(command.host().value(), on, "host");
        dossiers.requireNone(command.principalInvestigator().value(), on, "principalInvestigator");
    }

    @CommandHandler
    void handle(ConfirmApproval command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision, rules));
        aggregates.confirms(command.subject(), ApprovedTaskRegistered.class, _ -> true);
    }

    @CommandHandler
    void handle(PublishTask command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision));
    }

    @CommandHandler
    void handle(SignContract command, Decision decision) {
        people.requireOrganisation(command.department());
        people.requirePerson(command.hostSignatory());
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision));
        if (!decision.recorded()) dossiers.await(command.project());
    }

    @CommandHandler
    void handle(ConfirmContract command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision, rules));
        aggregates.confirms(command.subject(), ContractSigned.class, _ -> true);
        dossiers.await(command.project());
    }

    @CommandHandler
    void handle(ReissueTaskCode command, Decision decision) {
        people.requireOrganisation(command.issuer());
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision));
        aggregates.guard(
                TaskCodeGuard.class,
                TaskCodeGuard.id(command.issuer(), command.code()),
                guard -> guard.take(command.issuer(), command.code(), command.project()));
    }

    @CommandHandler
    void handle(CorrectTask command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision));
    }

    @CommandHandler
    void handle(RecordPastTask command, Decision decision) {
        // Whoever a source names gets a person of their own: somebody must be there to be erased.
        SortedMap<String, Sealed> names = new TreeMap<>();
        // The column of investigators names them; other columns may hold their telephone under the same key.
        command.cells().stream()
                .sorted(Comparator.comparing(cell -> cell.field() != PastField.PRINCIPAL_INVESTIGATOR))
                .flatMap(cell -> cell.raw().stream())
                .map(PastCell.Fragment::name)
                .filter(Objects::nonNull)
                .forEach(name -> names.putIfAbsent(name.person().value(), name));
        names.forEach((person, name) -> named.register(new PersonId(person), name));
        aggregates.create(Project.class, command.subject(), task -> task.decide(command));
    }
}
