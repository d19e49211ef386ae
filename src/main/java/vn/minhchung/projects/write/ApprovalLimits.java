package vn.minhchung.projects.write;

import static vn.minhchung.projects.LineCategory.DOMESTIC_EXPERTS;
import static vn.minhchung.projects.LineCategory.EQUIPMENT;
import static vn.minhchung.projects.LineCategory.FOREIGN_EXPERTS;
import static vn.minhchung.projects.LineCategory.MANAGEMENT;
import static vn.minhchung.projects.LineCategory.MISSIONS_ABROAD;
import static vn.minhchung.projects.LineCategory.REMUNERATION;

import java.util.EnumSet;
import java.util.Set;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.rules.Applied;

/**
 * Ceilings on the lines of an approved state budget, each by the version the task is pinned to: general management and
 * experts (TT 03/2023/TT-BTC or what was in force), and what may stand in a budget that is khoán to the final product
 * (TTLT 27/2015; domain notes 2.2, 2.4). Where no version was in force nothing is refused.
 */
record ApprovalLimits(RegisterApprovedTask approval, PinnedVersions versions) {

    void check(Decision decision) {
        Vnd state = approval.stateBudget();
        require(versions.of(PinnedVersions.MANAGEMENT_CAP), state, of(EnumSet.of(MANAGEMENT)));
        // More experts need reasons and an explicit decision: with a reason the decision is that.
        String reason = decision.reason();
        if (reason == null || PlainText.saysNothing(reason)) {
            Vnd remuneration = of(EnumSet.of(REMUNERATION));
            require(versions.of(PinnedVersions.DOMESTIC_EXPERTS), remuneration, of(EnumSet.of(DOMESTIC_EXPERTS)));
            require(versions.of(PinnedVersions.FOREIGN_EXPERTS), remuneration, of(EnumSet.of(FOREIGN_EXPERTS)));
        }
        if (approval.khoanMode() == KhoanMode.CUOI_CUNG) {
            require(versions.of(PinnedVersions.KHOAN_GATE), state, of(EnumSet.of(EQUIPMENT, MISSIONS_ABROAD)));
        }
    }

    private static void require(Applied rule, Vnd base, Vnd actual) {
        rule.work("baseVnd", base, "actualVnd", actual)
                .ifPresent(worked -> rule.refuseUnless(
                        worked.kept(), ErrorCode.RULE_REFUSED, "limit", worked.vnd("maxVnd"), "actual", actual));
    }

    /** State money on these lines. */
    private Vnd of(Set<LineCategory> lines) {
        return Vnd.sum(approval.budget().stream()
                .filter(share -> share.source().state() && lines.contains(share.line()))
                .map(BudgetShare::amount)
                .toList());
    }
}
