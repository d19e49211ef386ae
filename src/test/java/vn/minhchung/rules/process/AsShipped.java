package vn.minhchung.rules.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/** Rules and deadlines for tests of decisions: everything that ships is in force, and refuses. */
public final class AsShipped implements Rules, Deadlines {
    private final RuleProposals proposals = new ShippedRules();

    public RuleProposals proposals() {
        return proposals;
    }

    @Override
    public Applied on(String family, LocalDate date) {
        return applied(proposals.versions().stream()
                .filter(each -> each.family().equals(family) && each.validOn(date))
                .findFirst());
    }

    @Override
    public Applied pinned(String family, String version) {
        return applied(proposals.find(family, version));
    }

    @Override
    public boolean workingDay(LocalDate date) {
        return calendar().works(date);
    }

    @Override
    public CountedDay countWorkingDays(LocalDate date, int days) {
        return calendar().count(date, days);
    }

    @Override
    public Optional<Due> due(String kind, LocalDate from) {
        Applied rule = on("deadline." + kind, from);
        return rule.work("from", from)
                .map(worked -> new Due(
                        LocalDate.parse(worked.text("on")),
                        Boolean.parseBoolean(worked.text("provisional")),
                        rule.version().orElseThrow()));
    }

    @Override
    public void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other) {
        boolean shared = StreamSupport.stream(one.spliterator(), false)
                .anyMatch(person ->
                        StreamSupport.stream(other.spliterator(), false).anyMatch(person::equals));
        if (shared) throw Refusal.of(ErrorCode.FOUR_EYES, "rule", family);
    }

    private Applied applied(Optional<RuleVersion> found) {
        return new Applied() {
            @Override
            public Optional<RuleVersion> version() {
                return found;
            }

            @Override
            public Optional<Worked> work(Object... namesAndValues) {
                return found.map(version -> RuleArithmetic.work(version, calendar(), namesAndValues));
            }

            @Override
            public void refuseUnless(boolean kept, ErrorCode code, Object... facts) {
                if (kept || found.isEmpty()) return;
                throw new Refusal(code, Facts.of(facts)).under(found.get().ref());
            }
        };
    }

    private WorkingDays calendar() {
        return new WorkingDays(year -> proposals.calendars().stream()
                .filter(calendar -> calendar.year() == year)
                .findFirst());
    }
}
