package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Rounding;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.process.Shipped;

/** Rules that refuse unless switched off; what an advance may be is one half, as in TTLT 27/2015. */
final class FakeRules implements Rules {
    private final Set<String> off = new HashSet<>();
    private final Set<String> shipped = new HashSet<>();
    private final Map<String, String> versions = new HashMap<>();

    FakeRules off(String family) {
        off.add(family);
        return this;
    }

    /** Here rules have no version, so those that look at one first do nothing; these have the shipped one. */
    FakeRules shipped(String family) {
        shipped.add(family);
        return this;
    }

    FakeRules enforced(String family) {
        off.remove(family);
        return this;
    }

    /** From now on as the shipped version says, whatever the day. */
    FakeRules shipped(String family, String version) {
        enforced(family).versions.put(family, version);
        return this;
    }

    @Override
    public Applied on(String family, LocalDate date) {
        String version = versions.get(family);
        return version == null ? new Always(family) : new AllShipped().pinned(family, version);
    }

    @Override
    public Applied pinned(String family, String version) {
        return new Always(family);
    }

    @Override
    public boolean workingDay(LocalDate date) {
        return true;
    }

    @Override
    public CountedDay countWorkingDays(LocalDate date, int days) {
        return new CountedDay(date.plusDays(days), Collections.emptySortedSet());
    }

    @Override
    public void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other) {
        Set<PersonId> both = new HashSet<>();
        one.forEach(both::add);
        for (PersonId person : other)
            on(family, date).refuseUnless(!both.contains(person), ErrorCode.FOUR_EYES, "family", family);
    }

    private final class Always implements Applied {
        private final String family;

        Always(String family) {
            this.family = family;
        }

        @Override
        public Optional<RuleVersion> version() {
            return Shipped.PROPOSALS.versions().stream()
                    .filter(rule -> shipped.contains(family) && rule.family().equals(family))
                    .findFirst();
        }

        @Override
        public Optional<Worked> work(Object... namesAndValues) {
            if (family.equals("refund.shares")) return Optional.of(new Worked(refund(namesAndValues)));
            Map<String, Vnd> given = new HashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2)
                given.put((String) namesAndValues[i], (Vnd) namesAndValues[i + 1]);
            return Optional.of(new Worked(family.equals("advance.first") ? first(given) : next(given)));
        }

        /** TTLT 27/2015: nothing for an objective cause, 30 or 40 % by khoán mode for a subjective one. */
        private static Map<String, String> refund(Object... namesAndValues) {
            Map<String, Object> given = new HashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2)
                given.put((String) namesAndValues[i], namesAndValues[i + 1]);
            int percent = given.get("cause") == RefundCause.OBJECTIVE
                    ? 0
                    : given.get("khoan") == KhoanMode.CUOI_CUNG ? 40 : 30;
            Vnd min = BasisPoints.percent(percent).of((Vnd) Objects.requireNonNull(given.get("usedVnd")), Rounding.UP);
            return new TreeMap<>(Facts.of("minVnd", min));
        }

        private static Map<String, String> first(Map<String, Vnd> given) {
            Vnd max = BasisPoints.percent(50)
                    .of(given.getOrDefault("stateBudgetVnd", Vnd.ZERO), Rounding.DOWN)
                    .min(given.getOrDefault("yearAppropriationVnd", Vnd.ZERO));
            Vnd all = given.getOrDefault("advancedVnd", Vnd.ZERO).plus(given.getOrDefault("askedVnd", Vnd.ZERO));
            return new TreeMap<>(Facts.of("maxVnd", max, "kept", !all.isMoreThan(max)));
        }

        private static Map<String, String> next(Map<String, Vnd> given) {
            Vnd required = BasisPoints.percent(50).of(given.getOrDefault("advancedVnd", Vnd.ZERO), Rounding.UP);
            Vnd settled = given.getOrDefault("settledVnd", Vnd.ZERO);
            return new TreeMap<>(Facts.of("requiredVnd", required, "kept", !required.isMoreThan(settled)));
        }

        @Override
        public void refuseUnless(boolean kept, ErrorCode code, Object... facts) {
            if (!kept && !off.contains(family)) throw new Refusal(code, Facts.of(facts));
        }
    }
}
