package vn.minhchung.audit.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.kernel.graphql.GlobalId;

/** The input {@code EventFilter} of the schema. */
record EventFilter(
        @Nullable String subject,
        @Nullable List<String> names,
        @Nullable List<String> modules,
        @Nullable String account,
        @Nullable String actor,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedBefore,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveThrough) {

    static EventQuery query(@Nullable EventFilter filter) {
        return filter == null ? EventQuery.ALL : filter.toQuery();
    }

    private EventQuery toQuery() {
        return new EventQuery(
                stable(subject),
                names == null ? List.of() : names,
                modules == null ? List.of() : modules,
                stable(account),
                stable(actor),
                recordedFrom,
                recordedBefore,
                effectiveFrom,
                effectiveThrough);
    }

    /** An id given to a client under {@code asOf} carries its position; the object is the same. */
    static @Nullable String stable(@Nullable String id) {
        return id == null ? null : GlobalId.stable(id);
    }
}
