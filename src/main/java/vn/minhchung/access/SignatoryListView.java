package vn.minhchung.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** A unit's list of signatories registered at the treasury. */
public record SignatoryListView(OrganisationId unit, List<Signatory> signatories) implements Readable {
    public SignatoryListView {
        signatories = List.copyOf(signatories);
    }

    /** One entry; {@code from} and {@code to} both count. */
    public record Signatory(
            int number,
            PersonId person,
            SignaturePosition position,
            SignatoryRank rank,
            LocalDate from,
            @Nullable LocalDate to,
            Standing standing,
            @Nullable PersonId confirmedBy) {}

    @Override
    public boolean visibleTo(Viewer viewer) {
        return party(viewer);
    }

    /** Staff, and the unit itself. */
    @Override
    public boolean party(Viewer viewer) {
        return viewer.staff() || viewer.hosts().contains(unit);
    }
}
