package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Entries;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.SettlementClaim;
import vn.minhchung.budgets.SettlementCommand.CarryOutSettlementNotice;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.FileYearlySettlement;
import vn.minhchung.budgets.SettlementCommand.RejectSettlementReview;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementEvent;
import vn.minhchung.budgets.SettlementEvent.*;
import vn.minhchung.budgets.SettlementLine;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.budgets.SettlementState;
import vn.minhchung.budgets.TaskBalance;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Rules;

/**
 * The settlement of a closed budget year, or of a liquidated task (domain.md 2.9, 2.10). Filed, it is reviewed; returned, it is
 * filed again. The notice of review ends it: of a task it settles, once; of a year it says what the unit has to correct. What
 * the notice asks for is carried out last.
 */
@AggregateRoot(type = "Settlement")
class Settlement {
    @AggregateIdentifier
    private String id;

    private @Nullable SettlementState state;
    private @Nullable YearlySettlementFiled year;
    private @Nullable TaskSettlementFiled task;
    private @Nullable SettlementReviewRecorded recorded;
    private @Nullable SettlementNoticed notice;
    private int entries;

    private record Key(String project, LineCategory line, String item) {
        static Key of(SettlementLine line) {
            return new Key(line.project().value(), line.line(), Objects.requireNonNullElse(line.item(), ""));
        }
    }

    Settlement() {}

    /** Null in the settlement of a task. */
    @Nullable
    YearlySettlementFiled year() {
        return year;
    }

    /** Null in the settlement of a year. */
    @Nullable
    TaskSettlementFiled task() {
        return task;
    }

    SettlementReviewRecorded requireRecorded() {
        requireState(EnumSet.of(SettlementState.REVIEW_RECORDED));
        return Objects.requireNonNull(recorded);
    }

    void decide(FileYearlySettlement command, SettledYear settled, Decision decision) {
        decision.requireTaken();
        requireFileable();
        apply(new YearlySettlementFiled(
                command.settlement(),
                command.appropriation(),
                settled.code().unit(),
                settled.code().year(),
                settled.table(),
                settled.lines(),
                settled.total(),
                Documents.sha256(command.document(), "document"),
                decision.today()));
    }

    void decide(FileTaskSettlement command, TaskFacts facts, TaskBalance balance, Decision decision) {
        decision.requireTaken();
        if (!decision.actor().has(Role.HOST_HEAD, facts.host()))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", facts.host().value());
        requireFileable();
        List<SettlementLine> lines = lines(command);
        Vnd total = total(lines);
        Limits.require(ErrorCode.SETTLEMENT_EXCEEDED, balance.actual(), balance.actual(), total, "lines");
        apply(new TaskSettlementFiled(
                command.settlement(),
                command.project(),
                facts.host(),
                !facts.failed(),
                balance,
                lines,
                total,
                Documents.sha256(command.document(), "document"),
                decision.today()));
    }

    private static List<SettlementLine> lines(FileTaskSettlement command) {
        Map<LineCategory, Vnd> byLine = new LinkedHashMap<>();
        for (int i = 0; i < command.lines().size(); i++) {
            SettlementClaim claim = command.lines().get(i);
            Limits.requirePositive(claim.amount(), "lines", Integer.toString(i), "amount");
            byLine.merge(claim.line(), claim.amount(), Vnd::plus);
        }
        return byLine.entrySet().stream()
                .map(each -> new SettlementLine(command.project(), each.getKey(), null, each.getValue()))
                .toList();
    }

    void giveBack(@Nullable String findings) {
        requireReviewable();
        apply(new SettlementReturned(self(), project(), required(findings)));
    }

    /** On paper: it waits for a second person. */
    void record(SettlementOutcome outcome, List<SettlementCut> cuts, @Nullable String findings, Decision decision) {
        requireReviewable();
        if (outcome == SettlementOutcome.RETURNED) required(findings);
        else total(matched(cuts));
        apply(new SettlementReviewRecorded(
                self(),
                project(),
                outcome,
                outcome == SettlementOutcome.RETURNED ? List.of() : cuts,
                findings,
                decision.basis().getFirst().number(),
                decision.effectiveOn(),
                Evidence.of(decision.basis()),
                decision.recorders(Role.OFFICER, Role.ACCOUNTANT, Role.FINANCE, Role.DIRECTOR)));
    }

