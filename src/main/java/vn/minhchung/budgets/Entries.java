package vn.minhchung.budgets;

import java.util.Optional;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/** Ids of ledger entries: {@code entry:<stream>/<n>}, so that an id names the object that decided it. */
public interface Entries {
    /** The entry an event made. Both ids never change once written, so reading this in a view decides nothing. */
    Optional<String> ofEvent(String eventId);

    static String id(String stream, int number) {
        return "entry:" + stream + "/" + number;
    }

    static boolean isEntry(String id) {
        return id.startsWith("entry:");
    }

    /** @throws Refusal MALFORMED_ID */
    static String streamOf(String entry) {
        int slash = entry.lastIndexOf('/');
        if (!isEntry(entry) || slash < 7)
            throw Refusal.of(ErrorCode.MALFORMED_ID, "value", entry, "expected", "entry:…")
                    .at("of");
        return entry.substring("entry:".length(), slash);
    }
}
