package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;

/**
 * An event that moves money: one balanced entry of the ledger. It states its postings, so a verifier adds them up without
 * knowing the code.
 */
public interface MoneyEvent extends DomainEvent {
    /** {@code entry:<stream>/<n>}: unique, and names the stream that decided it. */
    String entry();

    /** Legal or value date; for a treasury fact the treasury's posting date. */
    LocalDate effectiveOn();

    /** The day it was booked here: always in the open period. */
    LocalDate postedOn();

    /** What the amounts rest on. */
    Evidence evidence();

    /** At least two; they sum to zero. */
    List<Posting> postings();
}
