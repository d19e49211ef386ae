package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationEvent;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCancelled;
import vn.minhchung.budgets.AppropriationEvent.AppropriationChangeRecorded;
import vn.minhchung.budgets.AppropriationEvent.AppropriationCut;
import vn.minhchung.budgets.AppropriationEvent.AppropriationEnteredInTabmis;
import vn.minhchung.budgets.AppropriationEvent.AppropriationHeld;
import vn.minhchung.budgets.AppropriationEvent.AppropriationHoldReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationSupplemented;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.AppropriationState;
import vn.minhchung.budgets.ChangeKind;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;

/**
 * A change of an appropriation by somebody who may be outside: checked when it is recorded and again when it takes effect.
 *
 * @param amount null for {@link ChangeKind#ENTER_IN_TABMIS}
 */
record Change(ChangeKind kind, @Nullable Vnd amount, LocalDate effectiveOn) {

    static Change of(AppropriationChangeRecorded recorded) {
        return new Change(recorded.kind(), recorded.amount(), recorded.effectiveOn());
    }

    Role[] deciders() {
        return switch (kind) {
            case SUPPLEMENT, CUT -> new Role[] {Role.COMMITTEE};
            case HOLD, RELEASE_HOLD, CANCEL -> new Role[] {Role.COMMITTEE, Role.FINANCE};
            case ENTER_IN_TABMIS -> new Role[] {Role.FINANCE};
        };
    }

    void check(Sums sums, AppropriationState state) {
        if (kind != ChangeKind.ENTER_IN_TABMIS) Limits.requirePositive(money(), "amount");
        switch (kind) {
            case SUPPLEMENT -> {
                // more is always there
            }
            case CUT, HOLD, CANCEL -> sums.requireFree(money());
            case RELEASE_HOLD -> sums.requireHeld(money());
            case ENTER_IN_TABMIS -> {
                if (state == AppropriationState.IN_TABMIS) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state);
            }
        }
    }

    /** @param change the recorded change that takes effect; null when it is decided here */
    AppropriationEvent effect(
            AppropriationId id,
            AppropriationKey code,
            @Nullable Integer change,
            String entry,
            LocalDate today,
            Evidence evidence) {
        return switch (kind) {
            case SUPPLEMENT ->
                new AppropriationSupplemented(
                        id,
                        change,
                        money(),
                        entry,
                        effectiveOn,
                        today,
                        evidence,
                        postings(id, code, LedgerAccount.ADJUSTED, money()));
            case CUT ->
                new AppropriationCut(
                        id,
                        change,
                        money(),
                        entry,
                        effectiveOn,
                        today,
                        evidence,
                        postings(id, code, LedgerAccount.CUT, money()));
            case HOLD ->
                new AppropriationHeld(
                        id,
                        change,
                        money(),
                        entry,
                        effectiveOn,
                        today,
                        evidence,
                        postings(id, code, LedgerAccount.HELD, money()));
            case RELEASE_HOLD ->
                new AppropriationHoldReleased(
                        id,
                        change,
                        money(),
                        entry,
                        effectiveOn,
                        today,
                        evidence,
                        postings(id, code, LedgerAccount.HELD, money().negate()));
            case CANCEL ->
                new AppropriationCancelled(
                        id,
                        change,
                        money(),
                        entry,
                        effectiveOn,
                        today,
                        evidence,
                        postings(id, code, LedgerAccount.CANCELLED, money()));
            case ENTER_IN_TABMIS -> new AppropriationEnteredInTabmis(id, change, effectiveOn);
        };
    }

    private Vnd money() {
        return Objects.requireNonNull(amount, kind.name());
    }

    private static List<Posting> postings(
            AppropriationId id, AppropriationKey code, LedgerAccount account, Vnd amount) {
        return Postings.ofUnit(id, code).add(account, amount).list();
    }
}
