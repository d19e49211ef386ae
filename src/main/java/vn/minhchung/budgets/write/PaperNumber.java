package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.GuardEvent.OfPaperNumber;
import vn.minhchung.budgets.GuardEvent.PaperNumberFreed;
import vn.minhchung.budgets.GuardEvent.PaperNumberTaken;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.TreasuryPaperId;

/** Guard: a unit gives a number once to its papers of one kind in one budget year; free again once the paper was cancelled. */
@AggregateRoot(type = "PaperNumber")
class PaperNumber {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private String id;

    private @Nullable TreasuryPaperId holder;

    PaperNumber() {}

    /** @param unit the fund-managing unit whose number it is */
    record Key(OrganisationId unit, TreasuryPaperKind kind, int year, String number) {
        static Key of(AppropriationKey code, TreasuryPaperKind kind, String number) {
            return new Key(code.unit(), kind, code.year(), number.strip());
        }

        String id() {
            return PaperNumber.id(unit, kind, year, number);
        }
    }

    private static String id(OrganisationId unit, TreasuryPaperKind kind, int year, String number) {
        return "paper-number:" + unit.value() + "/" + kind + "/" + year + "/" + number;
    }

    /** @throws Refusal ALREADY_EXISTS naming the paper that has the number */
    void take(Key key, TreasuryPaperId paper) {
        if (holder != null)
            throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", holder.value(), "value", key.number())
                    .at("number");
        apply(new PaperNumberTaken(key.unit(), key.kind(), key.year(), key.number(), paper));
    }

    /** Nothing where the number is another paper's. */
    void free(Key key, TreasuryPaperId paper) {
        if (paper.equals(holder)) apply(new PaperNumberFreed(key.unit(), key.kind(), key.year(), key.number(), paper));
    }

    @EventSourcingHandler
    void evolve(OfPaperNumber event) {
        switch (event) {
            case PaperNumberTaken e -> {
                id = id(e.unit(), e.kind(), e.year(), e.number());
                holder = e.paper();
            }
            case PaperNumberFreed _ -> holder = null;
        }
    }
}
