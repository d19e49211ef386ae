package vn.minhchung.budgets.write;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.RejectAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.ReleaseAllocation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.AppropriationEvent.AppropriationChangeRecorded;
import vn.minhchung.budgets.AppropriationEvent.AppropriationRecorded;
import vn.minhchung.budgets.ChangeKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Year appropriations and what tasks get of them. */
@Component
class AppropriationDesk implements Desk {
    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;
    private final Tasks tasks;

    AppropriationDesk(Aggregates aggregates, PeopleDirectory people, Rules rules, Tasks tasks) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
        this.tasks = tasks;
    }

    @CommandHandler
    void handle(AssignAppropriation command, Decision decision) {
        people.requireOrganisation(command.unit());
        aggregates.create(Appropriation.class, command.subject(), a -> a.decide(command, decision));
        String key = command.code().key();
        aggregates.guard(UniqueCode.class, UniqueCode.id(key), g -> g.take(key, command.appropriation()));
    }

    @CommandHandler
    void handle(ConfirmAppropriation command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision, rules));
        aggregates.confirms(command.subject(), AppropriationRecorded.class, _ -> true);
    }

    @CommandHandler
    void handle(EnterInTabmis command, Decision decision) {
        Acting.notAfter(command.enteredOn(), decision.today(), "enteredOn");
        change(command.appropriation(), new Change(ChangeKind.ENTER_IN_TABMIS, null, command.enteredOn()), decision);
    }

    @CommandHandler
    void handle(SupplementAppropriation command, Decision decision) {
        change(command.appropriation(), ChangeKind.SUPPLEMENT, command.amount(), decision);
    }

    @CommandHandler
    void handle(CutAppropriation command, Decision decision) {
        change(command.appropriation(), ChangeKind.CUT, command.amount(), decision);
    }

    @CommandHandler
    void handle(HoldAppropriation command, Decision decision) {
        change(command.appropriation(), ChangeKind.HOLD, command.amount(), decision);
    }

    @CommandHandler
    void handle(ReleaseHold command, Decision decision) {
        change(command.appropriation(), ChangeKind.RELEASE_HOLD, command.amount(), decision);
    }

    @CommandHandler
    void handle(ConfirmAppropriationChange command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision, rules));
        aggregates.confirms(
                command.subject(), AppropriationChangeRecorded.class, change -> change.change() == command.change());
    }

    @CommandHandler
    void handle(RejectAppropriationChange command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision));
    }

    @CommandHandler
    void handle(AllocateToTask command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision));
        TaskFacts task = tasks.require(command.project());
        aggregates.guard(
                TaskFunds.class,
                TaskFunds.id(command.project()),
                f -> f.allocate(command.appropriation(), command.amount(), task));
    }

    @CommandHandler
    void handle(ReleaseAllocation command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision));
        aggregates.on(
                TaskFunds.class,
                TaskFunds.id(command.project()),
                f -> f.takeBack(command.project(), command.appropriation(), command.amount()));
    }

    private void change(AppropriationId id, ChangeKind kind, Vnd amount, Decision decision) {
        change(id, new Change(kind, amount, decision.effectiveOn()), decision);
    }

    private void change(AppropriationId id, Change change, Decision decision) {
        aggregates.on(Appropriation.class, id.value(), a -> a.decide(change, decision));
    }
}
