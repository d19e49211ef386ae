package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.minhchung.budgets.NotAccepted;
import vn.minhchung.budgets.SpendingEvent;
import vn.minhchung.budgets.SpendingEvent.SpendingAccepted;
import vn.minhchung.budgets.SpendingEvent.SpendingReplaced;
import vn.minhchung.budgets.SpendingEvent.SpendingReported;
import vn.minhchung.budgets.SpendingEvent.SpendingReturned;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.kernel.Decimal;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.SpendingReportId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 10: a person paid for more than a full month's work in one month, over all tasks; a former investigator paid as
 * investigator. A report names months of work, not which: they count spread evenly over the months it covers, rounded down,
 * and only once accepted.
 */
final class LabourLoad implements Check {
    /** A full month of coefficient 1. */
    private static final long FULL = 10_000_000;

    private static final long BASIS_POINTS = 10_000;

    private final Map<SpendingReportId, Filed> filed = new HashMap<>();
    private final Map<SpendingReportId, List<Load>> accepted = new HashMap<>();
    private final Map<Cell, List<Load>> loads = new HashMap<>();

    private record Filed(LocalDate from, LocalDate to, List<SpendingItem> items) {}

    /** What is paid for in one month, over all reports. */
    private record Cell(PersonId person, YearMonth month) {}

    private record Load(Cell cell, long load, Ref event) {}

    @Override
    public String family() {
        return "audit.labour";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        if (!(recorded.event() instanceof SpendingEvent event)) return;
        switch (event) {
            case SpendingReported e -> filed.put(e.report(), new Filed(e.from(), e.to(), e.items()));
            case SpendingReplaced e -> {
                filed.put(e.report(), new Filed(e.from(), e.to(), e.items()));
                forget(e.report());
            }
            case SpendingReturned e -> {
                filed.remove(e.report());
                forget(e.report());
            }
            case SpendingAccepted e -> accept(recorded, e, out);
        }
    }

    private void accept(Recorded recorded, SpendingAccepted event, Findings out) {
        Filed report = filed.get(event.report());
        if (report == null) return;
        Optional<RuleVersion> audit = out.rule(family(), event.effectiveOn());
        List<Load> all = new ArrayList<>();
        for (int i = 0; i < report.items.size(); i++) {
            SpendingItem item = report.items.get(i);
            Labour labour = item.labour();
            if (labour == null || refused(event.notAccepted(), i + 1, item.amount())) continue;
            PersonId person = labour.person() == null ? item.voucher().person() : labour.person();
            if (person == null) continue;
            all.addAll(spread(person, labour, report, Ref.of(recorded)));
            if (labour.role() == LabourRole.PRINCIPAL && audit.isPresent())
                former(audit.get(), event, report, person, i, Ref.of(recorded), out);
        }
        forget(event.report());
        accepted.put(event.report(), all);
        for (Load load : all)
            loads.computeIfAbsent(load.cell, _ -> new ArrayList<>()).add(load);
        audit.ifPresent(rule -> overload(rule, all, out));
    }

    private void forget(SpendingReportId report) {
        List<Load> no = accepted.remove(report);
        if (no == null) return;
        for (Load load : no) loads.getOrDefault(load.cell, new ArrayList<>()).remove(load);
    }

    private static boolean refused(List<NotAccepted> parts, int number, Vnd amount) {
        return Vnd.sum(parts.stream()
                        .filter(part -> part.item() == number)
                        .map(NotAccepted::amount)
                        .toList())
                .equals(amount);
    }

    private static List<Load> spread(PersonId person, Labour labour, Filed report, Ref event) {
        YearMonth first = YearMonth.from(report.from);
        long months = ChronoUnit.MONTHS.between(first, YearMonth.from(report.to)) + 1;
        long worked = (long) labour.months() * Labour.DAYS_A_MONTH + labour.extraDays();
        long each = Decimal.parse(labour.coefficient())
                .of(Vnd.of(FULL), worked, Labour.DAYS_A_MONTH * months)
                .amount();
        List<Load> loads = new ArrayList<>();
        for (long i = 0; i < months; i++) loads.add(new Load(new Cell(person, first.plusMonths(i)), each, event));
        return loads;
    }

    /** One hit per person and acceptance, for the fullest month. */
    private void overload(RuleVersion rule, List<Load> fresh, Findings out) {
        long most = FULL / BASIS_POINTS * rule.number("monthlyLoadBp");
        Map<PersonId, Set<Cell>> months = new LinkedHashMap<>();
        for (Load load : fresh)
            months.computeIfAbsent(load.cell.person, _ -> new LinkedHashSet<>()).add(load.cell);
        months.forEach((person, cells) -> {
            Cell fullest = Collections.max(
                    cells,
                    Comparator.comparingLong((Cell cell) -> sum(cell))
                            .thenComparing(Comparator.comparing(Cell::month).reversed()));
            long sum = sum(fullest);
            if (sum > most)
                out.hit(
                        rule,
                        AuditHitPart.LABOUR_OVERLOAD,
                        person.value(),
                        person.value(),
                        Difference.of(
                                sum / (FULL / BASIS_POINTS), rule.number("monthlyLoadBp"), AuditHitUnit.BASIS_POINTS),
                        events(fresh.getFirst(), fullest));
        });
    }

    private long sum(Cell cell) {
        return loads.getOrDefault(cell, List.of()).stream()
                .mapToLong(Load::load)
                .sum();
    }

    private List<Ref> events(Load newest, Cell cell) {
        List<Ref> events = new ArrayList<>(List.of(newest.event));
        loads.getOrDefault(cell, List.of()).forEach(load -> events.add(load.event));
        return events;
    }

    /** The whole period lies after the day somebody else took over. */
    private static void former(
            RuleVersion rule,
            SpendingAccepted event,
            Filed report,
            PersonId person,
            int item,
            Ref accepted,
            Findings out) {
        TaskRecord task = out.tasks.of(event.project());
        if (person.equals(task.investigator)) return;
        task.former.stream()
                .filter(former -> former.person().equals(person) && !report.from.isBefore(former.until()))
                .findFirst()
                .ifPresent(former -> out.hit(
                        rule,
                        AuditHitPart.LABOUR_OF_FORMER_INVESTIGATOR,
                        task.id.value(),
                        Integer.toString(item),
                        Difference.of(report.from, former.until().minusDays(1)),
                        List.of(accepted)));
    }
}
