package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.SavingLine;
import vn.minhchung.budgets.SavingPart;
import vn.minhchung.budgets.SavingPart.Receiver;
import vn.minhchung.budgets.SavingsCommand.AcceptSaving;
import vn.minhchung.budgets.SavingsCommand.DeclareSaving;
import vn.minhchung.budgets.SavingsCommand.ReturnSaving;
import vn.minhchung.budgets.SavingsEvent;
import vn.minhchung.budgets.SavingsEvent.SavingAccepted;
import vn.minhchung.budgets.SavingsEvent.SavingDeclared;
import vn.minhchung.budgets.SavingsEvent.SavingReturned;
import vn.minhchung.budgets.SavingsReportState;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/** One report of what a host saved: declared, then accepted and split, or returned for good. */
@AggregateRoot(type = "SavingsReport")
class Savings {
    @AggregateIdentifier
    private String id;

    private ProjectId project;
    private OrganisationId host;
    private SavingsReportState state;
    private List<SavingLine> lines;
    private boolean hostFund;
    private boolean scienceFund;
    private List<PersonId> declaredBy;

    Savings() {}

    ProjectId project() {
        return project;
    }

    List<SpendingSum> sums() {
        return sums(lines, false);
    }

    List<SpendingSum> notDone() {
        return sums(lines, true);
    }

    void decide(DeclareSaving command, List<PersonId> by, TaskFacts task, Decision decision) {
        decision.requireBasis();
        if (command.lines().isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("lines");
        for (int i = 0; i < command.lines().size(); i++) {
            SavingLine line = command.lines().get(i);
            Limits.requirePositive(line.amount(), "lines", Integer.toString(i), "amount");
            int first = task.start().getYear();
            // as a budget's: the last payment may fall into the year after the end
            int last = task.end().getYear() + 1;
            if (line.year() < first || line.year() > last)
                throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", first + "–" + last, "value", line.year())
                        .at("lines", Integer.toString(i), "year");
            if (line.workNotDone().isNegative())
                throw Refusal.of(
                                ErrorCode.INVALID_INPUT,
                                "expected",
                                "≥ 0",
                                "value",
                                line.workNotDone().digits())
                        .at("lines", Integer.toString(i), "workNotDone");
        }
        apply(new SavingDeclared(
                command.saving(),
                command.project(),
                task.host(),
                command.lines(),
                total(command.lines()),
                command.hostFund(),
                command.scienceFund(),
                by,
                decision.today()));
    }

    void decide(ReturnSaving command, Decision decision) {
        decision.requireTaken();
        require(SavingsReportState.DECLARED);
        apply(new SavingReturned(command.saving(), project, host, Acting.reason(command.reason())));
    }

    /** @throws Refusal RULE_MISSING where no version says how to split */
    void decide(AcceptSaving command, TaskFacts task, Rules rules, Decision decision) {
        decision.requireTaken();
        require(SavingsReportState.DECLARED);
        rules.twoPersons(
                "four-eyes.spending",
                decision.today(),
                declaredBy,
                Acting.persons(decision, Role.CHIEF_ACCOUNTANT, Role.DIRECTOR));
        LineClasses classes = new LineClasses(rules, task, decision.today());
        Vnd khoan = Vnd.sum(lines.stream()
                .filter(line -> classes.khoan(line.line(), line.normed()))
                .map(SavingLine::amount)
                .toList());
        TaskPostings postings = TaskPostings.of(project);
        for (SavingLine line : lines)
            postings.add(LedgerAccount.SAVED, FundSource.STATE_BUDGET, line.line(), line.year(), line.amount());
        apply(new SavingAccepted(
                command.saving(),
                project,
                total(lines),
                split(khoan, total(lines).minus(khoan), task, rules, decision),
                Entries.id(id, 1),
                decision.effectiveOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                postings.list()));
    }

    private List<SavingPart> split(Vnd khoan, Vnd rest, TaskFacts task, Rules rules, Decision decision) {
        Applied rule = rules.forTask(task.pinned(), "savings.split", decision.today());
        var worked = rule.work("khoanVnd", khoan, "nonKhoanVnd", rest, "hostFund", hostFund, "scienceFund", scienceFund)
                .orElseThrow(() -> Refusal.of(ErrorCode.RULE_MISSING, "family", "savings.split"));
        List<SavingPart> parts = new ArrayList<>();
        add(parts, Receiver.HOST_INCOME, worked.vnd("hostIncomeVnd"));
        add(parts, Receiver.HOST_FUND, worked.vnd("hostFundVnd"));
        add(parts, Receiver.SCIENCE_FUND, worked.vnd("scienceFundVnd"));
        add(parts, Receiver.STATE_BUDGET, worked.vnd("budgetVnd"));
        return List.copyOf(parts);
    }

    private static void add(List<SavingPart> parts, Receiver receiver, Vnd amount) {
        if (amount.isPositive()) parts.add(new SavingPart(receiver, amount));
    }

    private static List<SpendingSum> sums(List<SavingLine> lines, boolean notDone) {
        return lines.stream()
                .map(SavingLine::line)
                .distinct()
                .map(category -> new SpendingSum(
                        FundSource.STATE_BUDGET,
                        category,
                        Vnd.sum(lines.stream()
                                .filter(line -> line.line() == category)
                                .map(line -> notDone ? line.workNotDone() : line.amount())
                                .toList())))
                .toList();
    }

    private static Vnd total(List<SavingLine> lines) {
        return Vnd.sum(lines.stream().map(SavingLine::amount).toList());
    }

    private void require(SavingsReportState allowed) {
        if (state != allowed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
    }

    @EventSourcingHandler
    void evolve(SavingsEvent event) {
        id = event.saving().value();
        switch (event) {
            case SavingDeclared e -> {
                project = e.project();
                host = e.host();
                lines = e.lines();
                hostFund = e.hostFund();
                scienceFund = e.scienceFund();
                declaredBy = e.declaredBy();
                state = SavingsReportState.DECLARED;
            }
            case SavingReturned _ -> state = SavingsReportState.RETURNED;
            case SavingAccepted _ -> state = SavingsReportState.ACCEPTED;
        }
    }
}
