package vn.minhchung.rules.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.rules.RuleCommand.EndRuleVersion;
import vn.minhchung.rules.RuleCommand.OverrideRuleVersion;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.RuleCommand.WithdrawRuleVersion;
import vn.minhchung.rules.RuleEvent;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.SwitchMode;

/**
 * One family of rule versions. A version is proposed by a file, put in force by the director (or recorded from paper and
 * confirmed), perhaps overlaid on some days by the province's own, ended when a later text replaces it, or withdrawn. On
 * each day at most one national and one provincial version are in force. The family also holds the director's switch.
 */
@AggregateRoot(type = "RuleFamily")
class RuleFamily {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private final Map<String, Held> recorded = new LinkedHashMap<>();
    private final Map<String, List<PersonId>> recorders = new LinkedHashMap<>();
    private final Map<String, Held> inForce = new LinkedHashMap<>();
    private final List<String> used = new ArrayList<>();
    private SwitchMode mode = SwitchMode.REFUSE;

    RuleFamily() {}

    /**
     * A version as it stands now.
     *
     * @param overrides the national version it goes before; null for one of its own right
     * @param lastDay last day of validity, as set or moved since
     */
    private record Held(
            RuleVersion content,
            @Nullable String overrides,
            @Nullable LocalDate lastDay) {
        boolean on(LocalDate date) {
            return !date.isBefore(content.validFrom()) && (lastDay == null || !date.isAfter(lastDay));
        }

        boolean national() {
            return overrides == null;
        }

        /** The version with the validity it really has. */
        RuleVersion version() {
            return new RuleVersion(
                    content.family(),
                    content.version(),
                    content.standing(),
                    content.confidence(),
                    content.source(),
                    content.validFrom(),
                    lastDay,
                    content.trigger(),
                    content.evaluation(),
                    content.parameters(),
                    content.examples());
        }
    }

    /** What a decision needs to know: the version, and what happens when it is broken. */
    record Selected(RuleVersion version, SwitchMode mode) {}

    // decide, in the order of life

    void decide(PutRuleVersionInForce command, RuleVersion content, Decision decision) {
        String hash = RuleHash.of(content);
        if (!hash.equals(command.sha256())) {
            throw Refusal.of(ErrorCode.CHANGED_SINCE_SEEN, "seen", command.sha256(), "now", hash)
                    .at("sha256");
        }
        Held version = new Held(content, null, content.validTo());
        requireFresh(content);
        requireNoOverlap(version);
        if (!command.leavesGap()) requireNoGap(version);
        bring(version, hash, Role.DIRECTOR, decision);
    }

    void decide(OverrideRuleVersion command, Map<String, String> parameters, Decision decision) {
        requireReasonAndBasis(decision);
        Held base = require(command.overrides());
        if (!base.national())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", command.overrides())
                    .at("overrides");
        RuleVersion content = ProvincialVersion.of(command, base.content(), parameters);
        Held version = new Held(content, command.overrides(), content.validTo());
        requireFresh(content);
        requireNoOverlap(version);
        bring(version, RuleHash.of(content), Role.COMMITTEE, decision);
    }

    void confirm(String version) {
        Held provisional = recorded.get(version);
        if (provisional == null && inForce.containsKey(version)) {
            throw Refusal.of(ErrorCode.ALREADY_CONFIRMED, "version", version);
        }
        if (provisional == null) throw notFound(version);
        requireNoOverlap(provisional);
        apply(new RuleVersionPutInForce(
                provisional.content().family(),
                version,
                provisional.content(),
                RuleHash.of(provisional.content()),
                provisional.overrides()));
    }

