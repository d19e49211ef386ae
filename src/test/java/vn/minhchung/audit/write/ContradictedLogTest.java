package vn.minhchung.audit.write;

import org.junit.jupiter.api.Test;
import vn.minhchung.audit.AuditCommand.ContinueLog;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.audit.LogContradictionId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.operations.OperationsExamples;
import vn.minhchung.platform.clock.OneClock;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class ContradictedLogTest {
    private static final LogContradictionId FOUND =
            AuditExamples.contradiction().id();

    private final DecisionFixture fixture = AuditDeskFixture.of(new TwoKeys(), OneClock.real());

    @Test
    void an_operator_s_decision_says_what_the_log_was_and_what_was_signed() {
        fixture.when(new ContinueLog(FOUND), Decisions.taken(Role.ADMIN)).expectEvents(AuditExamples.continued());
    }

    @Test
    void it_is_decided_once() {
        fixture.given(new ContinueLog(FOUND), Decisions.taken(Role.ADMIN))
                .when(new ContinueLog(FOUND), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void what_was_never_found_is_not_decided() {
        fixture.when(new ContinueLog(LogContradictionId.of("another")), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void it_needs_a_reason() {
        fixture.when(new ContinueLog(FOUND), OperationsExamples.withoutReason())
                .expectRefusal(ErrorCode.REASON_REQUIRED);
    }
}
