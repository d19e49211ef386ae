package vn.minhchung.projects.write;

import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;
import static vn.minhchung.projects.AdjustmentExamples.REPHASED;
import static vn.minhchung.projects.AdjustmentExamples.SUCCESSOR;
import static vn.minhchung.projects.ProjectExamples.BUDGET;
import static vn.minhchung.projects.ProjectExamples.HOST;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.TASK;
import static vn.minhchung.projects.ProjectExamples.TITLE;
import static vn.minhchung.projects.ProjectExamples.contractSigned;
import static vn.minhchung.projects.ProjectExamples.engaged;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.person;
import static vn.minhchung.projects.ProjectExamples.registered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.DrawnMoney;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ReplacementCause;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TranchePlan;
import vn.minhchung.rules.process.AsShipped;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** A task under contract whose adjustments are decided by the rules as they ship; what is drawn of it is told. */
final class AdjustmentFixture {
    static final LocalDate DAY = LocalDate.of(2026, 2, 2);
    static final String WHY = "Thời tiết bất thường, chậm vụ";

    final AsShipped rules = new AsShipped();
    final Drawn drawn = new Drawn();
    final Estimates estimates = new Estimates();

    /** What the module of budgets would answer. */
    static final class Drawn implements DrawnMoney {
        final Map<LineCategory, Vnd> lines = new EnumMap<>(LineCategory.class);
        final Map<Integer, Vnd> tranches = new TreeMap<>();
        Vnd free = Vnd.ZERO;

        @Override
        public Map<LineCategory, Vnd> byLine(ProjectId project) {
            return lines;
        }

        @Override
        public Map<Integer, Vnd> byTranche(ProjectId project) {
            return tranches;
        }

        @Override
        public void requireFree(AppropriationId appropriation, Vnd increase) {
            if (increase.isMoreThan(free))
                throw Refusal.of(
                        ErrorCode.APPROPRIATION_EXCEEDED, "remaining", free.digits(), "actual", increase.digits());
        }
    }

    /** What the book of estimates would answer: no moves between lines; what it was told is kept. */
    static final class Estimates implements EstimateBook {
        final List<List<BudgetShare>> revised = new ArrayList<>();
        final List<List<EstimateItem>> checked = new ArrayList<>();

        @Nullable
        List<BudgetShare> moved;

        @Override
        public List<BudgetShare> inForce(TaskFacts task) {
            return moved == null ? task.approved() : moved;
        }

        @Override
        public void check(TaskFacts task, List<EstimateItem> items, List<BudgetShare> mustSumTo, LocalDate on) {
            checked.add(items);
        }

        @Override
        public void revise(
                TaskFacts task,
                String adjustment,
                List<EstimateItem> items,
                List<BudgetShare> after,
                Decision decision) {
            revised.add(after);
        }
    }

    DecisionFixture desk() {
        return DecisionFixture.of(aggregates -> List.of(
                new ProjectDesk(aggregates, rules, new Everybody(null, null), (_, _) -> {}),
                new AdjustmentDesk(
                        aggregates, new Everybody(null, null), rules, rules, rules.proposals(), drawn, estimates),
                new Asking(new RecordedTasks(aggregates))));
    }

    /** Approved for 24 months until 31/03/2027, under contract. */
    DecisionFixture running() {
        return running(KhoanMode.TUNG_PHAN);
    }

    DecisionFixture running(KhoanMode mode) {
        return desk().given(Project.class, TASK.value(), with(mode, registered().budget()), contractSigned(List.of()))
                .given(InvestigatorGuard.class, engaged().guard(), engaged());
    }

    static ApprovedTaskRegistered with(KhoanMode mode, List<BudgetShare> budget) {
        ApprovedTaskRegistered e = registered();
        return new ApprovedTaskRegistered(
                e.project(),
                e.code(),
                e.issuer(),
                e.codeValidFrom(),
                e.title(),
                e.kind(),
                e.level(),
                e.host(),
                e.principalInvestigator(),
                e.members(),
                budget,
                e.totalBudget(),
                e.stateBudget(),
                mode,
                e.durationMonths(),
                e.start(),
                e.end(),
                e.triggers(),
                e.pinnedRules(),
                List.of());
    }

    static Decision head() {
        return Decisions.on(DAY, Decisions.takenFor(HOST, "host head", Role.HOST_HEAD));
    }

    static Decision officer() {
        return Decisions.on(DAY, Decisions.taken("officer", Role.OFFICER));
    }

    static Decision director() {
        return Decisions.on(DAY, Decisions.taken("director", Role.DIRECTOR));
    }

