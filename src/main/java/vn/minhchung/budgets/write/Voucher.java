package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.GuardEvent.OfVoucher;
import vn.minhchung.budgets.GuardEvent.PaymentVoucherFreed;
import vn.minhchung.budgets.GuardEvent.PaymentVoucherTaken;
import vn.minhchung.budgets.GuardEvent.VoucherFreed;
import vn.minhchung.budgets.GuardEvent.VoucherTaken;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;

/** Guard: one treasury fact or payment into the budget per voucher number and posting date; free again once it was rejected or reversed. */
@AggregateRoot(type = "Voucher")
class Voucher {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    /** What it belongs to: a paper for the treasury, or the id of what was paid into the budget. */
    private @Nullable Holder holder;

    private record Holder(String id, @Nullable TreasuryPaperId paper) {}

    Voucher() {}

    static String key(String number, LocalDate date) {
        return number.strip() + "/" + date;
    }

    static String id(String key) {
        return "voucher:" + key;
    }

    void take(String key, TreasuryPaperId paper) {
        requireFree(key);
        apply(new VoucherTaken(key, paper));
    }

    /** @param of the refund or the settlement it was paid for */
    void takeForPayment(String key, Id of) {
        requireFree(key);
        apply(new PaymentVoucherTaken(key, of.value()));
    }

    private void requireFree(String key) {
        if (holder != null)
            throw Refusal.of(ErrorCode.VOUCHER_NUMBER_USED, "value", key, "by", holder.id())
                    .at("voucherNumber");
    }

    void free(String key) {
        if (holder == null) return;
        TreasuryPaperId paper = holder.paper();
        apply(paper == null ? new PaymentVoucherFreed(key, holder.id()) : new VoucherFreed(key, paper));
    }

    @EventSourcingHandler
    void evolve(OfVoucher event) {
        switch (event) {
            case VoucherTaken e -> taken(e.key(), new Holder(e.paper().value(), e.paper()));
            case PaymentVoucherTaken e -> taken(e.key(), new Holder(e.of(), null));
            case VoucherFreed _, PaymentVoucherFreed _ -> holder = null;
        }
    }

    private void taken(String key, Holder by) {
        id = id(key);
        holder = by;
    }
}
