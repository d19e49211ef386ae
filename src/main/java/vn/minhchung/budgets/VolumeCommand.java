package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a table of completed work (domain.md 2.5, 2.7 and 3.1). */
public sealed interface VolumeCommand extends Command {
    VolumeId volume();

    @Override
    default String subject() {
        return volume().value();
    }

    /**
     * Draws up the table of completed work (Mẫu 08a) after the host asked for it.
     *
     * @param unit the fund-managing unit, whose registered signatories sign
     * @param number our number
     * @param tranche number of the instalment in the contract
     * @param requestedOn day of the host's request; the table is due some working days later
     * @param throughOn work completed up to this day
     * @param total must equal the sum of what the rows say was completed
     * @param inspectedBy who else inspected the work; like the drawer they sign no paper that rests on it
     */
    @MayBeSentBy(
            mutation = "drawUpVolume",
            creates = true,
            roles = {OFFICER})
    record DrawUpVolume(
            VolumeId volume,
            ProjectId project,
            OrganisationId unit,
            String number,
            int tranche,
            LocalDate requestedOn,
            LocalDate throughOn,
            List<VolumeRow> rows,
            Vnd total,
            @Nullable List<PersonId> inspectedBy)
            implements VolumeCommand {}

    /** The second signature: chief accountant or a registered deputy. */
    @MayBeSentBy(
            mutation = "signVolumeSecond",
            roles = {CHIEF_ACCOUNTANT, ACCOUNTANT},
            seen = true)
    record SignVolumeSecond(VolumeId volume) implements VolumeCommand {}

    /** The first signature: the account holder or a registered deputy. From here on papers may rest on it. */
    @MayBeSentBy(
            mutation = "signVolumeFirst",
            roles = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record SignVolumeFirst(VolumeId volume) implements VolumeCommand {}

    /** The table is wrong. Only while no paper rests on it. Needs a reason. */
    @MayBeSentBy(
            mutation = "cancelVolume",
            roles = {OFFICER, DIRECTOR},
            seen = true)
    record CancelVolume(VolumeId volume, String reason) implements VolumeCommand {}
}
