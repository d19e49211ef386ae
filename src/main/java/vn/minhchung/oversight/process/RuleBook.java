package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.rules.CalendarEvent;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleEvent;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.SwitchMode;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/**
 * The rule versions, switches and calendars as recorded so far. Told twice, it stands as told once. One that supposes a
 * version answers with it wherever another of its family holds.
 */
final class RuleBook {
    private static final String DEADLINES = "deadline.";

    /** What the checks ask for beside audit rules: with another version of these the record can be judged anew. */
    private static final Set<String> ASKED = Set.of(
            "advance.clearing",
            "advance.first",
            "advance.next",
            "experts.domestic",
            "experts.foreign",
            "extension.limit",
            "khoan.lines",
            "labour.coefficients",
            "labour.pi-ceiling",
            "management.cap",
            "norms.seminar",
            "norms.survey",
            "payment.last",
            "refund.shares",
            "savings.accepted-task",
            "savings.split",
            "spending.counterpart",
            DEADLINES + "acceptance-dossier",
            DEADLINES + "adjustment-answer",
            DEADLINES + "extension-request",
            DEADLINES + "periodic-report",
            DEADLINES + "recognition",
            DEADLINES + "result-registration",
            DEADLINES + "volume-confirmation");

    private static final Set<String> AUDIT_RULES =
            Checks.all().stream().map(Check::family).collect(Collectors.toUnmodifiableSet());

    private final @Nullable RuleVersion supposed;
    private final Map<String, Map<String, Held>> families = new HashMap<>();
    private final Map<String, SwitchMode> modes = new HashMap<>();
    private final Map<Integer, CalendarYear> calendars = new HashMap<>();

    RuleBook() {
        this(null);
    }

    /** @param supposed taken for whatever version of its family holds; null to judge as recorded */
    RuleBook(@Nullable RuleVersion supposed) {
        this.supposed = supposed;
    }

    /** Whether some check asks for versions of the family, so that another one can make a difference. */
    static boolean asks(String family) {
        return ASKED.contains(family) || AUDIT_RULES.contains(family);
    }

    /** @param overrides the national version it goes before; null for one of its own right */
    private record Held(
            RuleVersion version,
            @Nullable String overrides,
            @Nullable LocalDate lastDay) {
        boolean on(LocalDate date) {
            return !date.isBefore(version.validFrom()) && (lastDay == null || !date.isAfter(lastDay));
        }
    }

    void told(DomainEvent event) {
        switch (event) {
            case RuleEvent e -> rule(e);
            case CalendarEvent e -> {
                if (e instanceof CalendarYearDecided decided) calendars.put(decided.year(), decided.calendar());
            }
            default -> {
                // another module's
            }
        }
    }

    private void rule(RuleEvent event) {
        Map<String, Held> family = families.computeIfAbsent(event.family(), _ -> new LinkedHashMap<>());
        switch (event) {
            case RuleVersionPutInForce e ->
                family.put(
                        e.version(),
                        new Held(e.content(), e.overrides(), e.content().validTo()));
            case RuleVersionEnded e ->
                family.computeIfPresent(e.version(), (_, held) -> new Held(held.version, held.overrides, e.lastDay()));
            case RuleVersionWithdrawn e -> family.remove(e.version());
            case RuleSwitched e -> modes.put(e.family(), e.mode());
            case RuleVersionRecorded _ -> {
                // without effect until confirmed
            }
        }
    }

    /** The version in force on the day; the province's goes before the national one while that one holds too. */
    Optional<RuleVersion> on(String family, LocalDate date) {
        return heldOn(family, date).map(this::orSupposed);
    }

    /** A family that is not among those asked for would be missing in an answer to "what if". */
    private RuleVersion orSupposed(RuleVersion held) {
        if (!asks(held.family())) throw new IllegalStateException("not declared to be asked for: " + held.family());
        return supposed != null && supposed.family().equals(held.family()) ? supposed : held;
    }

    private Optional<RuleVersion> heldOn(String family, LocalDate date) {
        Map<String, Held> versions = families.getOrDefault(family, Map.of());
        return versions.values().stream()
                .filter(held -> held.overrides != null && held.on(date))
                .filter(held -> {
                    Held base = versions.get(held.overrides);
                    return base != null && base.on(date);
                })
                .findFirst()
                .or(() -> versions.values().stream()
                        .filter(held -> held.overrides == null && held.on(date))
                        .findFirst())
                .map(Held::version);
    }

    /** What the task is pinned to, else what holds on the day. */
    Optional<RuleVersion> of(TaskRecord task, String family, LocalDate date) {
        RuleRef pinned = task.pinned.get(family);
        if (pinned == null) return on(family, date);
        return Optional.ofNullable(families.getOrDefault(family, Map.of()).get(pinned.version()))
                .map(Held::version)
                .map(this::orSupposed);
    }

    /** Whether the director set the rule to warn, or off: what it then lets pass is lawful, on record. */
    boolean relaxed(String family) {
        return modes.getOrDefault(family, SwitchMode.REFUSE) != SwitchMode.REFUSE;
    }

    Worked work(RuleVersion rule, Object... namesAndValues) {
        return RuleArithmetic.work(rule, calendar(), namesAndValues);
    }

    /** The last day in time by the deadline table; empty where no version sets one. */
    Optional<LocalDate> due(String kind, LocalDate from) {
        return on(DEADLINES + kind, from)
                .map(rule -> LocalDate.parse(work(rule, "from", from).text("on")));
    }

    private WorkingDays calendar() {
        return new WorkingDays(year -> Optional.ofNullable(calendars.get(year)));
    }
}
