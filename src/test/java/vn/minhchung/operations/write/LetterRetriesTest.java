package vn.minhchung.operations.write;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterBook;
import vn.minhchung.operations.DeadLetterCommand.RetryDeadLetter;
import vn.minhchung.operations.DeadLetterId;
import vn.minhchung.operations.OperationsExamples;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class LetterRetriesTest {
    private static final DeadLetter LETTER = OperationsExamples.letter();

    private final DecisionFixture fixture =
            DecisionFixture.of(aggregates -> List.of(new DeadLetterDesk(aggregates, new OneLetter())));

    @Test
    void what_is_kept_is_ordered_to_be_tried_again() {
        fixture.when(new RetryDeadLetter(LETTER.id()), Decisions.taken(Role.ADMIN))
                .expectEvents(OperationsExamples.retry());
    }

    @Test
    void what_failed_once_more_may_be_ordered_once_more() {
        fixture.given(LetterRetries.class, LETTER.id().value(), OperationsExamples.retry())
                .when(new RetryDeadLetter(LETTER.id()), Decisions.taken(Role.ADMIN))
                .expectEvents(OperationsExamples.retry());
    }

    @Test
    void what_is_not_kept_is_not_found() {
        fixture.when(new RetryDeadLetter(DeadLetterId.of("no.Process", "x")), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_retry_needs_a_reason() {
        fixture.when(new RetryDeadLetter(LETTER.id()), OperationsExamples.withoutReason())
                .expectRefusal(ErrorCode.REASON_REQUIRED);
    }

    private static final class OneLetter implements DeadLetterBook {
        @Override
        public Optional<DeadLetter> find(DeadLetterId id) {
            return id.equals(LETTER.id()) ? Optional.of(LETTER) : Optional.empty();
        }

        @Override
        public List<DeadLetter> list(long after, int max) {
            return List.of(LETTER);
        }

        @Override
        public long count() {
            return 1;
        }
    }
}
