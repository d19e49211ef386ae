package vn.minhchung.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row kept outside the stream: its hash covers that of the row before, so that a missing or altered row shows. */
public interface Chained {
    LocalDate day();

    /**
     * @param before hash of the row before, lower-case hex; null for the first
     * @return lower-case hex
     */
    String hashAfter(@Nullable String before);
}
