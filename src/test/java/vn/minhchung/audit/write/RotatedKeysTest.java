package vn.minhchung.audit.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhchung.audit.AuditCommand.RotateLogKey;
import vn.minhchung.audit.AuditEvent.LogKeyRotated;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.audit.LogKeyId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.operations.OperationsExamples;
import vn.minhchung.platform.clock.OneClock;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class RotatedKeysTest {
    private final TwoKeys keys = new TwoKeys();
    private final DecisionFixture fixture = AuditDeskFixture.of(keys, OneClock.real());

    @Test
    void names_the_key_that_signs_and_the_one_that_follows() {
        fixture.when(new RotateLogKey(keys.current().text()), Decisions.taken(Role.ADMIN))
                .expectEvents(AuditExamples.rotated());
    }

    @Test
    void the_next_rotation_waits_until_the_new_key_signs() {
        Refusal late = fixture.given(new RotateLogKey(keys.current().text()), Decisions.taken(Role.ADMIN))
                .when(new RotateLogKey(keys.current().text()), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.WRONG_STATE);
        assertToldAlike(late, AuditExamples.OLD_KEY.text(), AuditExamples.NEW_KEY.text());
        keys.rotated();
        fixture.when(new RotateLogKey(keys.current().text()), Decisions.taken(Role.ADMIN))
                .expectEvents(new LogKeyRotated(
                        LogKeyId.of(AuditExamples.OLD_KEY.name()),
                        AuditExamples.NEW_KEY.text(),
                        AuditExamples.NEW_KEY.text()));
    }

    @Test
    void a_key_that_does_not_sign_is_not_replaced() {
        for (String other : List.of(AuditExamples.NEW_KEY.text(), "", "nonsense")) {
            Refusal wrong = fixture.when(new RotateLogKey(other), Decisions.taken(Role.ADMIN))
                    .expectRefusal(ErrorCode.WRONG_STATE);
            assertToldAlike(wrong, other, AuditExamples.OLD_KEY.text());
        }
    }

    /** Whether the desk says so or, to the one who lost a race, the stream. */
    private static void assertToldAlike(Refusal refusal, String expected, String actual) {
        assertThat(refusal.field()).containsExactly("oldKey");
        assertThat(refusal.facts()).isEqualTo(Map.of("expected", expected, "actual", actual));
    }

    @Test
    void it_needs_a_reason() {
        fixture.when(new RotateLogKey(keys.current().text()), OperationsExamples.withoutReason())
                .expectRefusal(ErrorCode.REASON_REQUIRED);
    }

    @Test
    void the_command_names_the_stream_it_is_decided_on() {
        assertThat(new RotateLogKey(AuditExamples.OLD_KEY.text()).subject())
                .isEqualTo(AuditExamples.rotated().key().value());
    }
}
