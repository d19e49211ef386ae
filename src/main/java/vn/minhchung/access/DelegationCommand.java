package vn.minhchung.access;

import static vn.minhchung.kernel.Role.ADMIN;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a delegation. */
public sealed interface DelegationCommand extends Command {
    DelegationId delegation();

    @Override
    default String subject() {
        return delegation().value();
    }

    /**
     * A role held is exercised by somebody else for a time, on a document. Sent by the delegator, or recorded from paper.
     * From paper, and for money roles, it is provisional until {@link ConfirmDelegation}.
     *
     * @param mayPassOn whether the delegate may delegate it further, within what he was given
     * @param under the delegation the delegator holds the role by; null when the role is his own
     */
    @MayBeSentBy(
            mutation = "delegateRole",
            creates = true,
            roles = {
                OFFICER,
                Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT,
                DIRECTOR,
                DEPUTY_DIRECTOR,
                Role.COMMITTEE,
                Role.FINANCE,
                REGISTRAR,
                Role.HOST_HEAD,
                Role.HOST_ACCOUNTANT,
                Role.INVESTIGATOR,
                ADMIN
            })
    record DelegateRole(
            DelegationId delegation,
            AccountId delegator,
            AccountId delegate,
            Role role,
            @Nullable OrganisationId organisation,
            LocalDate start,
            LocalDate end,
            boolean mayPassOn,
            @Nullable DelegationId under)
            implements DelegationCommand {}

    /**
     * Somebody who neither gave, recorded nor gains by it has compared it with the paper. A money role by the director; the
     * director's own by anybody of these.
     */
    @MayBeSentBy(
            mutation = "confirmDelegation",
            roles = {OFFICER, REGISTRAR, DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record ConfirmDelegation(DelegationId delegation) implements DelegationCommand {}

    /** Before its last day, by the delegator, the delegate, the director or an administrator. */
    @MayBeSentBy(
            mutation = "endDelegation",
            roles = {
                OFFICER,
                Role.ACCOUNTANT,
                Role.CHIEF_ACCOUNTANT,
                DIRECTOR,
                DEPUTY_DIRECTOR,
                Role.COMMITTEE,
                Role.FINANCE,
                REGISTRAR,
                Role.HOST_HEAD,
                Role.HOST_ACCOUNTANT,
                Role.INVESTIGATOR,
                ADMIN
            })
    record EndDelegation(DelegationId delegation) implements DelegationCommand {}
}
