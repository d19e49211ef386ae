package vn.minhchung.oversight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.SystemActor;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightCommand.AuditRecord;
import vn.minhchung.oversight.OversightExamples;
import vn.minhchung.testing.AllTried;

class WhenRecordedThenAuditTest {
    private static final LocalDate DAY = OversightExamples.DAY;

    private final List<Hit> fresh = new ArrayList<>();
    private final List<Command> sent = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int otherNodeFirst;

    private final WhenRecordedThenAudit process = new WhenRecordedThenAudit(
            (_, _) -> new HitFinder.Found(57, List.copyOf(fresh)), new Recording(), new AllTried());

    /** Puts two hits on record with each round. */
    private final class Recording implements Commands {
        @Override
        public Outcome send(Command command, Decision decision, String inputHash) {
            sent.add(command);
            keys.add(decision.idempotencyKey());
            assertThat(decision.actor()).isEqualTo(SystemActor.ACTOR);
            assertThat(decision.today()).isEqualTo(DAY);
            fresh.subList(0, Math.min(2, fresh.size())).clear();
            if (otherNodeFirst-- > 0) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", "x");
            return new Outcome(9, 3, false);
        }
    }

    @Test
    void sends_rounds_until_nothing_is_new_each_under_a_key_of_its_own() {
        for (String event : List.of("a", "b", "c")) fresh.add(OversightExamples.hit(event));

        assertThat(process.audit(DAY)).isEqualTo(2);
        assertThat(sent)
                .hasSize(2)
                .allSatisfy(command ->
                        assertThat(((AuditRecord) command).wholePast()).isFalse());
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(process.audit(DAY)).isZero();
    }

    @Test
    void the_same_new_hit_gives_the_same_round_on_every_node() {
        fresh.add(OversightExamples.hit("a"));
        process.audit(DAY);
        fresh.add(OversightExamples.hit("a"));
        process.audit(DAY);

        assertThat(sent.getFirst()).isEqualTo(sent.getLast());
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
    }

    @Test
    void goes_on_where_another_node_was_first() {
        for (String event : List.of("a", "b", "c")) fresh.add(OversightExamples.hit(event));
        otherNodeFirst = 1;

        assertThat(process.audit(DAY)).isEqualTo(2);
    }
}
