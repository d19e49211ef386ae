package vn.minhchung.operations.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.DeadLetters.Work;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterBook;
import vn.minhchung.operations.DeadLetterId;

/** Dead letters in {@code process.dead_letter}. */
@Component
final class StoredDeadLetters implements DeadLetterBook {
    private final JdbcClient sql;

    StoredDeadLetters(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DeadLetter> find(DeadLetterId id) {
        return sql.sql("select * from process.dead_letter where id = :id")
                .param("id", id.value())
                .query((row, _) -> letter(row))
                .optional();
    }

    @Override
    public List<DeadLetter> list(long after, int max) {
        return sql.sql("select * from process.dead_letter where ordinal > :after order by ordinal limit :max")
                .param("after", after)
                .param("max", max)
                .query((row, _) -> letter(row))
                .list();
    }

    @Override
    public long count() {
        return sql.sql("select count(*) from process.dead_letter")
                .query(Long.class)
                .single();
    }

    /** The one before this one in its sequence, the nearest first; {@code order} of one that is not kept: the greatest. */
    Optional<DeadLetter> ahead(Work work, long order) {
        return sql.sql("""
                        select * from process.dead_letter
                        where process = :process and sequence = :sequence and ordinal < :order
                        order by ordinal desc limit 1""")
                .param("process", work.process())
                .param("sequence", work.sequence())
                .param("order", order)
                .query((row, _) -> letter(row))
                .optional();
    }

    /** Keeps its place in the sequence when it is there already. */
    void keep(Work work, int attempts, long seen, String cause) {
        String id = DeadLetterId.of(work.process(), work.item()).value();
        int known = sql.sql("""
                        update process.dead_letter
                        set attempts = attempts + :attempts, seen = :seen, cause = :cause,
                          last_us = (extract(epoch from clock_timestamp()) * 1000000)::bigint
                        where id = :id""")
                .param("attempts", attempts)
                .param("seen", seen)
                .param("cause", cause)
                .param("id", id)
                .update();
        if (known > 0) return;
        sql.sql("""
                        insert into process.dead_letter
                          (id, process, sequence, item, attempts, seen, cause, first_us, last_us)
                        values (:id, :process, :sequence, :item, :attempts, :seen, :cause,
                          (extract(epoch from clock_timestamp()) * 1000000)::bigint,
                          (extract(epoch from clock_timestamp()) * 1000000)::bigint)
                        on conflict do nothing""")
                .param("id", id)
                .param("process", work.process())
                .param("sequence", work.sequence())
                .param("item", work.item())
                .param("attempts", attempts)
                .param("seen", seen)
                .param("cause", cause)
                .update();
    }

    void done(DeadLetterId id) {
        sql.sql("delete from process.dead_letter where id = :id")
                .param("id", id.value())
                .update();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                new DeadLetterId(row.getString("id")),
                row.getLong("ordinal"),
                row.getString("process"),
                row.getString("sequence"),
                row.getString("item"),
                row.getInt("attempts"),
                row.getLong("seen"),
                row.getString("cause"),
                Instant.EPOCH.plus(row.getLong("first_us"), ChronoUnit.MICROS),
                Instant.EPOCH.plus(row.getLong("last_us"), ChronoUnit.MICROS));
    }
}
