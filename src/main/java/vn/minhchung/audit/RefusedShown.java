package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;

/** One refused attempt as queries show it; everything but its references is read off {@link Refused}. */
public record RefusedShown(
        Moment moment,
        String id,
        Instant at,
        LocalDate day,
        String kind,
        @Nullable String mutation,
        String code,
        @Nullable Long position,
        @Nullable String requestId,
        Refused refused)
        implements HasMoment {}