    void requireSecondPerson(Decision decision, Rules rules) {
        rules.twoPersons(
                "four-eyes.record-confirm",
                decision.today(),
                requireRecorded().recordedBy(),
                Acting.persons(decision, Role.OFFICER, Role.ACCOUNTANT, Role.CHIEF_ACCOUNTANT, Role.FINANCE));
    }

    void decide(RejectSettlementReview command, Decision decision) {
        decision.requireTaken();
        requireRecorded();
        apply(new SettlementReviewRejected(self(), project(), Acting.reason(command.reason())));
    }

    void confirmReturned() {
        apply(new SettlementReturned(
                self(), project(), required(requireRecorded().findings())));
    }

    /** Of the year the notice itself moves nothing. */
    void noticeYear(SettlementReview review) {
        requireReviewable(review);
        Vnd settled = filed().minus(total(matched(review.cuts())));
        apply(notice(review, settled, Vnd.ZERO, List.of()));
    }

    /** Money neither settled nor ordered to be refunded is to be paid back. */
    void noticeTask(SettlementReview review) {
        requireReviewable(review);
        TaskSettlementFiled filed = Objects.requireNonNull(task);
        List<SettlementLine> cuts = matched(review.cuts());
        Vnd settled = filed.total().minus(total(cuts));
        Vnd toPayBack = filed.balance()
                .paid()
                .minus(settled)
                .minus(filed.balance().refundOrdered())
                .max(Vnd.ZERO);
        Postings postings = Postings.ofTaskInYear(review.noticedOn().getYear(), filed.project(), null);
        Map<LineCategory, Vnd> byLine = new LinkedHashMap<>();
        filed.lines().forEach(line -> byLine.merge(line.line(), line.amount(), Vnd::plus));
        cuts.forEach(cut -> byLine.merge(cut.line(), cut.amount().negate(), Vnd::plus));
        byLine.forEach((line, amount) -> postings.add(LedgerAccount.SETTLED, line, amount));
        apply(notice(
                review,
                settled,
                toPayBack,
                postings.add(LedgerAccount.REFUND_ORDERED, toPayBack).list()));
    }

    /** By the notice. */
    Vnd settled() {
        return Objects.requireNonNull(notice).settled();
    }

    private SettlementNoticed notice(SettlementReview review, Vnd settled, Vnd toPayBack, List<Posting> postings) {
        return new SettlementNoticed(
                self(),
                project(),
                review.cuts(),
                review.findings(),
                review.number(),
                settled,
                toPayBack,
                Entries.id(id, entries + 1),
                review.noticedOn(),
                review.today(),
                review.evidence(),
                postings);
    }

