package vn.minhchung.oversight.process;

import static vn.minhchung.projects.LineCategory.DOMESTIC_EXPERTS;
import static vn.minhchung.projects.LineCategory.FOREIGN_EXPERTS;
import static vn.minhchung.projects.LineCategory.MANAGEMENT;
import static vn.minhchung.projects.LineCategory.REMUNERATION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Worked;

/**
 * Question 9: lines of an estimate above the norm the task is pinned to, else the one of the day it was approved. State
 * money only; what stood in the version before is not judged again; experts beyond their share are lawful with a reason.
 */
final class NormsKept implements Check {
    private final Map<EstimateId, List<EstimateItem>> held = new HashMap<>();
    private final Map<EstimateId, Boolean> expertsAllowed = new HashMap<>();

    @Override
    public String family() {
        return "audit.norms";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        if (!(recorded.event() instanceof EstimateEvent event)) return;
        if (event instanceof EstimateApproved e) {
            String exception = e.expertsException();
            expertsAllowed.put(e.estimate(), exception != null && !exception.isBlank());
            judge(recorded, e, e.items(), e.approvedOn(), out);
        } else if (event instanceof MovedBetweenLines e) judge(recorded, e, e.items(), e.effectiveOn(), out);
        else if (event instanceof EstimateRevised e) judge(recorded, e, e.items(), e.revisedOn(), out);
    }

    private void judge(Recorded recorded, EstimateEvent event, List<EstimateItem> items, LocalDate on, Findings out) {
        List<EstimateItem> state =
                items.stream().filter(item -> item.source().state()).toList();
        List<EstimateItem> before = held.getOrDefault(event.estimate(), List.of());
        held.put(event.estimate(), state);
        Optional<RuleVersion> audit = out.rule(family(), on);
        if (audit.isEmpty()) return;
        Judged judged = new Judged(audit.get(), out.tasks.of(event.project()), on, Ref.of(recorded), out);
        judged.ceiling("management.cap", total(before), total(state), before, state, MANAGEMENT);
        if (!expertsAllowed.getOrDefault(event.estimate(), false)) {
            Vnd was = of(before, REMUNERATION);
            Vnd is = of(state, REMUNERATION);
            judged.ceiling("experts.domestic", was, is, before, state, DOMESTIC_EXPERTS);
            judged.ceiling("experts.foreign", was, is, before, state, FOREIGN_EXPERTS);
        }
        for (int i = 0; i < state.size(); i++) {
            if (!before.contains(state.get(i)))
                judged.item(state.get(i), Integer.toString(items.indexOf(state.get(i))));
        }
    }

    private static Vnd total(List<EstimateItem> items) {
        return Vnd.sum(items.stream().map(EstimateItem::amount).toList());
    }

    private static Vnd of(List<EstimateItem> items, LineCategory line) {
        return Vnd.sum(items.stream()
                .filter(item -> item.line() == line)
                .map(EstimateItem::amount)
                .toList());
    }

    /** One version of an estimate against the norms of its task. */
    private record Judged(RuleVersion audit, TaskRecord task, LocalDate on, Ref event, Findings out) {
        void ceiling(
                String family,
                Vnd baseBefore,
                Vnd base,
                List<EstimateItem> before,
                List<EstimateItem> after,
                LineCategory line) {
            Vnd actual = of(after, line);
            if (base.equals(baseBefore) && actual.equals(of(before, line))) return;
            norm(family, part(line), line.name(), actual, "baseVnd", base, "actualVnd", actual);
        }

        void item(EstimateItem item, String which) {
            Labour labour = item.labour();
            Seminar seminar = item.seminar();
            Survey survey = item.survey();
            if (labour != null) {
                norm(
                        "labour.pi-ceiling",
                        AuditHitPart.NORM_LABOUR_RATE,
                        which,
                        labour.rate(),
                        "actualVnd",
                        labour.rate());
                Worked most = worked(
                        "labour.coefficients",
                        "piRateVnd",
                        labour.rate(),
                        "role",
                        inNorms(labour.role()),
                        "months",
                        labour.months(),
                        "days",
                        labour.extraDays());
                if (most != null)
                    over(AuditHitPart.NORM_LABOUR_COEFFICIENT, which, item.amount(), most.vnd("amountVnd"));
            }
            if (seminar != null)
                norm(
                        "norms.seminar",
                        AuditHitPart.NORM_SEMINAR,
                        which,
                        item.amount(),
                        "sessions",
                        seminar.sessions(),
                        "participants",
                        seminar.participants(),
                        "papers",
                        seminar.papers(),
                        "invitedPapers",
                        seminar.invitedPapers(),
                        "actualVnd",
                        item.amount());
            if (survey != null)
                norm(
                        "norms.survey",
                        AuditHitPart.NORM_SURVEY,
                        which,
                        survey.price(),
                        "indicators",
                        survey.indicators(),
                        "organisations",
                        survey.organisations(),
                        "actualVnd",
                        survey.price());
        }

        private void norm(String family, AuditHitPart part, String which, Vnd actual, Object... given) {
            Worked worked = worked(family, given);
            if (worked != null) over(part, which, actual, worked.vnd("maxVnd"));
        }

        private void over(AuditHitPart part, String which, Vnd actual, Vnd most) {
            if (actual.isMoreThan(most))
                out.hit(audit, part, task.id.value(), which, Difference.of(actual, most), List.of(event));
        }

        private @Nullable Worked worked(String family, Object... given) {
            return out.rules
                    .of(task, family, on)
                    .map(norm -> out.rules.work(norm, given))
                    .orElse(null);
        }
    }

    private static AuditHitPart part(LineCategory line) {
        return switch (line) {
            case MANAGEMENT -> AuditHitPart.NORM_MANAGEMENT;
            case DOMESTIC_EXPERTS -> AuditHitPart.NORM_DOMESTIC_EXPERTS;
            case FOREIGN_EXPERTS -> AuditHitPart.NORM_FOREIGN_EXPERTS;
            default -> throw new IllegalArgumentException("no ceiling of a line: " + line);
        };
    }

    private static String inNorms(LabourRole role) {
        return switch (role) {
            case PRINCIPAL -> "Principal";
            case MAIN_MEMBER -> "MainMember";
            case SECRETARY -> "Secretary";
            case MEMBER -> "Member";
            case TECHNICIAN -> "Technician";
        };
    }
}
