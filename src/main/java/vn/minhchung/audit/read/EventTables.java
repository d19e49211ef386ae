package vn.minhchung.audit.read;

import java.util.List;
import vn.minhchung.kernel.view.RowTable;

/** One row per recorded event, and one per object it names. */
final class EventTables {
    static final RowTable EVENT = new RowTable(
            "audit_event",
            List.of(
                    "id text not null",
                    "stream text not null",
                    "sequence bigint not null",
                    "name text not null",
                    "module text not null",
                    "revision int not null",
                    "recorded_us bigint not null",
                    "effective_on date",
                    "account text",
                    "actor text",
                    "payload text not null",
                    "envelope text not null",
                    "subjects text not null",
                    "corrects text",
                    "caused_by text"),
            List.of("position", "id", "stream, position", "corrects", "caused_by"));

    static final RowTable SUBJECT =
            new RowTable("audit_subject", List.of("object text not null"), List.of("object, position", "position"));

    /** Ids hold no line break, so a list of them is one text. */
    static final String SEPARATOR = "\n";

    private EventTables() {}
}
