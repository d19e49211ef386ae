package vn.minhchung.platform.moments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** When each position was recorded, and where its command ends. */
@Component
final class MomentsProjector implements Projector {
    static final RowTable MOMENTS = new RowTable(
            "platform_moment",
            List.of("recorded_us bigint not null", "last_position bigint not null"),
            List.of("recorded_us"));

    @Override
    public String name() {
        return "platform.Moment";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of();
    }

    @Override
    public List<RowTable> rows() {
        return List.of(MOMENTS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        views.insert(
                MOMENTS,
                ChronoUnit.MICROS.between(Instant.EPOCH, recorded.recordedAt()),
                recorded.position() + partsAfter(recorded.envelope().part()));
    }

    private static long partsAfter(String part) {
        int slash = part.indexOf('/');
        return Long.parseLong(part.substring(slash + 1)) - Long.parseLong(part.substring(0, slash));
    }
}
