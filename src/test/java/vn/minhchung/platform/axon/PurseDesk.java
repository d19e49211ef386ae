package vn.minhchung.platform.axon;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;

/** Money in the smallest form: purses that must not go below zero, and a switch a withdrawal rests on. */
final class PurseDesk implements Desk {
    /** How often anything was decided. */
    static final AtomicInteger DECIDED = new AtomicInteger();

    /** Runs between the decision and its append, once it is set. */
    static volatile Runnable beforeAppend = () -> {};

    private final Aggregates aggregates;

    PurseDesk(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    record Fill(String purse, long amount) implements Command {
        @Override
        public String subject() {
            return purse;
        }
    }

    /** Allowed while the other purse is not empty, if one is named; one whose name ends in ? may be missing. */
    record Take(String purse, long amount, String restsOn) implements Command {
        @Override
        public String subject() {
            return purse;
        }
    }

    sealed interface PurseEvent extends DomainEvent {}

    @EventType(name = "pursetest.Filled")
    record Filled(String purse, long amount) implements PurseEvent {}

    @EventType(name = "pursetest.Taken")
    record Taken(String purse, long amount) implements PurseEvent {}

    @CommandHandler
    void handle(Fill command, Decision decision) {
        aggregates.guard(Purse.class, command.purse(), purse -> purse.fill(command.purse(), command.amount()));
    }

    @CommandHandler
    void handle(Take command, Decision decision) {
        DECIDED.incrementAndGet();
        if (!command.restsOn().isEmpty()) {
            Long other = aggregates.peek(Purse.class, command.restsOn(), purse -> purse.left);
            boolean mayBeMissing = command.restsOn().endsWith("?");
            if (other == null ? !mayBeMissing : other <= 0)
                throw Refusal.of(ErrorCode.WRONG_STATE, "id", command.restsOn());
        }
        aggregates.on(Purse.class, command.purse(), purse -> purse.take(command.amount()));
        beforeAppend.run();
    }

    @AggregateRoot(type = "Purse")
    static final class Purse {
        @AggregateIdentifier
        private String id;

        private long left;

        Purse() {}

        void fill(String purse, long amount) {
            AggregateLifecycle.apply(new Filled(purse, amount));
        }

        void take(long amount) {
            if (amount > left) {
                throw new Refusal(
                                ErrorCode.ALLOCATION_EXCEEDED,
                                Facts.of("limit", left, "asked", amount, "remains", "Còn lại “đồng”"))
                        .at("input", "amount")
                        .under(new RuleRef("purse", "1/2025"));
            }
            AggregateLifecycle.apply(new Taken(id, amount));
        }

        @EventSourcingHandler
        void evolve(PurseEvent event) {
            switch (event) {
                case Filled filled -> {
                    id = filled.purse();
                    left += filled.amount();
                }
                case Taken taken -> left -= taken.amount();
            }
        }
    }
}
