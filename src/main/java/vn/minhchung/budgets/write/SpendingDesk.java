package vn.minhchung.budgets.write;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.SpendingCommand.AcceptSpendingReport;
import vn.minhchung.budgets.SpendingCommand.FileSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReplaceSpendingReport;
import vn.minhchung.budgets.SpendingCommand.ReturnSpendingReport;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.write.SpendingReport.Terms;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.Tasks;
import vn.minhchung.rules.Rules;

/** Reports of spending: the report, and the guard of what its task has spent in all. */
@Component
class SpendingDesk implements Desk {
    private final Aggregates aggregates;
    private final Tasks tasks;
    private final EstimateBook estimates;
    private final Rules rules;
    private final PeopleDirectory people;

    SpendingDesk(Aggregates aggregates, Tasks tasks, EstimateBook estimates, Rules rules, PeopleDirectory people) {
        this.aggregates = aggregates;
        this.tasks = tasks;
        this.estimates = estimates;
        this.rules = rules;
        this.people = people;
    }

    @CommandHandler
    void handle(FileSpendingReport command, Decision decision) {
        TaskFacts task = contracted(tasks, command.project());
        List<PersonId> by = hosts(task, decision);
        StoppedTasks.requireReportable(task, tasks, command.to());
        requirePersons(command.items());
        aggregates.create(SpendingReport.class, command.subject(), r -> r.decide(command, by, task, decision));
        report(task, command.report(), command.items(), decision);
    }

    @CommandHandler
    void handle(ReturnSpendingReport command, Decision decision) {
        Terms terms = terms(command.report());
        on(command.report(), terms, r -> r.decide(command, decision));
        guard(
                terms.project(),
                g -> g.takeBack(
                        terms.project(),
                        command.report(),
                        SpendingContent.sums(terms.items()),
                        SpendingContent.vouchers(terms.items())));
    }

    @CommandHandler
    void handle(AcceptSpendingReport command, Decision decision) {
        Terms terms = terms(command.report());
        TaskFacts task = tasks.require(terms.project());
        List<SpendingItem> taken =
                aggregates.ask(SpendingReport.class, command.subject(), r -> r.accepted(command.leftOut()));
        on(command.report(), terms, r -> r.decide(command, rules, decision));
        List<BudgetShare> approved = estimates.inForce(task);
        guard(terms.project(), g -> {
            g.accept(terms.project(), command.report(), SpendingContent.sums(taken), approved);
            if (terms.last()) g.requireCounterpart(task, approved, rules, decision.today());
        });
    }

    @CommandHandler
    void handle(ReplaceSpendingReport command, Decision decision) {
        Terms terms = terms(command.report());
        TaskFacts task = tasks.require(terms.project());
        List<PersonId> by = HostSide.acting(task, decision);
        // what the department sent back is completed even then
        if (terms.reported()) StoppedTasks.requireReportable(task, tasks, command.to());
        requirePersons(command.items());
        on(command.report(), terms, r -> r.decide(command, by, task, decision));
        guard(terms.project(), g -> {
            if (terms.reported())
                g.takeBack(
                        terms.project(),
                        command.report(),
                        SpendingContent.sums(terms.items()),
                        SpendingContent.vouchers(terms.items()));
            if (!terms.accepted().isEmpty()) g.noLongerAccept(terms.project(), command.report(), terms.acceptedSums());
        });
        report(task, command.report(), command.items(), decision);
    }

    private void report(TaskFacts task, SpendingReportId report, List<SpendingItem> items, Decision decision) {
        var approved = estimates.inForce(task);
        guard(
                task.id(),
                g -> g.report(
                        task,
                        report,
                        SpendingContent.sums(items),
                        SpendingContent.vouchers(items),
                        approved,
                        rules,
                        decision.today()));
    }

    static TaskFacts contracted(Tasks tasks, ProjectId project) {
        TaskFacts task = tasks.require(project);
        if (!task.contracted()) throw Refusal.of(ErrorCode.CONTRACT_MISSING, "id", project.value());
        return task;
    }

    /** A task of another host is answered like one that is not there. */
    static List<PersonId> hosts(TaskFacts task, Decision decision) {
        try {
            return HostSide.acting(task, decision);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_YOUR_HOST) throw refusal;
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", task.id().value()).at("project");
        }
    }

    private void requirePersons(List<SpendingItem> items) {
        for (SpendingItem item : items) {
            PersonId payee = item.voucher().person();
            if (payee != null) people.requirePerson(payee);
            if (item.labour() != null && item.labour().person() != null)
                people.requirePerson(item.labour().person());
        }
    }

    private Terms terms(SpendingReportId report) {
        return aggregates.ask(SpendingReport.class, report.value(), SpendingReport::terms);
    }

    /** The guard's side was computed from what was read before the report was locked. */
    private void on(SpendingReportId report, Terms read, Consumer<SpendingReport> decide) {
        aggregates.on(SpendingReport.class, report.value(), r -> {
            if (!read.equals(r.terms())) throw new StreamConflict(report.value());
            decide.accept(r);
        });
    }

    private void guard(ProjectId project, Consumer<TaskSpending> decide) {
        aggregates.guard(TaskSpending.class, TaskSpending.id(project), decide);
    }
}
