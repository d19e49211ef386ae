package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.GuardEvent.BudgetCodeFreed;
import vn.minhchung.budgets.GuardEvent.BudgetCodeTaken;
import vn.minhchung.budgets.GuardEvent.OfKey;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Guard: one appropriation per budget code; free again once the assignment was reversed. */
@AggregateRoot(type = "BudgetCode")
class UniqueCode {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private @Nullable AppropriationId holder;

    UniqueCode() {}

    static String id(String key) {
        return "budget-code:" + key;
    }

    /** The appropriation of this code; null while there is none. */
    @Nullable
    AppropriationId holder() {
        return holder;
    }

    void take(String key, AppropriationId appropriation) {
        if (holder != null) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", holder.value(), "value", key);
        apply(new BudgetCodeTaken(key, appropriation));
    }

    void free(String key) {
        if (holder != null) apply(new BudgetCodeFreed(key, holder));
    }

    @EventSourcingHandler
    void evolve(OfKey event) {
        switch (event) {
            case BudgetCodeTaken e -> {
                id = id(e.key());
                holder = e.appropriation();
            }
            case BudgetCodeFreed _ -> holder = null;
        }
    }
}
