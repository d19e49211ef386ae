package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DIRECTOR;

import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/**
 * Takes a money fact back by its exact negative; the original stays visible and both are linked.
 *
 * @param of the entry ({@code entry:…}), or the event that made it ({@code event:…})
 * @param reason what was wrong
 * @param document number of the paper that shows it
 */
@MayBeSentBy(
        mutation = "reverse",
        roles = {CHIEF_ACCOUNTANT, DIRECTOR},
        seen = true)
public record Reverse(String of, String reason, String document) implements Command {
    /** The object whose entry it is, where the id names it; else the event. */
    @Override
    public String subject() {
        return Entries.isEntry(of) ? Entries.streamOf(of) : of;
    }
}
