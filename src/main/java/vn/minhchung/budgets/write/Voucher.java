package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.GuardEvent.OfVoucher;
import vn.minhchung.budgets.GuardEvent.VoucherFreed;
import vn.minhchung.budgets.GuardEvent.VoucherTaken;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;

/** Guard: one treasury fact per voucher number and posting date; free again once it was rejected or reversed. */
@AggregateRoot(type = "Voucher")
class Voucher {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private @Nullable TreasuryPaperId holder;

    Voucher() {}

    static String key(String number, LocalDate date) {
        return number.strip() + "/" + date;
    }

    static String id(String key) {
        return "voucher:" + key;
    }

    void take(String key, TreasuryPaperId paper) {
        if (holder != null)
            throw Refusal.of(ErrorCode.VOUCHER_NUMBER_USED, "value", key, "by", holder.value())
                    .at("voucherNumber");
        apply(new VoucherTaken(key, paper));
    }

    void free(String key) {
        if (holder != null) apply(new VoucherFreed(key, holder));
    }

    @EventSourcingHandler
    void evolve(OfVoucher event) {
        switch (event) {
            case VoucherTaken e -> {
                id = id(e.key());
                holder = e.paper();
            }
            case VoucherFreed _ -> holder = null;
        }
    }
}
