package vn.minhchung.oversight.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.AccountEvent;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.budgets.AppropriationEvent.AppropriationAssigned;
import vn.minhchung.budgets.AppropriationEvent.AppropriationRecorded;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundDecisionRecorded;
import vn.minhchung.budgets.TreasuryPaperEvent.SettlementPrepared;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryFactRecorded;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperSignedFirst;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperSignedSecond;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalAmended;
import vn.minhchung.budgets.TreasuryPaperEvent.WithdrawalPrepared;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Difference;
import vn.minhchung.projects.LifeEvent.Decided;
import vn.minhchung.projects.LifeEvent.TaskDecisionConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovalConfirmed;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.projects.ProjectEvent.ContractConfirmed;
import vn.minhchung.projects.ProjectEvent.ContractSigned;
import vn.minhchung.rules.RuleVersion;

/**
 * Question 26: a role used within hours of being granted; one person on both sides of a pair. A pair the director switched to
 * warn or off, on record, is lawful; so is a role that was only renewed. Persons are compared with those they act for.
 */
final class FourEyes implements Check {
    private static final String CONFIRM = "four-eyes.record-confirm";
    /** The first administrator, whom nobody could grant the role: on record as such. */
    private static final String BOOTSTRAP = "bootstrapAdministrator";

    private final Map<AccountId, PersonId> persons = new HashMap<>();
    /** Granted and not taken back, and since when without a gap. */
    private final Map<AccountId, Map<Held, Since>> roles = new HashMap<>();
    /** Granted and not confirmed yet. */
    private final Map<AccountId, Map<Held, Term>> provisional = new HashMap<>();
    /** What stands on one side, by what is waited for: paper, task and decision. */
    private final Map<String, Side> sides = new HashMap<>();

    /** @param organisation of a host role; any other holds everywhere */
    private record Held(Role role, @Nullable OrganisationId organisation) {}

    /** @param to the last day; null when it has none */
    private record Term(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        /** What is confirmed later is held from then on. */
        Term notBefore(LocalDate day) {
            return from.isBefore(day) ? new Term(day, to) : this;
        }

        /** A role held until the day before is renewed; after a gap it is a new one. */
        boolean renewedBy(Term next) {
            return to == null || !next.from.isAfter(to.plusDays(1));
        }
    }

    /** @param fresh until it is used */
    private record Since(Instant at, Ref event, Term term, boolean fresh) {}

    private record Side(Collection<PersonId> persons, Ref event) {}

    @Override
    public String family() {
        return "audit.four-eyes";
    }

    @Override
    public void on(Recorded recorded, LocalDate day, Findings out) {
        Decision decision = recorded.envelope().decision();
        if (decision == null || !decision.mutation().equals(BOOTSTRAP))
            out.rule(family(), day).ifPresent(rule -> {
                quick(rule, recorded, day, out);
                pairs(rule, recorded, out);
            });
        remember(recorded, day);
    }

    // roles

    /**
     * A decision taken on paper is left out on purpose: its role is the signatory's, who had it without this system; in which
     * role the actor typed it in is not recorded.
     */
    private void quick(RuleVersion rule, Recorded recorded, LocalDate day, Findings out) {
        Decision decision = recorded.envelope().decision();
        if (decision == null || !decision.decidedBy().person().equals(decision.person())) return;
        AccountId account = decision.actor().account();
        Map.Entry<Held, Since> used = newest(roles.getOrDefault(account, Map.of()), decision, day);
        if (used == null || !used.getValue().fresh) return;
        Since since = used.getValue();
        long hours = Duration.between(since.at, recorded.recordedAt()).toHours();
        used.setValue(new Since(since.at, since.event, since.term, false));
        if (hours < rule.number("grantHours"))
            out.hit(
                    rule,
                    AuditHitPart.ROLE_USED_AT_ONCE,
                    account.value(),
                    Difference.of(hours, rule.number("grantHours"), AuditHitUnit.HOURS),
                    List.of(Ref.of(recorded), since.event));
    }

    /**
     * The grant that the decision rests on. For which organisation a host role was used is not recorded, only for which ones
     * it was held: then the newest counts, as a hit is explained, whereas nobody asks about one that is not shown.
     */
    private static Map.@Nullable Entry<Held, Since> newest(Map<Held, Since> held, Decision decision, LocalDate day) {
        Role role = decision.decidedBy().role();
        return held.entrySet().stream()
                .filter(each -> each.getKey().role == role
                        && decision.actor().has(role, each.getKey().organisation)
                        && each.getValue().term.covers(day))
                .max(Comparator.comparingLong(each -> each.getValue().event.position()))
                .orElse(null);
    }

    private void remember(Recorded recorded, LocalDate day) {
        if (!(recorded.event() instanceof AccountEvent event)) return;
        switch (event) {
            case AccountCreated e -> persons.put(e.account(), e.person());
            case RoleGranted e -> {
                Held held = new Held(e.role(), e.organisation());
                Term term = new Term(e.from(), e.to());
                if (e.provisional()) of(provisional, e.account()).put(held, term);
                else granted(e.account(), held, term, recorded);
            }
            case RoleConfirmed e -> {
                Held held = new Held(e.role(), e.organisation());
                Term term = of(provisional, e.account()).remove(held);
                granted(e.account(), held, term == null ? new Term(day, null) : term.notBefore(day), recorded);
            }
            case RoleRevoked e -> {
                Held held = new Held(e.role(), e.organisation());
                of(provisional, e.account()).remove(held);
                of(roles, e.account()).remove(held);
            }
            default -> {
                // gives and takes no role
            }
        }
    }

