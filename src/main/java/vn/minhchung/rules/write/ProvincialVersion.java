package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.rules.RuleCommand.OverrideRuleVersion;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Standing;

/** A provincial version: the national one with some figures of its own, on days within the national one's. */
final class ProvincialVersion {
    private ProvincialVersion() {}

    static RuleVersion of(OverrideRuleVersion command, RuleVersion base, Map<String, String> parameters) {
        if (parameters.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", "").at("parameters");
        Map<String, String> merged = new TreeMap<>(base.parameters());
        parameters.forEach((name, value) -> {
            // A new name would be read by nobody: a mistyped one must not pass as an override.
            if (!base.has(name))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "value", name).at("parameters");
            merged.put(name, value);
        });
        requireWithin(command, base);
        return new RuleVersion(
                base.family(),
                command.version(),
                Standing.PROVINCE,
                command.confidence(),
                command.source(),
                command.validFrom(),
                command.validTo(),
                base.trigger(),
                base.evaluation(),
                merged,
                List.of());
    }

    private static void requireWithin(OverrideRuleVersion command, RuleVersion base) {
        LocalDate from = command.validFrom();
        LocalDate to = command.validTo();
        boolean inOrder = to == null || !to.isBefore(from);
        boolean within = base.validOn(from) && (base.validTo() == null || (to != null && base.validOn(to)));
        if (!inOrder || !within) {
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "from",
                            base.validFrom(),
                            "to",
                            base.validTo() == null ? "…" : base.validTo())
                    .at("validFrom");
        }
    }
}
