package vn.minhchung.budgets.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.StepDoneView;
import vn.minhchung.budgets.WaitingStep;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Views in memory, and the steps that were put down as done. */
final class Rows implements ViewWriter {
    final List<WaitingStep> done = new ArrayList<>();
    private final Map<String, Record> held = new HashMap<>();
    private long next = 1;

    /** The next event of the record. */
    Recorded recorded(DomainEvent event) {
        return recorded(event, Decisions.TODAY);
    }

    /** @param day of the act */
    Recorded recorded(DomainEvent event, LocalDate day) {
        Decision decision = Decisions.on(day, Decisions.taken(Role.DIRECTOR));
        Envelope envelope =
                new Envelope("1/1", "00", "test", null, decision, List.of(), List.of(), null, null, Map.of());
        return new Recorded(
                next++,
                Instant.EPOCH,
                new UUID(0, 1),
                "stream",
                0,
                "Aggregate",
                "name",
                1,
                event,
                envelope,
                new byte[0]);
    }

    @Override
    public <V extends Record> @Nullable V get(ViewTable<V> table, String id) {
        return table.type().cast(held.get(table + id));
    }

    @Override
    public <V extends Record> void put(ViewTable<V> table, String id, V version) {
        held.put(table + id, version);
        if (version instanceof StepDoneView step) done.add(step.waiting().step());
    }

    @Override
    public <V extends Record> void end(ViewTable<V> table, String id) {
        held.remove(table + id);
    }

    @Override
    public void insert(RowTable table, @Nullable Object... values) {
        throw new UnsupportedOperationException();
    }
}
