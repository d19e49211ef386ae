package vn.minhchung.access;

import java.time.LocalDate;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;

/** The treasury's dated lists of signatories, read inside the command's unit of work (domain.md 3.1). */
public interface Signatories {
    boolean isFirst(OrganisationId unit, PersonId person, LocalDate on);

    boolean isSecond(OrganisationId unit, PersonId person, LocalDate on);

    /** Refused with SIGNATORY_NOT_REGISTERED unless registered, confirmed and in force as first signature. */
    void requireFirst(OrganisationId unit, PersonId person, LocalDate on);

    /** Refused with SIGNATORY_NOT_REGISTERED unless registered, confirmed and in force as second signature. */
    void requireSecond(OrganisationId unit, PersonId person, LocalDate on);
}
