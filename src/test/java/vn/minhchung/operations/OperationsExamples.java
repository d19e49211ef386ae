package vn.minhchung.operations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Role;
import vn.minhchung.operations.DeadLetterEvent.DeadLetterRetryOrdered;
import vn.minhchung.operations.OperationsEvent.ViewRebuildOrdered;
import vn.minhchung.operations.OperationsEvent.ViewResumeOrdered;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Samples of this module's events. */
public final class OperationsExamples {
    public static final ViewOrderId ORDER = new ViewOrderId("view-order:01890a5d-ac96-7741-b9f0-7f2a4b8c0701");
    public static final String SEALS = "audit.RefusalSeal";
    public static final String ORDERS = "operations.ViewOrder";
    public static final Set<String> VIEWS = Set.of(SEALS, ORDERS);

    private OperationsExamples() {}

    public static ViewResumeOrdered resume() {
        return new ViewResumeOrdered(ORDER, SEALS);
    }

    public static ViewRebuildOrdered rebuild() {
        return new ViewRebuildOrdered(ORDER, List.of(ORDERS, SEALS), List.of(SEALS));
    }

    public static DeadLetterRetryOrdered retry() {
        return new DeadLetterRetryOrdered(letter().id(), letter().process(), letter().item());
    }

    public static DeadLetter letter() {
        return new DeadLetter(
                DeadLetterId.of("audit.SealRefusals", "2025-03-09"),
                1,
                "audit.SealRefusals",
                "days",
                "2025-03-09",
                1,
                700,
                "java.lang.IllegalStateException: no",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    public static Decision withoutReason() {
        Decision reasoned = Decisions.taken(Role.ADMIN);
        return new Decision(
                reasoned.actor(),
                reasoned.decidedBy(),
                reasoned.basis(),
                " ",
                reasoned.today(),
                reasoned.effectiveOn(),
                null,
                null,
                reasoned.requestId(),
                reasoned.mutation(),
                reasoned.idempotencyKey(),
                reasoned.channel());
    }

    static List<DomainEvent> all() {
        return List.of(resume(), rebuild(), retry());
    }
}
