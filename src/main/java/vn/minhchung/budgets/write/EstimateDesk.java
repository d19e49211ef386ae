package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Estimates of tasks; and the book of them that adjustments ask. */
@Component
class EstimateDesk implements Desk, EstimateBook {
    private final Aggregates aggregates;
    private final Tasks tasks;
    private final Rules rules;
    private final PeopleDirectory people;

    EstimateDesk(Aggregates aggregates, Tasks tasks, Rules rules, PeopleDirectory people) {
        this.aggregates = aggregates;
        this.tasks = tasks;
        this.rules = rules;
        this.people = people;
    }

    @CommandHandler
    void handle(ProposeEstimate command, Decision decision) {
        TaskFacts task = tasks.require(command.project());
        var by = HostSide.actingOr(EnumSet.of(Role.OFFICER), task, decision);
        StoppedTasks.requireRunning(task);
        requirePersons(command.items());
        aggregates.guard(Estimate.class, id(task.id()), e -> e.decide(command, by, task, rules, decision));
    }

    @CommandHandler
    void handle(ReturnEstimate command, Decision decision) {
        on(command.project(), e -> e.decide(command, decision));
    }

    @CommandHandler
    void handle(ApproveEstimate command, Decision decision) {
        TaskFacts task = tasks.require(command.project());
        StoppedTasks.requireRunning(task);
        on(command.project(), e -> e.decide(command, task, rules, decision));
    }

    @CommandHandler
    void handle(PlanLineMoves command, Decision decision) {
        TaskFacts task = tasks.require(command.project());
        var by = HostSide.acting(task, decision);
        StoppedTasks.requireRunning(task);
        requirePersons(command.items());
        on(command.project(), e -> e.decide(command, by, task, rules, decision));
    }

    @CommandHandler
    void handle(ReturnLineMoves command, Decision decision) {
        HostSide.requireHead(tasks.require(command.project()), decision);
        on(command.project(), e -> e.decide(command));
    }

    @CommandHandler
    void handle(MoveBetweenLines command, Decision decision) {
        TaskFacts task = tasks.require(command.project());
        HostSide.requireHead(task, decision);
        StoppedTasks.requireRunning(task);
        requireReportedStays(task, aggregates.ask(Estimate.class, id(task.id()), Estimate::planned));
        on(command.project(), e -> e.move(task, rules, decision));
    }

    @Override
    public List<BudgetShare> inForce(TaskFacts task) {
        List<BudgetShare> held = aggregates.peek(Estimate.class, id(task.id()), EstimateDesk::held);
        return held == null || held.isEmpty() ? task.approved() : held;
    }

    // an answer of null would read as a stream that is empty
    private static List<BudgetShare> held(Estimate estimate) {
        List<BudgetShare> shares = estimate.inForce();
        return shares == null ? List.of() : shares;
    }

    @Override
    public void check(TaskFacts task, List<EstimateItem> items, List<BudgetShare> mustSumTo, LocalDate on) {
        EstimateContent.check(items, on);
        requirePersons(items);
        Shares.requireSame(Shares.of(items), mustSumTo);
        List<EstimateItem> held = aggregates.peek(Estimate.class, id(task.id()), Estimate::items);
        new EstimateNorms(rules, task, on).check(items, held == null ? List.of() : held);
    }

    @Override
    public void revise(
            TaskFacts task, String adjustment, List<EstimateItem> items, List<BudgetShare> after, Decision decision) {
        if (!items.isEmpty()) {
            check(task, items, after, decision.today());
            new EstimateNorms(rules, task, decision.today()).checkExperts(items, decision.reason());
        }
        requireReportedStays(task, after);
        aggregates.guard(Estimate.class, id(task.id()), e -> e.revise(task, adjustment, items, after, decision));
    }

    /** No line falls below what was reported as spent on it. */
    private void requireReportedStays(TaskFacts task, List<BudgetShare> after) {
        aggregates.peek(TaskSpending.class, TaskSpending.id(task.id()), s -> s.requireWithin(after));
    }

    private void on(ProjectId project, Consumer<Estimate> decide) {
        aggregates.actsOn(id(project));
        aggregates.on(Estimate.class, id(project), decide);
    }

    private void requirePersons(List<EstimateItem> items) {
        for (EstimateItem item : items) {
            @Nullable Labour labour = item.labour();
            if (labour != null && labour.person() != null) people.requirePerson(labour.person());
        }
    }

    private static String id(ProjectId project) {
        return EstimateId.of(project).value();
    }
}
