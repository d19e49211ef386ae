package vn.minhchung.operations.write;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterBook;
import vn.minhchung.operations.DeadLetterCommand.RetryDeadLetter;

/** Where orders about dead letters arrive. */
@Component
final class DeadLetterDesk implements Desk {
    private final Aggregates aggregates;
    private final DeadLetterBook letters;

    DeadLetterDesk(Aggregates aggregates, DeadLetterBook letters) {
        this.aggregates = aggregates;
        this.letters = letters;
    }

    @CommandHandler
    void handle(RetryDeadLetter command, Decision decision) {
        decision.requireReason();
        DeadLetter letter = letters.find(command.letter())
                .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, "id", command.letter()));
        aggregates.guard(LetterRetries.class, command.subject(), retries -> retries.decide(letter));
    }
}
