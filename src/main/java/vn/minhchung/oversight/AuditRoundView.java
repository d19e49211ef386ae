package vn.minhchung.oversight;

import java.time.LocalDate;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** One time the record was judged. */
public record AuditRoundView(boolean wholePast, long through, LocalDate on, int hits, int left) implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.operates();
    }
}
