package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;

/**
 * What proves that money was spent. It is paid to an organisation that is named, or to a person the system knows: a
 * person's name is never written here.
 *
 * @param number as printed; with date and payee used once in a task
 * @param taxWithheld personal income tax kept back; zero for none
 */
public record SpendingVoucher(
        String number,
        LocalDate date,
        @Nullable String payee,
        @Nullable PersonId person,
        Vnd taxWithheld) {}
