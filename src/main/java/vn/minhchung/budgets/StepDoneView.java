package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.PersonId;

/**
 * A step of a task that was done: evidence of who kept the procedure, and when.
 *
 * @param waiting as it waited
 * @param doneOn day of the act
 * @param doneBy who acted; null for the system
 * @param event that ended the waiting
 */
public record StepDoneView(
        WaitingView waiting, LocalDate doneOn, @Nullable PersonId doneBy, EventId event) {}
