package vn.minhchung.budgets.write;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.access.Signatories;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Tables of completed work. Guarded with the task's sums: all confirmed tables together never exceed the contract. */
@Component
class VolumeDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Tasks tasks;
    private final SigningRules signing;

    VolumeDesk(Aggregates aggregates, PeopleDirectory people, Rules rules, Tasks tasks, Signatories signatories) {
        this.aggregates = aggregates;
        this.people = people;
        this.tasks = tasks;
        this.signing = new SigningRules(rules, signatories);
    }

    @CommandHandler
    void handle(DrawUpVolume command, Decision decision) {
        people.requireOrganisation(command.unit());
        if (command.inspectedBy() != null) command.inspectedBy().forEach(people::requirePerson);
        TaskFacts task = tasks.require(command.project());
        if (!task.contracted())
            throw Refusal.of(ErrorCode.CONTRACT_MISSING, "id", task.id().value());
        TaskFunds.requirePlanned(task.tranche(command.tranche()), command.total());
        String funds = TaskFunds.id(task.id());
        Vnd measured = aggregates.peek(TaskFunds.class, funds, TaskFunds::measured);
        Vnd before = measured == null ? Vnd.ZERO : measured;
        TaskFunds.requireWithinContract(before, command.total(), task);
        aggregates.create(Volume.class, command.subject(), v -> v.decide(command, decision, task, before));
    }

    @CommandHandler
    void handle(SignVolumeSecond command, Decision decision) {
        aggregates.on(Volume.class, command.subject(), v -> v.signSecond(decision, signing));
    }

    @CommandHandler
    void handle(SignVolumeFirst command, Decision decision) {
        ProjectId project = aggregates.ask(Volume.class, command.subject(), Volume::project);
        Vnd total = aggregates.ask(Volume.class, command.subject(), Volume::total);
        TaskFacts task = tasks.require(project);
        aggregates.guard(TaskFunds.class, TaskFunds.id(project), f -> f.measure(command.volume(), total, task));
        aggregates.on(Volume.class, command.subject(), v -> v.signFirst(decision, signing));
    }

    @CommandHandler
    void handle(CancelVolume command, Decision decision) {
        ProjectId project = aggregates.ask(Volume.class, command.subject(), Volume::project);
        Vnd total = aggregates.ask(Volume.class, command.subject(), Volume::total);
        if (aggregates.ask(Volume.class, command.subject(), Volume::confirmed))
            aggregates.on(TaskFunds.class, TaskFunds.id(project), f -> f.unmeasure(project, command.volume(), total));
        aggregates.on(Volume.class, command.subject(), v -> v.decide(command, decision));
    }
}
