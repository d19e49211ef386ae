package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentOpinion.By;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 13: a host moved items that are not its own to move; the authority raised the part outside the lump sum without a
 * favourable opinion of council or experts; general management was changed after approval.
 */
final class LineMoves implements Check {
    private static final String KHOAN = "KHOAN";

    private final Map<EstimateId, List<EstimateItem>> held = new HashMap<>();
    private final Map<AdjustmentId, Set<By>> favourable = new HashMap<>();

    @Override
    public String family() {
        return "audit.line-moves";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        switch (recorded.event()) {
            case EstimateEvent e -> estimate(recorded, e, out);
            case AdjustmentOpinionRecorded e -> {
                Set<By> givers = favourable.computeIfAbsent(e.adjustment(), _ -> new HashSet<>());
                if (e.opinion().favourable()) givers.add(e.opinion().by());
                else givers.remove(e.opinion().by());
            }
            case TaskBudgetAdjusted e ->
                out.rule(family(), day).ifPresent(rule -> adjusted(rule, recorded, e, day, out));
            default -> {
                // moves no line
            }
        }
    }

    private void estimate(Recorded recorded, EstimateEvent event, Findings out) {
        switch (event) {
            case EstimateApproved e -> held.put(e.estimate(), e.items());
            case EstimateRevised e -> held.put(e.estimate(), e.items());
            case MovedBetweenLines e -> {
                List<EstimateItem> before = held.getOrDefault(e.estimate(), List.of());
                held.put(e.estimate(), e.items());
                out.rule(family(), e.effectiveOn()).ifPresent(rule -> moved(rule, recorded, e, before, out));
            }
            default -> {
                // a plan moves nothing yet
            }
        }
    }

    /** One hit for what is locked and one for what needs the authority, whatever the number of items. */
    private static void moved(
            RuleVersion rule, Recorded recorded, MovedBetweenLines e, List<EstimateItem> before, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        List<EstimateItem> fixed = new ArrayList<>(bound(before, task, e.effectiveOn(), out));
        List<EstimateItem> changed = new ArrayList<>();
        for (EstimateItem item : bound(e.items(), task, e.effectiveOn(), out)) {
            if (!fixed.remove(item)) changed.add(item);
        }
        changed.addAll(fixed);
        Set<LineCategory> told = new HashSet<>();
        for (EstimateItem item : changed) {
            if (!told.add(item.line())) continue;
            boolean management = item.line() == LineCategory.MANAGEMENT;
            out.hit(
                    rule,
                    management ? AuditHitPart.MANAGEMENT_CHANGED : AuditHitPart.LINE_NOT_THE_HOSTS,
                    task.id.value(),
                    item.line().name(),
                    Difference.of(sum(e.items(), item.line()), sum(before, item.line())),
                    List.of(Ref.of(recorded)));
        }
    }

    private void adjusted(RuleVersion rule, Recorded recorded, TaskBudgetAdjusted e, LocalDate day, Findings out) {
        TaskRecord task = out.tasks.of(e.project());
        Vnd before = outside(e.before(), task, day, out);
        Vnd after = outside(e.after(), task, day, out);
        Set<By> opinions = favourable.getOrDefault(e.adjustment(), Set.of());
        if (after.isMoreThan(before) && !opinions.contains(By.COUNCIL) && !opinions.contains(By.EXPERTS))
            out.hit(
                    rule,
                    AuditHitPart.INCREASE_WITHOUT_OPINION,
                    task.id.value(),
                    Difference.of(after, before),
                    List.of(Ref.of(recorded)));
        Vnd was = management(e.before());
        Vnd is = management(e.after());
        if (!was.equals(is))
            out.hit(
                    rule,
                    AuditHitPart.MANAGEMENT_CHANGED,
                    task.id.value(),
                    LineCategory.MANAGEMENT.name(),
                    Difference.of(is, was),
                    List.of(Ref.of(recorded)));
    }

    private static List<EstimateItem> bound(List<EstimateItem> items, TaskRecord task, LocalDate on, Findings out) {
        return items.stream()
                .filter(item -> item.source().state())
                .filter(item ->
                        !classOf(task, item.line(), item.normed(), on, out).equals(KHOAN))
                .toList();
    }

    /** Approved state money outside the lump sum; by lines, as an approval does not say what a norm fixes. */
    private static Vnd outside(List<BudgetShare> shares, TaskRecord task, LocalDate on, Findings out) {
        return Vnd.sum(shares.stream()
                .filter(share -> share.source().state())
                .filter(share -> classOf(task, share.line(), false, on, out).equals("NON_KHOAN"))
                .map(BudgetShare::amount)
                .toList());
    }

    private static Vnd management(List<BudgetShare> shares) {
        return Vnd.sum(shares.stream()
                .filter(share -> share.source().state() && share.line() == LineCategory.MANAGEMENT)
                .map(BudgetShare::amount)
                .toList());
    }

    private static Vnd sum(List<EstimateItem> items, LineCategory line) {
        return Vnd.sum(items.stream()
                .filter(item -> item.line() == line)
                .map(EstimateItem::amount)
                .toList());
    }

    static String classOf(TaskRecord task, LineCategory line, boolean normed, LocalDate on, Findings out) {
        Optional<RuleVersion> lines = out.rules.of(task, "khoan.lines", on);
        return lines.map(rule -> out.rules
                        .work(rule, "khoan", task.khoan, "line", line, "normed", normed)
                        .text("class"))
                .orElse(KHOAN);
    }
}
