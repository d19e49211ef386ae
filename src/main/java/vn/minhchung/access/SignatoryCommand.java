package vn.minhchung.access;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a unit's list of treasury signatories. */
public sealed interface SignatoryCommand extends Command {
    OrganisationId unit();

    @Override
    default String subject() {
        return streamOf(unit());
    }

    /** The one list of a unit: {@code signatories:<uuid>}. */
    static String streamOf(OrganisationId unit) {
        return "signatories:" + unit.value().substring(unit.value().indexOf(':') + 1);
    }

    /**
     * A signature was registered at the treasury, on a document (TT 157/2025/TT-BTC Art. 7): one first signatory with at
     * most 3 deputies, one second with at most 2, nobody both.
     *
     * @param to last day, null without end
     */
    @MayBeSentBy(
            mutation = "registerSignatory",
            creates = true,
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR, HOST_HEAD},
            deciders = {DIRECTOR, HOST_HEAD})
    record RegisterSignatory(
            OrganisationId unit,
            PersonId person,
            SignaturePosition position,
            SignatoryRank rank,
            LocalDate from,
            @Nullable LocalDate to)
            implements SignatoryCommand {}

    /** A second person has compared a recorded registration with the treasury's paper. */
    @MayBeSentBy(
            mutation = "confirmSignatory",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ConfirmSignatory(OrganisationId unit, int number) implements SignatoryCommand {}

    /**
     * The signature ends. Needs a reason.
     *
     * @param number as the list shows it
     * @param to last day
     */
    @MayBeSentBy(
            mutation = "removeSignatory",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, DIRECTOR, HOST_HEAD})
    record RemoveSignatory(OrganisationId unit, int number, LocalDate to) implements SignatoryCommand {}
}
