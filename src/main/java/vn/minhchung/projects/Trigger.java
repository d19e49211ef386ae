package vn.minhchung.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.rules.TriggerKind;

/**
 * A dated fact of a task that decides which version of a rule applies to it (domain notes 0.1).
 *
 * @param kind ORDER_LIST_APPROVED, CALL_PUBLISHED or APPROVAL
 * @param document number of the paper that proves it, as printed
 */
public record Trigger(
        TriggerKind kind, LocalDate date, @Nullable String document) {}
