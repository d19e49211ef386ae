package vn.minhchung.budgets.write;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.AppropriationEvent.YearClosingRecorded;
import vn.minhchung.budgets.ChangeKind;
import vn.minhchung.budgets.ReturnAdvance;
import vn.minhchung.budgets.ReturnCause;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.YearEndCommand.CancelAppropriation;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndCommand.RejectYearClosing;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.Bars;
import vn.minhchung.rules.Rules;

/**
 * The end of a budget year. The appropriation is the guard of its year: whatever is posted in the year writes an event of
 * the appropriation or asks it, so a posting and the closing that race each other are decided one after the other.
 */
@Component
class YearEndDesk implements Desk {
    private final Aggregates aggregates;
    private final Rules rules;
    private final YearEnd yearEnd;
    private final Volumes volumes;
    private final RefundEnd refundEnd;

    YearEndDesk(Aggregates aggregates, Rules rules, Bars bars) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.yearEnd = new YearEnd(rules);
        this.volumes = new Volumes(aggregates);
        this.refundEnd = new RefundEnd(aggregates, bars);
    }

    @CommandHandler
    void handle(CancelAppropriation command, Decision decision) {
        Change change = new Change(ChangeKind.CANCEL, command.amount(), decision.effectiveOn());
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(change, decision));
    }

    @CommandHandler
    void handle(CloseYear command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision, yearEnd));
        binding(command.subject()).forEach(YearEndDesk::requireSettled);
    }

    @CommandHandler
    void handle(RejectYearClosing command, Decision decision) {
        aggregates.on(Appropriation.class, command.subject(), a -> a.decide(command, decision));
    }

    /** Withdrawals the treasury did not book lapse first, so that the closed year binds nothing. */
    @CommandHandler
    void handle(ConfirmYearClosing command, Decision decision) {
        String id = command.subject();
        // locked before it is asked: whatever is posted in the year changes it
        aggregates.on(Appropriation.class, id, _ -> {});
        YearClosingRecorded asked =
                aggregates.ask(Appropriation.class, id, a -> a.requireConfirmable(decision, rules, yearEnd));
        List<PaperTerms> lapsing = binding(id);
        lapsing.forEach(YearEndDesk::requireSettled);
        aggregates.on(
                Appropriation.class,
                id,
                a -> lapsing.forEach(w -> a.releaseCommitment(w.id(), w.project(), w.total())));
        Map<ProjectId, Vnd> unused = aggregates.ask(Appropriation.class, id, Appropriation::unused);
        projects(lapsing, unused)
                .forEach(project -> aggregates.on(TaskFunds.class, TaskFunds.id(project), f -> {
                    lapsing.stream()
                            .filter(w -> w.project().equals(project))
                            .forEach(w -> f.release(project, w.id(), w.kind(), w.tranche(), w.total()));
                    Vnd left = unused.get(project);
                    if (left != null) f.takeBack(project, asked.appropriation(), left);
                }));
        // the work was done and is not paid: a paper of the next year may rest on it
        lapsing.forEach(w -> volumes.free(w));
        for (PaperTerms terms : lapsing)
            aggregates.on(TreasuryPaper.class, terms.id().value(), w -> {
                TreasuryPaperDesk.requireSame(terms, w);
                w.lapse(decision);
            });
        lapsing.stream().map(PaperTerms::project).distinct().forEach(refundEnd::check);
        aggregates.on(Appropriation.class, id, a -> a.close(asked, decision));
        aggregates.confirms(id, YearClosingRecorded.class, _ -> true);
    }

    /** Until the day advances are returned by, although the adjustment period is over. */
    @CommandHandler
    void handle(ReturnAdvance command, Decision decision) {
        String id = command.advance().value();
        PaperTerms advance = aggregates.ask(TreasuryPaper.class, id, TreasuryPaper::terms);
        yearEnd.requireBookable(TreasuryPaperKind.RETURN, advance.code().year(), decision.effectiveOn());
        if (command.because() == ReturnCause.NO_NEXT_APPROPRIATION)
            CarryOverDesk.nextYear(aggregates, advance.code()).ifPresent(next -> {
                throw Refusal.of(ErrorCode.INVALID_INPUT, "value", command.because(), "expected", next.value())
                        .at("because");
            });
        List<TreasuryPaperLine> lines = aggregates.ask(TreasuryPaper.class, id, TreasuryPaper::requireReturnable);
        Vnd total = Lines.sum(lines);
        Lines.check(lines, total);
        aggregates.on(
                Appropriation.class,
                advance.appropriation().value(),
                a -> a.demandReturn(command.paper(), command.advance(), advance.project(), total, command.because()));
        aggregates.on(TreasuryPaper.class, id, a -> a.bind(command.paper(), lines));
        PrepareReturn paper =
                new PrepareReturn(command.paper(), command.advance(), command.number(), lines, total, command.reason());
        TreasuryPaperDesk.takeNumber(
                aggregates,
                PaperNumber.Key.of(advance.code(), TreasuryPaperKind.RETURN, command.number()),
                command.paper());
        aggregates.create(TreasuryPaper.class, command.subject(), w -> w.decide(paper, decision, advance));
    }

    private List<PaperTerms> binding(String appropriation) {
        return aggregates.ask(Appropriation.class, appropriation, Appropriation::binding).stream()
                .map(paper -> aggregates.ask(TreasuryPaper.class, paper.value(), TreasuryPaper::terms))
                .toList();
    }

    /** What the treasury did must not be lost with the year, and money to be re-coded to it must be booked or let go. */
    private static void requireSettled(PaperTerms terms) {
        if (terms.fact() != null)
            throw Refusal.of(
                    ErrorCode.YEAR_NOT_READY,
                    "problem",
                    "fact",
                    "year",
                    terms.code().year(),
                    "id",
                    terms.id().value());
        if (!terms.kind().withdrawal())
            throw Refusal.of(
                    ErrorCode.YEAR_NOT_READY,
                    "problem",
                    "recoding",
                    "year",
                    terms.code().year(),
                    "id",
                    terms.id().value());
    }

    /** In a fixed order: their guards are locked in it. */
    private static List<ProjectId> projects(List<PaperTerms> lapsing, Map<ProjectId, Vnd> unused) {
        return Stream.concat(lapsing.stream().map(PaperTerms::project), unused.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(ProjectId::value))
                .toList();
    }
}
