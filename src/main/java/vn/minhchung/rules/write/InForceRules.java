package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.CalendarYearId;
import vn.minhchung.rules.CountedDay;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/**
 * The rules as their streams say at this moment: read within the command's unit of work, never from a view and never from
 * a cache, so a version or switch that was just decided is the one that counts.
 */
@Component
class InForceRules implements Rules, Deadlines {
    /** How the warning of a missing version begins; {@code <family>:<date>} follows. */
    private static final String MISSING = ErrorCode.RULE_MISSING.name();

    static final String INTERNAL_BASIS = "theo quy chế kiểm soát nội bộ";

    private final Aggregates aggregates;

    InForceRules(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @Override
    public Applied on(String family, LocalDate date) {
        return applied(family, date.toString(), ask(family, held -> held.select(date)));
    }

    @Override
    public Applied pinned(String family, String version) {
        return applied(family, version, ask(family, held -> held.byName(version)));
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
        Applied deadline = on("deadline." + kind, from);
        return deadline.version().map(rule -> {
            Worked due = RuleArithmetic.work(rule, calendar(), "from", from);
            return new Due(LocalDate.parse(due.text("on")), Boolean.parseBoolean(due.text("provisional")), rule);
        });
    }

    @Override
    public void twoPersons(String family, LocalDate date, Iterable<PersonId> one, Iterable<PersonId> other) {
        Applied pair = on(family, date);
        List<PersonId> some = listOf(one);
        List<PersonId> others = listOf(other);
        // nobody decides alone, also before any rule says so: only a recorded switch lets that pass
        if (pair.version().isEmpty() && !Collections.disjoint(some, others)) {
            throw Refusal.of(ErrorCode.FOUR_EYES, "pair", family, "basis", INTERNAL_BASIS);
        }
        boolean kept = pair.work("one", some, "other", others).map(Worked::kept).orElse(true);
        pair.refuseUnless(kept, ErrorCode.FOUR_EYES, "pair", family);
    }

    private static List<PersonId> listOf(Iterable<PersonId> persons) {
        List<PersonId> list = new ArrayList<>();
        persons.forEach(list::add);
        return list;
    }

    private WorkingDays calendar() {
        return new WorkingDays(year -> {
            Optional<CalendarYear> decided = Objects.requireNonNullElse(
                    aggregates.peek(
                            CalendarDecisions.class, CalendarYearId.of(year).value(), CalendarDecisions::decided),
                    Optional.empty());
            if (decided.isEmpty()) aggregates.warn(MISSING, new RuleRef("calendar", Integer.toString(year)));
            return decided;
        });
    }

    private Optional<RuleFamily.Selected> ask(
            String family, Function<RuleFamily, Optional<RuleFamily.Selected>> question) {
        return Objects.requireNonNullElse(
                aggregates.peek(RuleFamily.class, RuleFamilyId.of(family).value(), question), Optional.empty());
    }

    private Applied applied(String family, String wanted, Optional<RuleFamily.Selected> found) {
        found.ifPresentOrElse(
                selected -> aggregates.restsOn(selected.version().ref()),
                () -> aggregates.warn(MISSING, new RuleRef(family, wanted)));
        return new InForce(found.orElse(null));
    }

    private final class InForce implements Applied {
        private final RuleFamily.@Nullable Selected selected;

        InForce(RuleFamily.@Nullable Selected selected) {
            this.selected = selected;
        }

        @Override
        public Optional<RuleVersion> version() {
            return Optional.ofNullable(selected).map(RuleFamily.Selected::version);
        }

        @Override
        public Optional<Worked> work(Object... namesAndValues) {
            return version().map(rule -> RuleArithmetic.work(rule, calendar(), namesAndValues));
        }

        @Override
        public void refuseUnless(boolean kept, ErrorCode code, Object... facts) {
            if (kept || selected == null) return;
            RuleVersion rule = selected.version();
            switch (selected.mode()) {
                case REFUSE -> {
                    Map<String, String> known = Facts.of(facts);
                    known.put("basis", rule.isSureLaw() ? rule.source().citation() : INTERNAL_BASIS);
                    throw new Refusal(code, known).under(rule.ref());
                }
                case WARN -> aggregates.warn(code.name(), rule.ref());
                case OFF -> {
                    // the version stays named in the envelope: an inspector sees that it was switched off
                }
            }
        }
    }
}
