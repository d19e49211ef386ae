package vn.minhchung.platform.views;

import java.util.List;
import javax.sql.DataSource;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.kernel.RecordedEvents;

/** The rebuild of one view alone, as an operator may order it. */
public final class OneView {
    private OneView() {}

    /** @param view as its projector calls it */
    public static Rebuild rebuild(DataSource source, RecordedEvents events, ViewSchema schema, String view) {
        return new Rebuild(ConnectionSource.of(source), events, schema.only(List.of(view)));
    }
}
