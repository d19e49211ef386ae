package vn.minhchung.operations.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.DeadLetters.Work;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterId;
import vn.minhchung.operations.DeadLetterRetryView;
import vn.minhchung.testing.TestPostgres;

/** What a process could not do is kept, in its sequence, until somebody has it tried again. */
class KeptDeadLettersTest {
    private static final String PROCESS = "test.Process";

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final JdbcClient sql = JdbcClient.create(database.app());
    private final StoredDeadLetters letters = new StoredDeadLetters(sql);
    private final Retries retries = new Retries();
    private final KeptDeadLetters kept = new KeptDeadLetters(letters, retries, sql);
    private final List<String> done = new ArrayList<>();

    @Test
    void work_that_succeeds_leaves_nothing() {
        assertThat(attempt("task:a", "1")).isTrue();

        assertThat(done).containsExactly("1");
        assertThat(kept.kept()).isZero();
    }

    @Test
    void what_failed_is_kept_and_not_tried_again_by_itself() {
        assertThat(kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails))
                .isFalse();

        assertThat(attempt("task:a", "1")).isFalse();
        assertThat(done).isEmpty();
        DeadLetter letter = letters.list(0, 10).getFirst();
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.cause()).isEqualTo("java.lang.IllegalStateException: cannot");
        assertThat(letter.seen()).isEqualTo(retries.position());
        assertThat(letters.find(DeadLetterId.of(PROCESS, "1"))).contains(letter);
    }

    @Test
    void what_comes_after_it_in_its_sequence_waits_and_other_sequences_and_processes_go_on() {
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);

        assertThat(attempt("task:a", "2")).isFalse();
        assertThat(attempt("task:a", "3")).isFalse();
        assertThat(attempt("task:b", "4")).isTrue();
        assertThat(kept.attempt(new Work("test.Other", "task:a", "5"), () -> done.add("5")))
                .isTrue();

        assertThat(done).containsExactly("4", "5");
        assertThat(letters.list(0, 10))
                .extracting(DeadLetter::item, DeadLetter::attempts)
                .containsExactly(tuple("1", 1), tuple("2", 0), tuple("3", 0));
    }

    @Test
    void an_order_has_it_tried_again_and_the_rest_of_the_sequence_follows_in_its_order() {
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);
        attempt("task:a", "2");
        attempt("task:a", "3");

        retries.order("1");
        assertThat(attempt("task:a", "3")).as("not before the second").isFalse();
        assertThat(attempt("task:a", "1")).isTrue();
        assertThat(attempt("task:a", "3")).as("not before the second").isFalse();
        assertThat(attempt("task:a", "2")).isTrue();
        assertThat(attempt("task:a", "3")).isTrue();

        assertThat(done).containsExactly("1", "2", "3");
        assertThat(kept.kept()).isZero();
    }

    @Test
    void what_fails_once_more_keeps_its_place_and_needs_another_order() {
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);
        attempt("task:a", "2");
        retries.order("1");

        assertThat(kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails))
                .isFalse();
        assertThat(attempt("task:a", "1")).isFalse();
        assertThat(attempt("task:a", "2")).isFalse();
        assertThat(letters.list(0, 10)).extracting(DeadLetter::item).containsExactly("1", "2");
        assertThat(letters.list(0, 1).getFirst().attempts()).isEqualTo(2);

        retries.order("1");
        assertThat(attempt("task:a", "1")).isTrue();
    }

    @Test
    void what_passes_by_itself_or_is_an_answer_is_not_kept() {
        assertThatThrownBy(() -> kept.attempt(work("task:a", "1"), () -> {
                    throw Refusal.of(ErrorCode.STORE_UNAVAILABLE);
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> kept.attempt(work("task:a", "1"), () -> {
                    throw new QueryTimeoutException("slow");
                }))
                .isInstanceOf(QueryTimeoutException.class);

        assertThat(kept.kept()).isZero();
        assertThat(attempt("task:a", "1")).isTrue();
    }

    @Test
    void an_order_has_the_round_of_its_process_run_once() {
        AtomicInteger rounds = new AtomicInteger();
        kept.onRetry(PROCESS, rounds::incrementAndGet);
        kept.onRetry("test.Other", () -> {
            throw new AssertionError("not asked for");
        });
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);
        kept.look();
        assertThat(rounds).hasValue(0);

        retries.order("1");
        kept.look();
        kept.look();

        assertThat(rounds).hasValue(1);
    }

    @Test
    void what_somebody_else_did_meanwhile_blocks_nothing_once_it_was_ordered() {
        kept.onRetry(PROCESS, () -> attempt("task:a", "2"));
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);
        attempt("task:a", "2");

        retries.order("1");
        kept.look();

        assertThat(attempt("task:a", "2")).isTrue();
        assertThat(kept.kept()).isZero();
    }

    @Test
    void what_no_process_of_this_build_takes_up_stays() {
        kept.attempt(work("task:a", "1"), KeptDeadLettersTest::fails);

        retries.order("1");
        kept.look();

        assertThat(kept.kept()).isEqualTo(1);
    }

    @Test
    void what_another_node_kept_while_it_was_done_here_is_kept_no_longer() {
        boolean done = kept.attempt(
                work("task:a", "1"), () -> letters.keep(work("task:a", "1"), 1, retries.position(), "there"));

        assertThat(done).isTrue();
        assertThat(kept.kept()).isZero();
    }

    private static void fails() {
        throw new IllegalStateException("cannot");
    }

    private static Work work(String sequence, String item) {
        return new Work(PROCESS, sequence, item);
    }

    private boolean attempt(String sequence, String item) {
        return kept.attempt(work(sequence, item), () -> done.add(item));
    }

    /** Views that hold the orders given here and nothing else. */
    private final class Retries implements Views {
        private final Map<String, DeadLetterRetryView> orders = new HashMap<>();
        private long position = 10;

        Retries() {
            sql.sql("create schema views_test").update();
            sql.sql("create table views_test.operations_dead_letter_retry (id text, from_position bigint, doc jsonb)")
                    .update();
        }

        void order(String item) {
            position++;
            DeadLetterId id = DeadLetterId.of(PROCESS, item);
            orders.put(id.value(), new DeadLetterRetryView(id, position));
            sql.sql("""
                            insert into views_test.operations_dead_letter_retry
                            values (:id, :position, jsonb_build_object('letter', :id::text))""").param("id", id.value()).param("position", position).update();
        }

        @Override
        public <V extends Record> Optional<V> find(ViewTable<V> table, String id, long at) {
            return Optional.ofNullable(orders.get(id))
                    .filter(order -> order.orderedAt() <= at)
                    .map(table.type()::cast);
        }

        @Override
        public <V extends Record> Map<String, V> findAll(ViewTable<V> table, Collection<String> ids, long at) {
            throw new AssertionError("not asked");
        }

        @Override
        public <V extends Record> Page<V> page(ViewTable<V> table, Filter filter, long at, long after, int first) {
            throw new AssertionError("not asked");
        }

        @Override
        public String qualified(String tableName) {
            return "views_test." + tableName;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public boolean await(long until, Duration bound) {
            return until <= position;
        }
    }
}
