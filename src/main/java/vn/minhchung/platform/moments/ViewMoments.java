package vn.minhchung.platform.moments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Views;

/** Moments out of the views, so that they are the same over every store. */
@Component
final class ViewMoments implements Moments {
    private static final Moment BEGINNING = new Moment(0, Instant.EPOCH, false);
    private static final Moment LONG_AGO = new Moment(0, Instant.EPOCH, true);

    private final Views views;
    private final JdbcClient sql;
    private final AtomicReference<Moment> newest = new AtomicReference<>(BEGINNING);

    ViewMoments(Views views, JdbcClient sql) {
        this.views = views;
        this.sql = sql;
    }

    @Override
    public Moment now() {
        long position = views.position();
        Moment known = newest.get();
        if (known.position() == position) return known;
        Moment now = find("position = :value", position)
                .map(found -> new Moment(position, found.recordedAt(), false))
                .orElse(BEGINNING);
        newest.set(now);
        return now;
    }

    @Override
    public Optional<Moment> at(long position) {
        if (position > views.position() || position < 0) return Optional.empty();
        if (position == 0) return Optional.of(LONG_AGO);
        return find("position = :value", position)
                .flatMap(found -> found.position() == position
                        ? Optional.of(found)
                        : find("position = :value", found.position()));
    }

    /** The newest position recorded by then, moved on to its command's last part. */
    @Override
    public Moment at(Instant instant) {
        // nothing is as old; very long ago is no number of microseconds
        if (instant.isBefore(Instant.EPOCH)) return LONG_AGO;
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        return find("recorded_us <= :value", micros)
                .flatMap(found -> at(found.position()))
                .orElse(LONG_AGO);
    }

    /** The answer's position is the last part's; its recorded time that of the row found. */
    private Optional<Moment> find(String condition, long value) {
        return sql.sql("select recorded_us, last_position from " + views.qualified("platform_moment") + " where "
                        + condition + " order by position desc limit 1")
                .param("value", value)
                .query((row, _) -> new Moment(
                        row.getLong("last_position"),
                        Instant.EPOCH.plus(row.getLong("recorded_us"), ChronoUnit.MICROS),
                        true))
                .optional();
    }
}
