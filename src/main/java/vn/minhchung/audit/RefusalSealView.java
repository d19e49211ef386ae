package vn.minhchung.audit;

import java.time.LocalDate;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** What was sealed about the refused attempts of one day. */
public record RefusalSealView(LocalDate day, long count, String hash) implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.operates();
    }
}
