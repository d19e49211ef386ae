package vn.minhchung.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.identifier.IdentifierKind;

/**
 * An organisation under all its names.
 *
 * @param names oldest first
 */
public record OrganisationView(
        OrganisationKind kind, List<DatedName> names, List<DatedName> aliases, List<Identifier> identifiers)
        implements Readable {
    public OrganisationView {
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        identifiers = List.copyOf(identifiers);
    }

    /**
     * A name and its days.
     *
     * @param from null when unknown
     * @param to last day, null while it lasts
     */
    public record DatedName(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** A public number. */
    public record Identifier(IdentifierKind kind, String value) {}

    /** The name in use on a day (the oldest known for days before it); the newest name when no day is given. */
    public String nameOn(@Nullable LocalDate day) {
        if (day == null) return names.getLast().name();
        for (DatedName each : names.reversed()) if (each.on(day)) return each.name();
        return names.getFirst().name();
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return true;
    }
}