    /**
     * @param settledNow what the year is settled with by now; null of a task
     * @throws Refusal SETTLEMENT_NOT_CARRIED_OUT
     */
    void decide(CarryOutSettlementNotice command, @Nullable Vnd settledNow, Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(SettlementState.NOTICED));
        SettlementNoticed noticed = Objects.requireNonNull(notice);
        if (settledNow != null && !settledNow.equals(noticed.settled()))
            throw Refusal.of(
                    ErrorCode.SETTLEMENT_NOT_CARRIED_OUT,
                    "limit",
                    noticed.settled().digits(),
                    "actual",
                    settledNow.digits());
        boolean pays = noticed.toPayBack().isPositive();
        if (settledNow == null && !pays)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", SettlementState.NOTICED, "needed", "toPayBack > 0");
        String voucher = command.voucherNumber();
        if ((voucher != null && !PlainText.saysNothing(voucher) && command.paidOn() != null) != pays)
            throw Refusal.of(
                            ErrorCode.SETTLEMENT_NOT_CARRIED_OUT,
                            "actual",
                            "0",
                            "limit",
                            noticed.toPayBack().digits())
                    .at("voucherNumber");
        if (command.paidOn() != null) {
            Acting.onTreasuryPaper(decision);
            Acting.notAfter(noticed.effectiveOn(), command.paidOn(), "paidOn");
            Acting.notAfter(command.paidOn(), decision.today(), "paidOn");
        }
        apply(new SettlementNoticeCarriedOut(
                self(),
                project(),
                Acting.reason(command.report()),
                noticed.toPayBack(),
                voucher,
                Entries.id(id, entries + 1),
                command.paidOn() == null ? decision.effectiveOn() : command.paidOn(),
                decision.today(),
                Evidence.of(decision.basis()),
                task == null ? List.of() : paidBack(task.project(), noticed.toPayBack(), decision)));
    }

    private static List<Posting> paidBack(ProjectId project, Vnd amount, Decision decision) {
        return Postings.ofTaskInYear(decision.today().getYear(), project, null)
                .add(LedgerAccount.REFUNDED, amount)
                .list();
    }

    @EventSourcingHandler
    void evolve(SettlementEvent event) {
        id = event.settlement().value();
        switch (event) {
            case YearlySettlementFiled e -> {
                year = e;
                state = SettlementState.FILED;
            }
            case TaskSettlementFiled e -> {
                task = e;
                state = SettlementState.FILED;
            }
            case SettlementReturned _ -> {
                recorded = null;
                state = SettlementState.RETURNED;
            }
            case SettlementReviewRecorded e -> {
                recorded = e;
                state = SettlementState.REVIEW_RECORDED;
            }
            case SettlementReviewRejected _ -> {
                recorded = null;
                state = SettlementState.FILED;
            }
            case SettlementNoticed e -> {
                recorded = null;
                notice = e;
                entries++;
                state = SettlementState.NOTICED;
            }
            case SettlementNoticeCarriedOut _ -> {
                entries++;
                state = SettlementState.CARRIED_OUT;
            }
        }
    }

    /** Every cut is of a line that was filed, and not of more than that. */
    private List<SettlementLine> matched(List<SettlementCut> cuts) {
        Map<Key, Vnd> left = new LinkedHashMap<>();
        filedLines().forEach(line -> left.merge(Key.of(line), line.amount(), Vnd::plus));
        List<SettlementLine> matched = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            SettlementCut cut = cuts.get(i);
            Limits.requirePositive(cut.amount(), "cuts", Integer.toString(i), "amount");
            Acting.reason(cut.reason());
            SettlementLine line = of(cut, i);
            Vnd limit = left.getOrDefault(Key.of(line), Vnd.ZERO);
            Limits.require(
                    ErrorCode.SETTLEMENT_EXCEEDED, limit, limit, cut.amount(), "cuts", Integer.toString(i), "amount");
            left.put(Key.of(line), limit.minus(cut.amount()));
            matched.add(line);
        }
        return matched;
    }

    private SettlementLine of(SettlementCut cut, int i) {
        if (cut.project() != null) return new SettlementLine(cut.project(), cut.line(), cut.item(), cut.amount());
        if (task == null)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("cuts", Integer.toString(i), "project");
        return new SettlementLine(task.project(), cut.line(), cut.item(), cut.amount());
    }

    private List<SettlementLine> filedLines() {
        if (task != null) return task.lines();
        return year == null ? List.of() : year.lines();
    }

    private Vnd filed() {
        return total(filedLines());
    }

    private static Vnd total(List<SettlementLine> lines) {
        return Vnd.sum(lines.stream().map(SettlementLine::amount).toList());
    }

    private @Nullable ProjectId project() {
        return task == null ? null : task.project();
    }

    private SettlementId self() {
        return new SettlementId(id);
    }

    private static String required(@Nullable String findings) {
        if (findings == null || PlainText.saysNothing(findings))
            throw Refusal.of(ErrorCode.REASON_REQUIRED).at("findings");
        return findings.strip();
    }

    private void requireFileable() {
        if (state != null && state != SettlementState.RETURNED)
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", SettlementState.RETURNED);
    }

    void requireReviewable() {
        requireState(EnumSet.of(SettlementState.FILED));
    }

    private void requireReviewable(SettlementReview review) {
        requireState(EnumSet.of(review.confirmed() ? SettlementState.REVIEW_RECORDED : SettlementState.FILED));
    }

    private void requireState(Set<SettlementState> wanted) {
        if (state == null || !wanted.contains(state))
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", state == null ? "NOT_FILED" : state, "needed", wanted);
    }
}
