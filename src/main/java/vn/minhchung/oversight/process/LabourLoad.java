package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final Map<SpendingReportId, List<Load>> accepted = new LinkedHashMap<>();

    private record Filed(LocalDate from, LocalDate to, List<SpendingItem> items) {}

    private record Load(PersonId person, YearMonth month, long load, Ref event) {}

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
                accepted.remove(e.report());
            }
            case SpendingReturned e -> {
                filed.remove(e.report());
                accepted.remove(e.report());
            }
            case SpendingAccepted e -> accept(recorded, e, out);
        }
    }

    private void accept(Recorded recorded, SpendingAccepted event, Findings out) {
        Filed report = filed.get(event.report());
        if (report == null) return;
        Optional<RuleVersion> audit = out.rule(family(), event.effectiveOn());
        List<Load> loads = new ArrayList<>();
        for (int i = 0; i < report.items.size(); i++) {
            SpendingItem item = report.items.get(i);
            Labour labour = item.labour();
            if (labour == null || refused(event.notAccepted(), i + 1, item.amount())) continue;
            PersonId person = labour.person() == null ? item.voucher().person() : labour.person();
            if (person == null) continue;
            loads.addAll(spread(person, labour, report, Ref.of(recorded)));
            if (labour.role() == LabourRole.PRINCIPAL && audit.isPresent())
                former(audit.get(), event, report, person, i, Ref.of(recorded), out);
        }
        accepted.put(event.report(), loads);
        audit.ifPresent(rule -> overload(rule, loads, out));
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
        for (long i = 0; i < months; i++) loads.add(new Load(person, first.plusMonths(i), each, event));
        return loads;
    }

    /** One hit per person and acceptance, for the fullest month. */
    private void overload(RuleVersion rule, List<Load> loads, Findings out) {
        long most = FULL / BASIS_POINTS * rule.number("monthlyLoadBp");
        Set<PersonId> persons = new HashSet<>();
        for (Load load : loads) {
            if (!persons.add(load.person)) continue;
            loads.stream()
                    .filter(each -> each.person.equals(load.person))
                    .map(Load::month)
                    .distinct()
                    .max(Comparator.comparingLong((YearMonth month) -> sum(load.person, month))
                            .thenComparing(Comparator.reverseOrder()))
                    .filter(month -> sum(load.person, month) > most)
                    .ifPresent(month -> out.hit(
                            rule,
                            AuditHitPart.LABOUR_OVERLOAD,
                            load.person.value(),
                            load.person.value(),
                            Difference.of(
                                    sum(load.person, month) / (FULL / BASIS_POINTS),
                                    rule.number("monthlyLoadBp"),
                                    AuditHitUnit.BASIS_POINTS),
                            events(load, month)));
        }
    }

    private long sum(PersonId person, YearMonth month) {
        return accepted.values().stream()
                .flatMap(List::stream)
                .filter(load -> load.person.equals(person) && load.month.equals(month))
                .mapToLong(Load::load)
                .sum();
    }

    private List<Ref> events(Load newest, YearMonth month) {
        List<Ref> events = new ArrayList<>(List.of(newest.event));
        accepted.values().stream()
                .flatMap(List::stream)
                .filter(load -> load.person.equals(newest.person) && load.month.equals(month))
                .map(Load::event)
                .forEach(events::add);
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
