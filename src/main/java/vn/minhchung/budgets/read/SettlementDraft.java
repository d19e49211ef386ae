package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementEvent;
import vn.minhchung.budgets.SettlementEvent.*;
import vn.minhchung.budgets.SettlementKind;
import vn.minhchung.budgets.SettlementState;
import vn.minhchung.budgets.SettlementView;
import vn.minhchung.kernel.Vnd;

/** The next version of a settlement's view, while one event is applied. */
final class SettlementDraft {
    private @Nullable SettlementView filed;
    private SettlementState state = SettlementState.FILED;
    private List<SettlementCut> cuts = List.of();
    private @Nullable String findings;
    private @Nullable String number;
    private @Nullable LocalDate noticedOn;
    private @Nullable Vnd settled;
    private @Nullable Vnd toPayBack;
    private @Nullable String report;
    private @Nullable String voucherNumber;
    private @Nullable LocalDate carriedOutOn;

    SettlementDraft(@Nullable SettlementView before) {
        if (before == null) return;
        filed = before;
        state = before.state();
        cuts = before.cuts();
        findings = before.findings();
        number = before.number();
        noticedOn = before.noticedOn();
        settled = before.settled();
        toPayBack = before.toPayBack();
    }

    void apply(SettlementEvent event) {
        switch (event) {
            case YearlySettlementFiled e -> {
                filed = filed(e);
                state = SettlementState.FILED;
                findings = null;
            }
            case TaskSettlementFiled e -> {
                filed = filed(e);
                state = SettlementState.FILED;
                findings = null;
            }
            case SettlementReturned e -> {
                state = SettlementState.RETURNED;
                cuts = List.of();
                findings = e.missing();
            }
            case SettlementReviewRecorded e -> {
                state = SettlementState.REVIEW_RECORDED;
                cuts = e.cuts();
                findings = e.findings();
            }
            case SettlementReviewRejected _ -> {
                state = SettlementState.FILED;
                cuts = List.of();
                findings = null;
            }
            case SettlementNoticed e -> {
                state = SettlementState.NOTICED;
                cuts = e.cuts();
                findings = e.findings();
                number = e.number();
                noticedOn = e.effectiveOn();
                settled = e.settled();
                toPayBack = e.toPayBack();
            }
            case SettlementNoticeCarriedOut e -> {
                state = SettlementState.CARRIED_OUT;
                report = e.report();
                voucherNumber = e.voucherNumber();
                carriedOutOn = e.postedOn();
            }
        }
    }

    private static SettlementView filed(YearlySettlementFiled e) {
        return new SettlementView(
                SettlementKind.YEAR,
                SettlementState.FILED,
                e.appropriation(),
                null,
                e.unit(),
                e.year(),
                null,
                e.table(),
                null,
                e.lines(),
                e.total(),
                e.document(),
                e.filedOn(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static SettlementView filed(TaskSettlementFiled e) {
        return new SettlementView(
                SettlementKind.TASK,
                SettlementState.FILED,
                null,
                e.project(),
                e.host(),
                null,
                e.certified(),
                null,
                e.balance(),
                e.lines(),
                e.total(),
                e.document(),
                e.filedOn(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    SettlementView view() {
        SettlementView f = Objects.requireNonNull(filed);
        return new SettlementView(
                f.kind(),
                state,
                f.appropriation(),
                f.project(),
                f.by(),
                f.year(),
                f.certified(),
                f.yearBalance(),
                f.taskBalance(),
                f.lines(),
                f.total(),
                f.document(),
                f.filedOn(),
                cuts,
                findings,
                number,
                noticedOn,
                settled,
                toPayBack,
                report,
                voucherNumber,
                carriedOutOn);
    }
}
