package vn.minhchung.kernel.graphql;

/**
 * A view record whose reading depends on the reader. An object that is not visible is absent: it answers like an unknown
 * id. {@code party} decides fields declared for PARTY.
 */
public interface Readable {
    boolean visibleTo(Viewer viewer);

    /** True for the persons and organisations the object is about, and for staff. */
    default boolean party(Viewer viewer) {
        return viewer.staff();
    }
}