    private static <T> Map<Held, T> of(Map<AccountId, Map<Held, T>> all, AccountId account) {
        return all.computeIfAbsent(account, _ -> new HashMap<>());
    }

    private void granted(AccountId account, Held held, Term term, Recorded recorded) {
        of(roles, account)
                .merge(
                        held,
                        new Since(recorded.recordedAt(), Ref.of(recorded), term, true),
                        (former, since) -> former.term.renewedBy(term)
                                ? new Since(former.at, former.event, term, former.fresh)
                                : since);
    }

    // pairs

    private void pairs(RuleVersion rule, Recorded recorded, Findings out) {
        Ref event = Ref.of(recorded);
        switch (recorded.event()) {
            case RoleGranted e -> {
                PersonId receiver = persons.get(e.account());
                if (receiver != null && e.granters().contains(receiver) && !out.rules.relaxed("four-eyes.role-grant"))
                    both(rule, AuditHitPart.OWN_GRANT, e.account().value(), Set.of(receiver), event, null, out);
            }
            case ApprovedTaskRegistered e -> side("approval:" + e.project(), e.recordedBy(), event);
            case ApprovalConfirmed e ->
                confirmed(rule, "approval:" + e.project(), e.project().value(), e.confirmedBy(), event, out);
            case ContractSigned e -> side("contract:" + e.project(), e.recordedBy(), event);
            case ContractConfirmed e ->
                confirmed(rule, "contract:" + e.project(), e.project().value(), e.confirmedBy(), event, out);
            case Decided e -> side(e.decision() + ":" + e.project(), e.recordedBy(), event);
            case TaskDecisionConfirmed e ->
                confirmed(rule, e.decision() + ":" + e.project(), e.project().value(), e.confirmedBy(), event, out);
            case AppropriationRecorded e -> side("assigned:" + e.appropriation(), e.recordedBy(), event);
            case AppropriationAssigned e ->
                confirmed(
                        rule, "assigned:" + e.appropriation(), e.appropriation().value(), actor(recorded), event, out);
            case RefundDecisionRecorded e -> side("refund:" + e.refund(), e.recordedBy(), event);
            case RefundDecided e ->
                confirmed(rule, "refund:" + e.refund(), e.project().value(), actor(recorded), event, out);
            case TreasuryFactRecorded e -> side("fact:" + e.paper(), e.recordedBy(), event);
            case TreasuryPaperExecuted e ->
                confirmed(rule, "fact:" + e.paper(), e.project().value(), actor(recorded), event, out);
            case WithdrawalPrepared e -> {
                side("prepared:" + e.paper(), e.preparedBy(), event);
                side("volume:" + e.paper(), e.volumeBy(), event);
            }
            case SettlementPrepared e -> {
                side("prepared:" + e.paper(), e.preparedBy(), event);
                side("volume:" + e.paper(), e.volumeBy(), event);
            }
            case WithdrawalAmended e -> {
                side("prepared:" + e.paper(), e.preparedBy(), event);
                sides.remove("second:" + e.paper());
            }
            case TreasuryPaperSignedSecond e -> {
                side("second:" + e.paper(), e.signedBy(), event);
                pair(
                        rule,
                        AuditHitPart.VOLUME_SIGNED,
                        "four-eyes.volume-withdrawal",
                        "volume:" + e.paper(),
                        e.project().value(),
                        e.signedBy(),
                        event,
                        out);
            }
            case TreasuryPaperSignedFirst e -> {
                String task = e.project().value();
                pair(
                        rule,
                        AuditHitPart.FIRST_SECOND,
                        "four-eyes.withdrawal.first-second",
                        "second:" + e.paper(),
                        task,
                        e.signedBy(),
                        event,
                        out);
                pair(
                        rule,
                        AuditHitPart.PREPARER_FIRST,
                        "four-eyes.withdrawal.preparer-first",
                        "prepared:" + e.paper(),
                        task,
                        e.signedBy(),
                        event,
                        out);
                pair(
                        rule,
                        AuditHitPart.VOLUME_SIGNED,
                        "four-eyes.volume-withdrawal",
                        "volume:" + e.paper(),
                        task,
                        e.signedBy(),
                        event,
                        out);
            }
            default -> {
                // neither side of a pair
            }
        }
    }

    private void side(String key, Collection<PersonId> by, Ref event) {
        if (by.isEmpty()) sides.remove(key);
        else sides.put(key, new Side(by, event));
    }

    private void confirmed(
            RuleVersion rule, String key, String subject, @Nullable PersonId by, Ref event, Findings out) {
        if (by != null) pair(rule, AuditHitPart.OWN_CONFIRMATION, CONFIRM, key, subject, List.of(by), event, out);
        sides.remove(key);
    }

    private void pair(
            RuleVersion rule,
            AuditHitPart part,
            String family,
            String key,
            String subject,
            Collection<PersonId> by,
            Ref event,
            Findings out) {
        Side other = sides.get(key);
        if (other == null || out.rules.relaxed(family)) return;
        Set<PersonId> same = new TreeSet<>(Comparator.comparing(PersonId::value));
        same.addAll(other.persons);
        same.retainAll(by);
        if (!same.isEmpty()) both(rule, part, subject, same, event, other.event, out);
    }

    private static void both(
            RuleVersion rule,
            AuditHitPart part,
            String subject,
            Set<PersonId> same,
            Ref event,
            @Nullable Ref other,
            Findings out) {
        List<Ref> events = new ArrayList<>(List.of(event));
        if (other != null) events.add(other);
        out.hit(rule, part, subject, Difference.words(same.iterator().next().value(), "…"), events);
    }

    private static @Nullable PersonId actor(Recorded recorded) {
        Decision decision = recorded.envelope().decision();
        return decision == null ? null : decision.person();
    }
}
