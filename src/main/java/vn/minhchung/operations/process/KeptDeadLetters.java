package vn.minhchung.operations.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Rounds;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterId;
import vn.minhchung.operations.OperationsViews;

/**
 * Lets work through, keeps what failed, and has rounds run when operators ordered something to be tried again. Whether an
 * order is newer than the last failure the views say, on every node alike.
 */
@Component
final class KeptDeadLetters implements DeadLetters, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeptDeadLetters.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final StoredDeadLetters letters;
    private final Views views;
    private final JdbcClient sql;
    private final Map<String, Runnable> rounds = new ConcurrentHashMap<>();
    private final Rounds looks = new Rounds("dead-letters", LOOK_EVERY, LOOK_EVERY, this::lookQuietly);
    private volatile long lookedUpTo;

    KeptDeadLetters(StoredDeadLetters letters, Views views, JdbcClient sql) {
        this.letters = letters;
        this.views = views;
        this.sql = sql;
    }

    @Override
    public boolean attempt(Work work, Runnable doing) {
        long seen = views.position();
        DeadLetterId id = DeadLetterId.of(work.process(), work.item());
        Optional<DeadLetter> own = letters.find(id);
        Optional<DeadLetter> ahead =
                letters.ahead(work, own.map(DeadLetter::order).orElse(Long.MAX_VALUE));
        if (ahead.isPresent()) {
            if (own.isEmpty())
                letters.keep(work, 0, seen, "behind " + ahead.get().id());
            return false;
        }
        if (own.isPresent() && own.get().attempts() > 0 && !ordered(own.get(), seen)) return false;
        try {
            doing.run();
        } catch (Refusal
                | TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException passing) {
            throw passing;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("process", work.process())
                    .addKeyValue("item", work.item())
                    .addKeyValue("position", seen)
                    .setCause(e)
                    .log("{} could not do {}: kept as {}", work.process(), work.item(), id);
            letters.keep(work, 1, seen, String.valueOf(e));
            return false;
        }
        // also where another node kept it meanwhile
        letters.done(id);
        return true;
    }

    private boolean ordered(DeadLetter letter, long position) {
        return views.find(OperationsViews.RETRIES, letter.id().value(), position)
                .filter(retry -> retry.orderedAt() > letter.seen())
                .isPresent();
    }

    @Override
    public void onRetry(String process, Runnable round) {
        rounds.put(process, round);
    }

    @Override
    public long kept() {
        return letters.count();
    }

    /** Runs the rounds of processes for which something was ordered since the last look. */
    void look() {
        long position = views.position();
        if (position == lookedUpTo) return;
        List<DeadLetter> ordered = sql
                .sql("""
                        select distinct doc ->> 'letter' from %s
                        where from_position > :after and from_position <= :upTo""".formatted(views.qualified(OperationsViews.RETRIES.name())))
                .param("after", lookedUpTo)
                .param("upTo", position)
                .query((row, _) -> new DeadLetterId(row.getString(1)))
                .list()
                .stream()
                .flatMap(id -> letters.find(id).stream())
                .toList();
        rounds.forEach((process, round) -> {
            List<DeadLetter> own = ordered.stream()
                    .filter(letter -> letter.process().equals(process))
                    .toList();
            if (own.isEmpty()) return;
            round.run();
            own.forEach(this::forgetDoneElsewhere);
        });
        lookedUpTo = position;
    }

    /**
     * What the round did not take up any more somebody else has done, and nothing waits behind it any longer. If it is still
     * to be done a later round takes it up, as if for the first time.
     */
    private void forgetDoneElsewhere(DeadLetter ordered) {
        DeadLetter now = letters.find(ordered.id()).orElse(null);
        if (now == null || now.seen() != ordered.seen()) return;
        DeadLetters.Work work = new DeadLetters.Work(now.process(), now.sequence(), now.item());
        if (letters.ahead(work, now.order()).isPresent()) return;
        LOG.atInfo()
                .addKeyValue("process", now.process())
                .addKeyValue("item", now.item())
                .log("{} has not to do {} any more: {} is kept no longer", now.process(), now.item(), now.id());
        letters.done(now.id());
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("orders to try again were not looked at; once more in {}", LOOK_EVERY, e);
        }
    }

    @Override
    public void start() {
        looks.start();
    }

    @Override
    public void stop() {
        looks.stop();
    }

    @Override
    public boolean isRunning() {
        return looks.isRunning();
    }
}
