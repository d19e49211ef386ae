package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.projects.PinnedRule;
import vn.minhchung.projects.Trigger;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.TriggerKind;

/**
 * The rule versions a task pins for life, each by its own fact: every instrument has its own transitional trigger (domain
 * notes 0.1). Budget-year and treasury rules are not among them: they follow the posting date.
 */
record PinnedVersions(SortedMap<String, Applied> applied, List<PinnedRule> recorded) {
    static final String PROCEDURE = "procedure";
    static final String MANAGEMENT_CAP = "management.cap";
    static final String DOMESTIC_EXPERTS = "experts.domestic";
    static final String FOREIGN_EXPERTS = "experts.foreign";
    static final String KHOAN_GATE = "khoan.gate";

    /** Family → the fact whose date selects its version; the shipped versions name the same. */
    static final Map<String, TriggerKind> FAMILIES = Map.ofEntries(
            Map.entry(PROCEDURE, TriggerKind.CALL_PUBLISHED),
            Map.entry(MANAGEMENT_CAP, TriggerKind.ORDER_LIST_APPROVED),
            Map.entry(DOMESTIC_EXPERTS, TriggerKind.ORDER_LIST_APPROVED),
            Map.entry(FOREIGN_EXPERTS, TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("labour.pi-ceiling", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("labour.coefficients", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("norms.seminar", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("norms.survey", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry(KHOAN_GATE, TriggerKind.APPROVAL),
            Map.entry("khoan.lines", TriggerKind.APPROVAL),
            Map.entry("spending.counterpart", TriggerKind.APPROVAL),
            Map.entry("savings.accepted-task", TriggerKind.APPROVAL),
            Map.entry("savings.split", TriggerKind.APPROVAL),
            Map.entry("advance.first", TriggerKind.APPROVAL),
            Map.entry("advance.next", TriggerKind.APPROVAL),
            Map.entry("advance.clearing", TriggerKind.APPROVAL),
            Map.entry("extension.limit", TriggerKind.APPROVAL),
            Map.entry("refund.shares", TriggerKind.APPROVAL));

    /** The triggers as given, with the approval's own where it was left out. */
    static List<Trigger> complete(List<Trigger> given, LocalDate approvedOn, @Nullable String document) {
        List<Trigger> all = new ArrayList<>(given);
        if (given.stream().noneMatch(t -> t.kind() == TriggerKind.APPROVAL)) {
            all.add(new Trigger(TriggerKind.APPROVAL, approvedOn, document));
        }
        return List.copyOf(all);
    }

    /** Every family whose trigger is among these facts, in the order of their names. */
    static PinnedVersions of(Rules rules, List<Trigger> triggers) {
        Map<TriggerKind, Trigger> byKind = new EnumMap<>(TriggerKind.class);
        triggers.forEach(trigger -> byKind.put(trigger.kind(), trigger));
        SortedMap<String, Applied> applied = new TreeMap<>();
        List<PinnedRule> recorded = new ArrayList<>();
        new TreeMap<>(FAMILIES).forEach((family, kind) -> {
            Trigger trigger = byKind.get(kind);
            if (trigger == null) return;
            Applied version = rules.pin(family, trigger.date());
            applied.put(family, version);
            recorded.add(
                    new PinnedRule(family, version.ref().map(RuleRef::version).orElse(null), trigger));
        });
        return new PinnedVersions(applied, List.copyOf(recorded));
    }

    /** @throws NullPointerException for a family that is not pinned */
    Applied of(String family) {
        return Objects.requireNonNull(applied.get(family), family);
    }
}
