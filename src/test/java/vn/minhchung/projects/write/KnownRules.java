package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/** Rules as told: a few versions by family and first day, every pair of persons kept apart. */
final class KnownRules implements Rules {
    private static final WorkingDays NO_CALENDAR = new WorkingDays(_ -> Optional.empty());

    private final Map<String, RuleVersion> versions = new HashMap<>();

    KnownRules with(String family, String version, LocalDate from) {
        return with(family, version, from, null, Map.of());
    }

    KnownRules with(
            String family,
            String version,
            LocalDate from,
            @Nullable String evaluation,
            Map<String, String> parameters) {
        versions.put(
                family,
                new RuleVersion(
                        family,
                        version,
                        Standing.LAW,
                        Confidence.SURE,
                        new LegalSource("20/2023/TT-BKHCN", "Điều 1", "Thông tư", "", ""),
                        from,
                        null,
                        TriggerKind.CALL_PUBLISHED,
                        evaluation,
                        parameters,
                        List.of()));
        return this;
    }

    KnownRules oneRunningTask() {
        return with(
                "investigator.one-running-task",
                "tt-20-2023",
                LocalDate.of(2023, 10, 12),
                "at-most",
                Map.of("max", "1"));
    }

    @Override
    public Applied on(String family, LocalDate date) {
        Optional<RuleVersion> found =
                Optional.ofNullable(versions.get(family)).filter(version -> version.validOn(date));
        return new Applied() {
            @Override
            public Optional<RuleVersion> version() {
                return found;
            }

            @Override
            public Optional<Worked> work(Object... namesAndValues) {
                return found.map(version -> RuleArithmetic.work(version, NO_CALENDAR, namesAndValues));
            }

            @Override
            public void refuseUnless(boolean kept, ErrorCode code, Object... facts) {
                if (!kept)
                    throw Refusal.of(code, facts).under(found.orElseThrow().ref());
            }
        };
    }

    @Override
    public Applied pinned(String family, String version) {
        return on(family, LocalDate.MAX);
    }

    @Override
    public boolean workingDay(LocalDate date) {
        return true;
    }

    @Override
    public CountedDay countWorkingDays(LocalDate date, int days) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other) {
        boolean shared = StreamSupport.stream(one.spliterator(), false)
                .anyMatch(person ->
                        StreamSupport.stream(other.spliterator(), false).anyMatch(person::equals));
        if (shared) throw Refusal.of(ErrorCode.FOUR_EYES, "rule", family);
    }
}
