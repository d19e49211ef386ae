package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleVersion.Example;

/** Versions, calendars and one event of each kind, for tests of every layer. */
public final class RulesExamples {
    public static final String FAMILY = "advance.first";
    public static final LocalDate FROM = LocalDate.of(2016, 2, 15);
    public static final LocalDate TO = LocalDate.of(2025, 10, 13);
    public static final RuleVersion SURE =
            version(FAMILY, "ttlt-27-2015", Standing.LAW, Confidence.SURE, FROM, TO, "stateBudgetShareBp", "5000");
    public static final RuleVersion LIKELY = version(
            FAMILY, "nd-265-2025", Standing.LAW, Confidence.LIKELY, TO.plusDays(1), null, "stateBudgetShareBp", "5000");
    public static final CalendarYear YEAR_2025 = new CalendarYear(
            2025,
            Confidence.LIKELY,
            new LegalSource("45/2019/QH14", "Điều 112", "Bộ luật Lao động", "Ngày nghỉ năm 2025.", "Days off in 2025."),
            List.of(
                    new DayOff(LocalDate.of(2025, 1, 1), "Tết Dương lịch", "New Year's Day"),
                    new DayOff(LocalDate.of(2025, 5, 2), "Hoán đổi ngày làm việc", "Swapped day")),
            List.of(LocalDate.of(2025, 4, 26)));

    private RulesExamples() {}

    public static RuleVersion version(
            String family,
            String version,
            Standing standing,
            Confidence confidence,
            LocalDate from,
            @Nullable LocalDate to,
            String parameter,
            String value) {
        return new RuleVersion(
                family,
                version,
                standing,
                confidence,
                new LegalSource(
                        "27/2015/TTLT-BKHCN-BTC",
                        "Điều 12–14",
                        "Thông tư liên tịch về khoán chi",
                        "Tạm ứng lần đầu không quá 50 %.",
                        "The first advance is at most 50 %."),
                from,
                to,
                TriggerKind.APPROVAL,
                "first-advance",
                Map.of(parameter, value),
                List.of(new Example(
                        Map.of(
                                "stateBudgetVnd", "900000000",
                                "yearAppropriationVnd", "400000000",
                                "askedVnd", "400000000"),
                        Map.of("maxVnd", "400000000", "kept", "true"))));
    }

    public static RuleVersionPutInForce putInForce(RuleVersion version) {
        return new RuleVersionPutInForce(version.family(), version.version(), version, RuleHash.of(version), null);
    }

    public static List<DomainEvent> all() {
        PersonId officer = new PersonId(Id.derived("person", "OFFICER"));
        return List.of(
                new RuleVersionRecorded(FAMILY, LIKELY, RuleHash.of(LIKELY), null, List.of(officer)),
                putInForce(SURE),
                new RuleVersionEnded(FAMILY, LIKELY.version(), LocalDate.of(2026, 12, 31)),
                new RuleVersionWithdrawn(FAMILY, LIKELY.version()),
                new RuleSwitched(FAMILY, SwitchMode.WARN, SwitchMode.REFUSE),
                new CalendarYearRecorded(2025, YEAR_2025, List.of(officer)),
                new CalendarYearDecided(2025, YEAR_2025));
    }
}
