package vn.minhchung.kernel.command;

import java.time.Duration;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Refusal;

/**
 * For who works through a list and has nobody to ask: told to come again (the store is busy, or away, or the outcome is not
 * known yet) it sends the same again under the same key, for some minutes at most.
 */
public record InsistingCommands(Commands to) implements Commands {
    private static final int TRIES = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    @Override
    public Outcome send(Command command, Decision decision, String inputHash) {
        for (int attempt = 1; ; attempt++) {
            try {
                return to.send(command, decision, inputHash);
            } catch (Refusal refusal) {
                if (!refusal.code().retryable() || attempt == TRIES) throw refusal;
                pause(attempt, refusal);
            }
        }
    }

    private static void pause(int attempt, Refusal refusal) {
        Duration growing = FIRST_PAUSE.multipliedBy((long) attempt * attempt);
        try {
            Thread.sleep(growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
