package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.TriggerKind;

/** What an approval decision must fix, and fix without contradiction (TT 20/2023/TT-BKHCN; domain notes 1.5). */
record ApprovalContent(RegisterApprovedTask approval) {
    private static final int LONGEST_CODE = 60;
    private static final int MAX_MONTHS = 120;

    private record Key(FundSource source, LineCategory line, int year) {}

    static ApprovalContent of(RegisterApprovedTask approval) {
        return new ApprovalContent(approval);
    }

    void check() {
        naming();
        people();
        time();
        budget();
        triggers();
    }

    private void naming() {
        Words.required(approval.title(), "title");
        if (Words.required(approval.code(), "code").length() > LONGEST_CODE) {
            throw invalid("at most %d characters".formatted(LONGEST_CODE), approval.code(), "code");
        }
        if (approval.kind() == TaskKind.DU_AN) throw invalid("DU_AN_SXTN, DU_AN_KHCN", approval.kind(), "kind");
        if (approval.level() == TaskLevel.HUYEN) throw invalid("QUOC_GIA, BO, TINH, CO_SO", approval.level(), "level");
    }

    private void people() {
        Set<PersonId> persons = new HashSet<>(Set.of(approval.principalInvestigator()));
        int secretaries = 0;
        for (TaskMember member : approval.members()) {
            if (!persons.add(member.person())) throw invalid("each person once", member.person(), "members");
            if (member.role() == TaskMember.Role.SECRETARY && ++secretaries > 1) {
                throw invalid("one secretary", member.person(), "members");
            }
        }
    }

    private void time() {
        LocalDate start = approval.start();
        LocalDate end = approval.end();
        if (!end.isAfter(start)) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "start", start, "end", end)
                    .at("end");
        }
        int months = approval.durationMonths();
        if (months < 1 || months > MAX_MONTHS)
            throw invalid("1–%d months".formatted(MAX_MONTHS), months, "durationMonths");
        // Papers count from the first or from the last day of a month: a month of play, no more.
        LocalDate stated = start.plusMonths(months);
        if (end.isBefore(stated.minusMonths(1).minusDays(1)) || end.isAfter(stated.plusMonths(1))) {
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "start", start, "end", end, "months", months)
                    .at("durationMonths");
        }
    }

    private void budget() {
        if (approval.budget().isEmpty())
            throw Refusal.of(ErrorCode.APPROVAL_INCOMPLETE, "missing", "budget").at("budget");
        shares(approval.budget(), approval.start(), approval.end());
        requireSum("totalBudget", approval.totalBudget(), sum(EnumSet.allOf(FundSource.class)));
        requireSum("stateBudget", approval.stateBudget(), sum(EnumSet.of(FundSource.STATE_BUDGET)));
    }

    /** Shares of a budget: positive, each once, in years of the task. */
    static void shares(List<BudgetShare> budget, LocalDate start, LocalDate end) {
        Set<Key> seen = new HashSet<>();
        for (BudgetShare share : budget) {
            if (!share.amount().isPositive()) {
                throw Refusal.of(ErrorCode.AMOUNT_NOT_POSITIVE, "actual", share.amount())
                        .at("budget");
            }
            // The last payment may fall into the year after the end, when the task is settled.
            if (share.year() < start.getYear() || share.year() > end.getYear() + 1) {
                throw invalid("%d–%d".formatted(start.getYear(), end.getYear() + 1), share.year(), "budget");
            }
            if (!seen.add(new Key(share.source(), share.line(), share.year()))) {
                throw invalid(
                        "each source, line and year once",
                        share.source() + " " + share.line() + " " + share.year(),
                        "budget");
            }
        }
    }

    private Vnd sum(Set<FundSource> sources) {
        return Vnd.sum(approval.budget().stream()
                .filter(share -> sources.contains(share.source()))
                .map(BudgetShare::amount)
                .toList());
    }

    private static void requireSum(String field, Vnd stated, Vnd summed) {
        if (!stated.equals(summed)) {
            throw Refusal.of(
                            ErrorCode.BUDGET_NOT_BALANCED,
                            "stated",
                            stated,
                            "summed",
                            summed,
                            "difference",
                            stated.minus(summed))
                    .at(field);
        }
    }

    private void triggers() {
        Set<TriggerKind> seen = EnumSet.noneOf(TriggerKind.class);
        for (Trigger trigger : approval.triggers()) {
            switch (trigger.kind()) {
                case ORDER_LIST_APPROVED, CALL_PUBLISHED, APPROVAL -> {
                    if (!seen.add(trigger.kind())) throw invalid("each kind once", trigger.kind(), "triggers");
                }
                case CONTRACT_SIGNED, POSTING_DATE, ACT_DATE ->
                    throw invalid("ORDER_LIST_APPROVED, CALL_PUBLISHED, APPROVAL", trigger.kind(), "triggers");
            }
        }
        for (TriggerKind needed : new TriggerKind[] {TriggerKind.ORDER_LIST_APPROVED, TriggerKind.CALL_PUBLISHED}) {
            if (!seen.contains(needed))
                throw Refusal.of(ErrorCode.APPROVAL_INCOMPLETE, "missing", needed)
                        .at("triggers");
        }
    }

    private static Refusal invalid(String expected, Object value, String field) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "expected", expected, "value", value)
                .at(field);
    }
}
