package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;
import vn.minhchung.rules.process.Shipped;

/** Every shipped version in force over its days, computed as decisions compute it; refuses unless switched off. */
final class AllShipped implements Rules {
    private static final WorkingDays CALENDAR = new WorkingDays(year -> Shipped.PROPOSALS.calendars().stream()
            .filter(calendar -> calendar.year() == year)
            .findFirst());

    private final Set<String> off = new HashSet<>();

    AllShipped off(String family) {
        off.add(family);
        return this;
    }

    @Override
    public Applied on(String family, LocalDate date) {
        return find(rule -> rule.family().equals(family) && rule.validOn(date));
    }

    @Override
    public Applied pinned(String family, String version) {
        return find(rule -> rule.family().equals(family) && rule.version().equals(version));
    }

    private Applied find(Predicate<RuleVersion> which) {
        return new Held(Shipped.PROPOSALS.versions().stream().filter(which).findFirst());
    }

    @Override
    public boolean workingDay(LocalDate date) {
        return CALENDAR.works(date);
    }

    @Override
    public CountedDay countWorkingDays(LocalDate date, int days) {
        return CALENDAR.count(date, days);
    }

    @Override
    public void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other) {
        on(family, date).refuseUnless(Collections.disjoint(list(one), list(other)), ErrorCode.FOUR_EYES);
    }

    private static List<PersonId> list(Iterable<PersonId> persons) {
        List<PersonId> all = new java.util.ArrayList<>();
        persons.forEach(all::add);
        return all;
    }

    private final class Held implements Applied {
        private final Optional<RuleVersion> version;

        Held(Optional<RuleVersion> version) {
            this.version = version;
        }

        @Override
        public Optional<RuleVersion> version() {
            return version;
        }

        @Override
        public Optional<Worked> work(Object... namesAndValues) {
            return version.map(rule -> RuleArithmetic.work(rule, CALENDAR, namesAndValues));
        }

        @Override
        public void refuseUnless(boolean kept, ErrorCode code, Object... facts) {
            if (kept || version.isEmpty() || off.contains(version.get().family())) return;
            throw new Refusal(code, Facts.of(facts)).under(version.get().ref());
        }
    }
}
