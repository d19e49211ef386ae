package vn.minhchung.audit.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.LogContradictions.Verdict;
import vn.minhchung.audit.process.KeptContradictions.Comparison;
import vn.minhchung.kernel.Rounds;
import vn.minhchung.kernel.log.SignedNote;

/**
 * Compares the log with the last witnessed checkpoints before anybody is served, so that a database that was put back, or rewritten, is
 * written on only when an operator says so; and now and then afterwards, for a place that did not answer. What this node kept is
 * waited for: until the log is sealed up to there nothing is recorded, and if it cannot be read not either.
 */
@Component
final class WhenStartedThenCompareWitnessed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenStartedThenCompareWitnessed.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    /** Before the web server, which starts among the last. */
    private static final int PHASE = 0;

    private final LastWitnessed witnessed;
    private final KeptContradictions contradictions;
    private final Sealing sealing;
    private final Rounds rounds = new Rounds("compare-witnessed", EVERY, EVERY, this::compareAll);

    WhenStartedThenCompareWitnessed(LastWitnessed witnessed, KeptContradictions contradictions, Sealing sealing) {
        this.witnessed = witnessed;
        this.contradictions = contradictions;
        this.sealing = sealing;
    }

    @Override
    public void start() {
        compareAll();
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** All at once, and no longer than one of them may take: a place that does not answer holds up none of the others. */
    private void compareAll() {
        List<Thread> comparing = new ArrayList<>();
        comparing.add(Thread.ofVirtual().name("compare-kept").start(this::compareKept));
        for (String place : witnessed.places())
            comparing.add(Thread.ofVirtual().name("compare-place").start(() -> compare(place)));
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            for (Thread each : comparing) {
                Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
                if (!each.join(left)) LOG.warn("a comparison with what was witnessed goes on after the start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void compareKept() {
        try {
            contradictions.look();
            witnessed.kept().ifPresent(this::compare);
            witnessed.compared();
            contradictions.comparison(Comparison.DONE);
        } catch (IOException e) {
            LOG.error("the last witnessed checkpoint this node kept cannot be read, see the runbook", e);
            if (!witnessed.isCompared()) contradictions.comparison(Comparison.IMPOSSIBLE);
        } catch (RuntimeException e) {
            LOG.error("the last witnessed checkpoint this node kept was not compared", e);
        }
    }

    private void compare(String place) {
        try {
            Optional<SignedNote> note = witnessed.at(place);
            note.ifPresentOrElse(
                    this::compare, () -> LOG.warn("at {} lies no checkpoint of this log that a witness signed", place));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the last witnessed checkpoint was not compared, {} does not answer: {}", place, e.toString());
        }
    }

    /** What is stored and not sealed yet is sealed first. */
    private void compare(SignedNote note) {
        long started = System.nanoTime();
        while (contradictions.judge(note) == Verdict.NOT_YET) {
            if (System.nanoTime() - started > LONGEST.toNanos())
                throw new IllegalStateException("sealing does not get to the checkpoint that was witnessed");
            if (sealing.step() == 0) pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
