package vn.minhchung.audit;

import java.time.LocalDate;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** What was sealed about what is kept outside the stream of one day: refused attempts, or readings. */
public record DaySealView(LocalDate day, long count, String hash) implements Readable {
    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.operates() || viewer.has(Role.DIRECTOR);
    }
}
