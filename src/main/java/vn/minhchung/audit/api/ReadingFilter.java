package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.ReadingQuery;

/** Which readings; nothing narrows. */
record ReadingFilter(
        @Nullable LocalDate day,
        @Nullable String person,
        @Nullable String object) {
    static ReadingQuery query(@Nullable ReadingFilter filter) {
        return filter == null
                ? new ReadingQuery(null, null, null, Set.of())
                : new ReadingQuery(
                        filter.day, EventFilter.stable(filter.person), EventFilter.stable(filter.object), Set.of());
    }
}
