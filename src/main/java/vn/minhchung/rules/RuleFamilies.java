package vn.minhchung.rules;

import java.util.Map;

/** Names of families that other modules rest on, and the families a task pins for life. */
public final class RuleFamilies {
    /**
     * What a task pins, by which of its facts (domain.md 0.1). Families that follow the day of the act or of the posting
     * are not here.
     */
    public static final Map<String, TriggerKind> PINNED = Map.ofEntries(
            Map.entry("procedure", TriggerKind.CALL_PUBLISHED),
            Map.entry("management.cap", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("labour.pi-ceiling", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("labour.coefficients", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("labour.day-coefficients", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("experts.domestic", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("experts.foreign", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("norms.council-fees", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("norms.seminar", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("norms.survey", TriggerKind.ORDER_LIST_APPROVED),
            Map.entry("khoan.gate", TriggerKind.APPROVAL),
            Map.entry("khoan.lines", TriggerKind.APPROVAL),
            Map.entry("spending.counterpart", TriggerKind.APPROVAL),
            Map.entry("savings.accepted-task", TriggerKind.APPROVAL),
            Map.entry("savings.split", TriggerKind.APPROVAL),
            Map.entry("advance.first", TriggerKind.APPROVAL),
            Map.entry("advance.next", TriggerKind.APPROVAL),
            Map.entry("advance.clearing", TriggerKind.APPROVAL),
            Map.entry("adjustment.deciders", TriggerKind.APPROVAL),
            Map.entry("extension.limit", TriggerKind.APPROVAL),
            Map.entry("shortening.content-done", TriggerKind.APPROVAL),
            Map.entry("refund.shares", TriggerKind.APPROVAL),
            Map.entry("council.acceptance.grade", TriggerKind.APPROVAL));

    private RuleFamilies() {}
}