    void decide(EndRuleVersion command, Decision decision) {
        requireTaken(decision);
        requireReasonAndBasis(decision);
        Held held = require(command.version());
        if (command.lastDay().isBefore(held.content().validFrom())
                || (held.lastDay() != null && command.lastDay().isAfter(held.lastDay()))) {
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "from",
                            held.content().validFrom(),
                            "to",
                            Objects.requireNonNullElse(held.lastDay(), "…"),
                            "asked",
                            command.lastDay())
                    .at("lastDay");
        }
        if (command.lastDay().equals(held.lastDay()))
            throw Refusal.of(ErrorCode.WRONG_STATE, "lastDay", command.lastDay());
        apply(new RuleVersionEnded(command.family(), command.version(), command.lastDay()));
    }

    void decide(WithdrawRuleVersion command, Decision decision) {
        requireTaken(decision);
        requireReasonAndBasis(decision);
        if (!recorded.containsKey(command.version())) require(command.version());
        apply(new RuleVersionWithdrawn(command.family(), command.version()));
    }

    void decide(SwitchRule command, Decision decision) {
        requireTaken(decision);
        requireReasonAndBasis(decision);
        select(decision.today())
                .map(Selected::version)
                .filter(RuleVersion::refusesAlways)
                .ifPresent(RuleFamily::refuseAsLaw);
        if (!inForce.isEmpty()
                && inForce.values().stream().allMatch(each -> each.content().refusesAlways())) {
            refuseAsLaw(inForce.values().iterator().next().content());
        }
        if (inForce.isEmpty()) throw Refusal.of(ErrorCode.RULE_MISSING, "family", command.family());
        if (mode == command.mode()) throw Refusal.of(ErrorCode.WRONG_STATE, "mode", mode);
        apply(new RuleSwitched(command.family(), command.mode(), mode));
    }

    // questions

    /** The version in force on a day; the province's goes before the national one for as long as that one holds too. */
    Optional<Selected> select(LocalDate date) {
        return find(each -> !each.national() && each.on(date) && baseHolds(each, date))
                .or(() -> find(each -> each.national() && each.on(date)))
                .map(this::selected);
    }

    /** A version in force by name, whatever the day: what a task was pinned to. */
    Optional<Selected> byName(String version) {
        return Optional.ofNullable(inForce.get(version))
                .filter(held -> held.national() || baseOf(held) != null)
                .map(this::selected);
    }

    /** Who recorded a provisional version; empty when there is none of this name. */
    List<PersonId> recordersOf(String version) {
        return recorders.getOrDefault(version, List.of());
    }

    /**
     * Where the province's version stands over sure law and the director has switched internal rules to warn or off, the
     * law itself holds: a switch never frees from it.
     */
    private Selected selected(Held held) {
        Held base = baseOf(held);
        if (mode != SwitchMode.REFUSE && base != null && base.content().isSureLaw()) {
            return new Selected(base.version(), SwitchMode.REFUSE);
        }
        return new Selected(held.version(), held.content().refusesAlways() ? SwitchMode.REFUSE : mode);
    }

    // evolve

    @EventSourcingHandler
    void evolve(RuleEvent event) {
        id = RuleFamilyId.of(event.family()).value();
        switch (event) {
            case RuleVersionRecorded e -> {
                used.add(e.content().version());
                recorded.put(
                        e.content().version(),
                        new Held(e.content(), e.overrides(), e.content().validTo()));
                recorders.put(e.content().version(), e.recordedBy());
            }
            case RuleVersionPutInForce e -> {
                used.add(e.version());
                recorded.remove(e.version());
                inForce.put(
                        e.version(),
                        new Held(e.content(), e.overrides(), e.content().validTo()));
            }
            case RuleVersionEnded e ->
                inForce.computeIfPresent(
                        e.version(), (name, held) -> new Held(held.content(), held.overrides(), e.lastDay()));
            case RuleVersionWithdrawn e -> {
                recorded.remove(e.version());
                inForce.remove(e.version());
            }
            case RuleSwitched e -> mode = e.mode();
        }
    }

    // guards

    private void bring(Held version, String hash, Role decider, Decision decision) {
        RuleVersion content = version.content();
        if (decision.decidedBy().role() != decider) {
            throw Refusal.of(ErrorCode.DECIDER_NOT_COMPETENT, "needed", decider);
        }
        if (!decision.recorded()) {
            apply(new RuleVersionPutInForce(content.family(), content.version(), content, hash, version.overrides()));
            return;
        }
        if (decision.basis().isEmpty())
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("decision", "basis");
        apply(new RuleVersionRecorded(content.family(), content, hash, version.overrides(), Recorders.of(decision)));
    }

    private void requireFresh(RuleVersion content) {
        if (used.contains(content.version())) {
            throw Refusal.of(ErrorCode.RULE_VERSION_IN_FORCE, "version", content.version())
                    .at("version");
        }
    }

    private void requireNoOverlap(Held version) {
        LocalDate from = version.content().validFrom();
        find(each -> each.national() == version.national()
                        && (version.lastDay() == null
                                || !each.content().validFrom().isAfter(version.lastDay()))
                        && (each.lastDay() == null || !each.lastDay().isBefore(from)))
                .ifPresent(other -> {
                    throw Refusal.of(
                                    ErrorCode.RULE_VERSIONS_OVERLAP,
                                    "version",
                                    other.content().version(),
                                    "from",
                                    other.content().validFrom(),
                                    "to",
                                    Objects.requireNonNullElse(other.lastDay(), "…"))
                            .under(other.content().ref());
                });
    }

    /** The nearest version before must end, and the nearest after must begin, on the neighbouring day. */
    private void requireNoGap(Held version) {
        LocalDate from = version.content().validFrom();
        LocalDate lastBefore = null;
        LocalDate firstAfter = null;
        for (Held each : inForce.values()) {
            if (!each.national()) continue;
            LocalDate begin = each.content().validFrom();
            LocalDate end = each.lastDay();
            if (begin.isAfter(from)) firstAfter = firstAfter == null || begin.isBefore(firstAfter) ? begin : firstAfter;
            else if (end != null) lastBefore = lastBefore == null || end.isAfter(lastBefore) ? end : lastBefore;
        }
        if (lastBefore != null && !lastBefore.plusDays(1).equals(from))
            refuseGap(lastBefore.plusDays(1), from.minusDays(1));
        LocalDate last = version.lastDay();
        if (last != null && firstAfter != null && !last.plusDays(1).equals(firstAfter)) {
            refuseGap(last.plusDays(1), firstAfter.minusDays(1));
        }
    }

    private static void refuseGap(LocalDate from, LocalDate to) {
        throw Refusal.of(ErrorCode.RULE_VERSION_GAP, "from", from, "to", to).at("leavesGap");
    }

    private static void requireTaken(Decision decision) {
        if (decision.recorded())
            throw Refusal.of(
                    ErrorCode.DECIDER_NOT_COMPETENT,
                    "mode",
                    decision.decidedBy().mode());
    }

    private static void requireReasonAndBasis(Decision decision) {
        if (decision.reason() == null || PlainText.saysNothing(decision.reason()))
            throw Refusal.of(ErrorCode.REASON_REQUIRED);
        if (decision.basis().isEmpty())
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("decision", "basis");
    }

    private static void refuseAsLaw(RuleVersion version) {
        throw Refusal.of(ErrorCode.RULE_IS_LAW, "basis", version.source().citation())
                .under(version.ref());
    }

    private boolean baseHolds(Held provincial, LocalDate date) {
        Held base = baseOf(provincial);
        return base != null && base.on(date);
    }

    /** The national version a provincial one goes before; null for a national one, or when the base was withdrawn. */
    private @Nullable Held baseOf(Held held) {
        return held.overrides() == null ? null : inForce.get(held.overrides());
    }

    private Optional<Held> find(Predicate<Held> wanted) {
        return inForce.values().stream().filter(wanted).findFirst();
    }

    private Held require(String version) {
        Held held = inForce.get(version);
        if (held == null) throw notFound(version);
        return held;
    }

    private static Refusal notFound(String version) {
        return Refusal.of(ErrorCode.NOT_FOUND, "version", version).at("version");
    }
}
