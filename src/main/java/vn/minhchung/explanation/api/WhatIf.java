package vn.minhchung.explanation.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.WaitingDue;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.oversight.AuditHitId;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.SupposedRules.Outcome;
import vn.minhchung.rules.RuleVersion;

/**
 * What would be otherwise under another rule version. Nothing of it is on record.
 *
 * @param recorded the version as recorded, {@code supposed} as it is taken here
 * @param task null for all tasks
 * @param hits what audit rules would find besides, no longer, or otherwise
 * @param dueDays steps that wait and would be due on another day
 */
record WhatIf(
        Moment moment,
        RuleVersion recorded,
        RuleVersion supposed,
        @Nullable String task,
        List<SupposedHit> hits,
        List<SupposedDueDay> dueDays)
        implements HasMoment {

    enum Effect {
        GAINED,
        LOST,
        CHANGED
    }

    /** @param recorded null for one that is only found under the version; {@code supposed} for one that no longer is */
    record SupposedHit(
            Moment moment, @Nullable Hit recorded, @Nullable Hit supposed) implements HasMoment {
        public Effect effect() {
            if (recorded == null) return Effect.GAINED;
            return supposed == null ? Effect.LOST : Effect.CHANGED;
        }

        /** The one there is; of both the supposed one. */
        Hit either() {
            if (supposed != null) return supposed;
            if (recorded != null) return recorded;
            throw new IllegalStateException("a hit that is none");
        }
    }

    /** @param dueOn the day it would be */
    record SupposedDueDay(Moment moment, Shown<WaitingDue> waiting, LocalDate dueOn) implements HasMoment {
        public int overdueDays() {
            return Math.toIntExact(Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(dueOn, moment.day())));
        }
    }

    /** @param value as recorded */
    record Parameter(String name, String value, String supposed) {}

    public boolean hypothetical() {
        return true;
    }

    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        new TreeMap<>(recorded.parameters())
                .forEach((name, value) -> parameters.add(
                        new Parameter(name, value, supposed.parameters().getOrDefault(name, value))));
        return parameters;
    }

    long count(Effect effect) {
        return hits.stream().filter(hit -> hit.effect() == effect).count();
    }

    /** What differs, in the order it was found: first what is on the one side, then what is only on the other. */
    static List<SupposedHit> differences(Moment moment, Outcome outcome, @Nullable String task) {
        Map<AuditHitId, Hit> supposed = new LinkedHashMap<>();
        outcome.supposed().forEach(hit -> supposed.put(hit.id(), hit));
        List<SupposedHit> differences = new ArrayList<>();
        for (Hit hit : outcome.recorded()) {
            Hit other = supposed.remove(hit.id());
            if (!hit.equals(other)) differences.add(new SupposedHit(moment, hit, other));
        }
        supposed.values().forEach(hit -> differences.add(new SupposedHit(moment, null, hit)));
        return differences.stream()
                .filter(each -> task == null || each.either().subject().equals(task))
                .toList();
    }
}
