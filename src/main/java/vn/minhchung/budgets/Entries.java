package vn.minhchung.budgets;

import java.util.Optional;

/** Ids of ledger entries: {@code entry:<stream>/<n>}, so that an id names the object that decided it. */
public interface Entries {
    /** The entry an event made. Both ids never change once written, so reading this in a view decides nothing. */
    Optional<String> ofEvent(String eventId);

    static String id(String stream, int number) {
        return "entry:" + stream + "/" + number;
    }

    static boolean isEntry(String id) {
        return id.startsWith("entry:") && id.lastIndexOf('/') > "entry:".length();
    }

    /** @param entry as {@link #isEntry} has it */
    static String streamOf(String entry) {
        return entry.substring("entry:".length(), entry.lastIndexOf('/'));
    }
}
