package vn.minhchung.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture.Decisions;

class InsistingCommandsTest {
    private static final Decision DECISION = Decisions.taken(Role.OFFICER);
    private static final Command COMMAND = () -> "counter:1";

    private final Deque<ErrorCode> refusals = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final Commands commands = new InsistingCommands((_, decision, _) -> {
        keys.add(decision.idempotencyKey());
        ErrorCode refusal = refusals.poll();
        if (refusal != null) throw Refusal.of(refusal);
        return new Commands.Outcome(7, 1, false);
    });

    @Test
    void told_to_come_again_it_sends_the_same_under_the_same_key() {
        refusals.addAll(List.of(ErrorCode.STORE_UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN, ErrorCode.CONFLICT));

        assertThat(commands.send(COMMAND, DECISION).position()).isEqualTo(7);

        assertThat(keys).hasSize(4).containsOnly(DECISION.idempotencyKey());
    }

    @Test
    void what_was_judged_is_not_asked_again() {
        refusals.add(ErrorCode.NOT_ALLOWED);

        assertThatThrownBy(() -> commands.send(COMMAND, DECISION)).isInstanceOf(Refusal.class);

        assertThat(keys).hasSize(1);
    }
}
