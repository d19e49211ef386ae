package vn.minhchung.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;

/**
 * A code a task has or had. An old code stays as an alias of its issuer.
 *
 * @param issuer who gave it; null when a source does not say
 * @param validTo last day; null while in use
 */
public record TaskCode(
        String value,
        @Nullable OrganisationId issuer,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** The same code, given up after this day. */
    public TaskCode until(LocalDate lastDay) {
        return new TaskCode(value, issuer, validFrom, lastDay);
    }
}
