package vn.minhchung.operations.api;

import java.time.Instant;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.operations.DeadLetter;
import vn.minhchung.operations.DeadLetterBook;

/** What processes could not do, for those who run the system: as it is kept at the time of asking. */
@Controller
final class DeadLetterGraphql {
    private final DeadLetterBook letters;

    DeadLetterGraphql(DeadLetterBook letters) {
        this.letters = letters;
    }

    enum DeadLetterState {
        FAILED,
        BEHIND
    }

    record ShownLetter(
            String id,
            String process,
            String sequence,
            String item,
            DeadLetterState state,
            int attempts,
            String cause,
            Instant firstAt,
            Instant lastAt) {
        static ShownLetter of(DeadLetter letter) {
            return new ShownLetter(
                    letter.id().value(),
                    letter.process(),
                    letter.sequence(),
                    letter.item(),
                    letter.attempts() == 0 ? DeadLetterState.BEHIND : DeadLetterState.FAILED,
                    letter.attempts(),
                    letter.cause(),
                    letter.firstAt(),
                    letter.lastAt());
        }
    }

    @QueryMapping
    Connection<ShownLetter> deadLetters(Moment moment, PageArgs page) {
        List<DeadLetter> found = letters.list(page.after(), page.first() + 1);
        return Connection.of(
                found.stream().limit(page.first()).toList(),
                ShownLetter::of,
                DeadLetter::order,
                moment,
                page,
                found.size() > page.first(),
                letters::count);
    }
}
