package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.RuleArithmetic;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;
import vn.minhchung.rules.WorkingDays;

/**
 * Who decides which adjustment (TT 04/2015/TT-BKHCN, TTLT 27/2015; domain notes 1.7). The table is a rule version, selected
 * by the day the task was approved; where none is in force, what ships for that day holds: somebody has to decide.
 */
final class AdjustmentDeciders {
    static final String RULE = "adjustment.deciders";

    private static final WorkingDays NO_CALENDAR = new WorkingDays(_ -> Optional.empty());

    private final Rules rules;
    private final RuleProposals proposals;

    AdjustmentDeciders(Rules rules, RuleProposals proposals) {
        this.rules = rules;
        this.proposals = proposals;
    }

    /** @throws Refusal ADJUSTMENT_FORBIDDEN where nobody may, ADJUSTMENT_DECIDED_BY_HOST */
    AdjustmentDecider ofRequest(AdjustmentKind kind, KhoanMode mode, LocalDate approvedOn) {
        AdjustmentDecider decider = of(kind, mode, approvedOn);
        if (!decider.authority())
            throw Refusal.of(ErrorCode.ADJUSTMENT_DECIDED_BY_HOST, "kind", kind, "khoan", mode)
                    .at("kind");
        return decider;
    }

    /** @throws Refusal ADJUSTMENT_FORBIDDEN where nobody may, ADJUSTMENT_DECIDED_BY_AUTHORITY */
    void requireHost(AdjustmentKind kind, KhoanMode mode, LocalDate approvedOn) {
        if (of(kind, mode, approvedOn) != AdjustmentDecider.HOST)
            throw Refusal.of(ErrorCode.ADJUSTMENT_DECIDED_BY_AUTHORITY, "kind", kind, "khoan", mode)
                    .at("kind");
    }

    private AdjustmentDecider of(AdjustmentKind kind, KhoanMode mode, LocalDate approvedOn) {
        Applied applied = rules.on(RULE, approvedOn);
        AdjustmentDecider decider = worked(applied, kind, mode, approvedOn);
        if (decider != AdjustmentDecider.NEVER) return decider;
        // what nobody may is no rule that a switch turns into a warning: there would be no one to decide
        RuleVersion rule = applied.version().or(() -> shipped(approvedOn)).orElseThrow();
        throw Refusal.of(
                        ErrorCode.ADJUSTMENT_FORBIDDEN,
                        "kind",
                        kind,
                        "khoan",
                        mode,
                        "basis",
                        rule.source().citation())
                .at("kind")
                .under(rule.ref());
    }

    private AdjustmentDecider worked(Applied applied, AdjustmentKind kind, KhoanMode mode, LocalDate approvedOn) {
        Worked worked = applied.work("kind", kind, "khoan", mode)
                .or(() -> shipped(approvedOn)
                        .map(rule -> RuleArithmetic.work(rule, NO_CALENDAR, "kind", kind, "khoan", mode)))
                .orElseThrow(() -> Refusal.of(ErrorCode.RULE_MISSING, "family", RULE, "on", approvedOn));
        return AdjustmentDecider.valueOf(worked.text("decider"));
    }

    private Optional<RuleVersion> shipped(LocalDate on) {
        return proposals.versions().stream()
                .filter(each -> each.family().equals(RULE) && each.validOn(on))
                .findFirst();
    }
}
