package vn.minhchung.people;

import static vn.minhchung.kernel.Role.ADMIN;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.identifier.IdentifierKind;

/** What can be asked about an organisation. */
public sealed interface OrganisationCommand extends Command {
    OrganisationId organisation();

    @Override
    default String subject() {
        return organisation().value();
    }

    /** @param since first day of this name, null when unknown */
    @MayBeSentBy(
            mutation = "registerOrganisation",
            creates = true,
            roles = {OFFICER, REGISTRAR, ADMIN})
    record RegisterOrganisation(
            OrganisationId organisation,
            String name,
            OrganisationKind kind,
            @Nullable LocalDate since) implements OrganisationCommand {}

    /** @param from first day of the new name; the old one stays for the days before */
    @MayBeSentBy(
            mutation = "renameOrganisation",
            roles = {OFFICER, REGISTRAR})
    record RenameOrganisation(OrganisationId organisation, String name, LocalDate from)
            implements OrganisationCommand {}

    /** Another way the organisation is written: an abbreviation, an English name, a misspelling in old papers. */
    @MayBeSentBy(
            mutation = "addOrganisationAlias",
            roles = {OFFICER, REGISTRAR})
    record AddOrganisationAlias(
            OrganisationId organisation,
            String alias,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements OrganisationCommand {}

    /** @param kind TAX_CODE or BUDGET_UNIT */
    @MayBeSentBy(
            mutation = "addOrganisationIdentifier",
            roles = {OFFICER, REGISTRAR})
    record AddOrganisationIdentifier(OrganisationId organisation, IdentifierKind kind, String value)
            implements OrganisationCommand {}
}
