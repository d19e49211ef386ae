package vn.minhchung.audit;

import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * An export of evidence, as it was asked for; the file is made when it is fetched.
 *
 * @param ofId what it is of
 * @param asOf the last position that bears on it, the last part of its command
 * @param entries with every leaf entry of the log, so that absence can be shown
 * @param position at which the export was put on record
 */
public record BundleView(
        BundleId bundle, BundleSubject ofId, long asOf, boolean entries, PersonId exportedById, long position)
        implements Readable {

    /** It holds events whoever may see them. */
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.has(Role.INSPECTOR);
    }
}
