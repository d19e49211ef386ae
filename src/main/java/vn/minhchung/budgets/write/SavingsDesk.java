package vn.minhchung.budgets.write;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.SavingsCommand.AcceptSaving;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SavingsCommand.ReturnSaving;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Savings: what is left of a line after everything was done and accepted. */
@Component
class SavingsDesk implements Desk {
    private final Aggregates aggregates;
    private final Tasks tasks;
    private final EstimateBook estimates;
    private final Rules rules;

    SavingsDesk(Aggregates aggregates, Tasks tasks, EstimateBook estimates, Rules rules) {
        this.aggregates = aggregates;
        this.tasks = tasks;
        this.estimates = estimates;
        this.rules = rules;
    }

    @CommandHandler
    void handle(DeclareSaving command, Decision decision) {
        TaskFacts task = SpendingDesk.contracted(tasks, command.project());
        List<PersonId> by = SpendingDesk.hosts(task, decision);
        StoppedTasks.requirePassed(task, rules, decision.today());
        aggregates.create(Savings.class, command.subject(), s -> s.decide(command, by, task, decision));
    }

    @CommandHandler
    void handle(ReturnSaving command, Decision decision) {
        aggregates.on(Savings.class, command.subject(), s -> s.decide(command, decision));
    }

    @CommandHandler
    void handle(AcceptSaving command, Decision decision) {
        ProjectId project = aggregates.ask(Savings.class, command.subject(), Savings::project);
        TaskFacts task = tasks.require(project);
        aggregates.on(Savings.class, command.subject(), s -> s.decide(command, task, rules, decision));
        List<SpendingSum> sums = aggregates.ask(Savings.class, command.subject(), Savings::sums);
        List<SpendingSum> notDone = aggregates.ask(Savings.class, command.subject(), Savings::notDone);
        aggregates.guard(
                TaskSpending.class,
                TaskSpending.id(project),
                g -> g.save(project, command.saving(), sums, notDone, estimates.inForce(task)));
    }
}