    static Decision committee() {
        return Decisions.on(DAY, Decisions.taken("committee", Role.COMMITTEE));
    }

    /** Recorded by the officer from the committee's paper. */
    static Decision onPaper() {
        return Decisions.on(DAY, Decisions.recorded("officer", Role.OFFICER, Role.COMMITTEE));
    }

    static Decision second() {
        return Decisions.on(DAY, Decisions.taken("second", Role.REGISTRAR));
    }

    static RequestAdjustment request(AdjustmentKind kind, AdjustmentContent content) {
        return request(ADJUSTMENT, kind, content);
    }

    static RequestAdjustment request(AdjustmentId id, AdjustmentKind kind, AdjustmentContent content) {
        return new RequestAdjustment(id, TASK, kind, content, WHY);
    }

    static NotifyAdjustment notice(AdjustmentKind kind, AdjustmentContent content) {
        return notice(ADJUSTMENT, kind, content);
    }

    static NotifyAdjustment notice(AdjustmentId id, AdjustmentKind kind, AdjustmentContent content) {
        return new NotifyAdjustment(id, TASK, kind, content, WHY);
    }

    static DecideAdjustment approve() {
        return approve(ADJUSTMENT, null);
    }

    static DecideAdjustment approve(AdjustmentId id, @Nullable AppropriationId appropriation) {
        return new DecideAdjustment(
                id, AdjustmentOutcome.APPROVED, null, "Đủ điều kiện", "07/2025/PLHĐ-01", DAY, appropriation);
    }

    static DecideAdjustment refuse() {
        return new DecideAdjustment(ADJUSTMENT, AdjustmentOutcome.REFUSED, null, "Chưa đủ căn cứ", null, null, null);
    }

    static DecideAdjustment inPart(AdjustmentContent granted) {
        return new DecideAdjustment(
                ADJUSTMENT, AdjustmentOutcome.IN_PART, granted, "Chỉ một phần", "07/2025/PLHĐ-01", DAY, null);
    }

    static AdjustmentContent until(int year, int month, int day) {
        return AdjustmentContent.until(LocalDate.of(year, month, day), null);
    }

    /** Something lawful to ask for of the example task, for every kind. */
    static AdjustmentContent content(AdjustmentKind kind) {
        return switch (kind) {
            case TITLE -> AdjustmentContent.wording(null, TITLE + " tại Hưng Yên");
            case GOAL, PRODUCT, CONTENT, KHOAN_MODE, MATERIALS, EQUIPMENT, MISSION_ABROAD ->
                AdjustmentContent.wording("Như thuyết minh", "Như thuyết minh đã sửa");
            case KHOAN_TOTAL, REPHASING -> AdjustmentContent.budget(REPHASED, List.of());
            case NON_KHOAN_BUDGET ->
                AdjustmentContent.budget(
                        budget(LineCategory.MATERIALS, 2025, 150_000_000), plan(450_000_000, 270_000_000, 130_000_000));
            case EXTENSION -> until(2027, 9, 30);
            case SHORTENING -> AdjustmentContent.until(LocalDate.of(2026, 12, 31), 70);
            case INVESTIGATOR -> AdjustmentContent.investigator(SUCCESSOR, ReplacementCause.OWN_REQUEST);
            case HOST -> AdjustmentContent.succeededBy(organisation("merged host"), "88/QĐ-UBND");
            case MEMBERS ->
                AdjustmentContent.members(List.of(
                        new TaskMember(SECRETARY, TaskMember.Role.SECRETARY),
                        new TaskMember(person("technician"), TaskMember.Role.SUPPORT)));
            case COUNTERPART ->
                AdjustmentContent.budget(
                        changed(FundSource.COUNTERPART, LineCategory.MATERIALS, 2026, 120_000_000), List.of());
        };
    }

    /** The example's budget with one share of state money set to another amount. */
    static List<BudgetShare> budget(LineCategory line, int year, long amount) {
        return changed(FundSource.STATE_BUDGET, line, year, amount);
    }

    static List<BudgetShare> changed(FundSource source, LineCategory line, int year, long amount) {
        List<BudgetShare> all = new ArrayList<>(BUDGET);
        all.removeIf(share -> share.source() == source && share.line() == line && share.year() == year);
        if (amount > 0) all.add(new BudgetShare(source, line, year, Vnd.of(amount)));
        return all;
    }

    static List<TranchePlan> plan(long... amounts) {
        List<TranchePlan> plan = new ArrayList<>();
        for (long amount : amounts) plan.add(new TranchePlan(plan.size() + 1, Vnd.of(amount), null, null));
        return plan;
    }
}
