package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;
import vn.minhchung.system.Strand.Next;
import vn.minhchung.testing.RunningSystem;

/** Now and then somebody attempts what will be refused: without the right, about what does not exist, or on what he saw long ago. */
final class Attempts {
    /** One attempt to so many commands. */
    private static final int SELDOM = 12;

    /** Fields of inputs that name what a command is about. */
    private static final List<String> SUBJECTS = List.of("paper", "project", "appropriation", "adjustment", "report");

    private final Sender sender;
    private final Random random;

    Attempts(RunningSystem system, Random random) {
        this.sender = new Sender(system);
        this.random = random;
    }

    /** @return how many were made before this command: none, or one that was refused */
    int before(Next next) {
        if (random.nextInt(SELDOM) != 0) return 0;
        Sender.Outcome outcome = switch (random.nextInt(3)) {
            case 0 -> elsewhere(next);
            case 1 -> longAgo(next);
            default -> withoutRight(next);
        };
        assertThat(outcome.code()).as("%s %s", next.mutation(), next.input()).isNotEqualTo(Sender.Outcome.DONE);
        return 1;
    }

    private Sender.Outcome withoutRight(Next next) {
        return sender.send(Cast.CITIZEN, next.mutation(), next.input());
    }

    /** About an object nobody has. */
    private Sender.Outcome elsewhere(Next next) {
        for (String field : SUBJECTS) {
            if (!next.input().containsKey("seenAt") || !next.input().containsKey(field)) continue;
            String id = String.valueOf(next.input().get(field));
            String kind = id.substring(0, id.indexOf(':'));
            return as(next, Map.of(field, Id.derived(kind, "nobody", new UUID(0, random.nextLong()).toString())));
        }
        return withoutRight(next);
    }

    /** A paper is prepared before it is signed. */
    private Sender.Outcome longAgo(Next next) {
        if (!next.input().containsKey("paper") || !next.input().containsKey("seenAt")) return withoutRight(next);
        return as(next, Map.of("seenAt", "1"));
    }

    private Sender.Outcome as(Next next, Map<String, ?> otherwise) {
        Map<String, Object> input = new HashMap<>(next.input());
        input.putAll(otherwise);
        return sender.send(next.client(), next.mutation(), input);
    }
}
