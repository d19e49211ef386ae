package vn.minhchung.kernel.graphql;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;

/** Where it is kept who read what, where reading is itself recorded: outside the streams, append-only. */
public interface ReadingLog {
    /**
     * Returns when it is kept for good.
     *
     * @throws RuntimeException when it is not: what was read must not be given out then
     */
    void keep(Reading reading);

    /** How it was read. ENTRIES: a page that names events, of the log's entries or a bundle. */
    enum Kind {
        QUERY,
        MUTATION,
        SUBSCRIPTION,
        ENTRIES
    }

    /**
     * What one request read.
     *
     * @param roles held by the reader then
     * @param operation as the caller named it; of a page its path
     * @param document SHA-256 of the request's text, lower-case hex; of a page none
     * @param fields of the schema's root that were asked, in the order of the alphabet
     * @param asked ids the request named; {@code unnamed} how many there were beyond the bound, or were no ids
     * @param asOf positions of the past that were shown
     * @param position what was now
     */
    record Reading(
            AccountId account,
            PersonId person,
            Set<Role> roles,
            Kind kind,
            @Nullable String operation,
            @Nullable String document,
            SortedSet<String> fields,
            SortedSet<String> asked,
            int unnamed,
            SortedSet<Long> asOf,
            Opened opened,
            long position,
            @Nullable String requestId) {}

    /**
     * Confidential records that were opened.
     *
     * @param objects their ids
     * @param fields of the schema, {@code Type.field}, by which they were
     */
    record Opened(List<String> objects, SortedSet<String> fields) {
        public Opened {
            objects = List.copyOf(objects);
        }
    }
}
