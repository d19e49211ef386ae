package vn.minhchung.audit.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.minhchung.audit.AuditCommand.SealReadings;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class ReadingDayTest {
    private static final LocalDate YESTERDAY = AuditExamples.DAY;

    private final DecisionFixture fixture = AuditDeskFixture.afterMidnight(300_000);

    @Test
    void seals_a_day_that_is_over_with_the_count_and_hash_of_its_readings() {
        fixture.when(new SealReadings(YESTERDAY), Decisions.taken(Role.ADMIN))
                .expectEvents(AuditExamples.readingsSealed());
    }

    @Test
    void does_not_seal_a_day_that_is_not_over() {
        var refusal = fixture.when(new SealReadings(Decisions.TODAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.WRONG_STATE);

        assertThat(refusal.field()).containsExactly("day");
    }

    @Test
    void does_not_seal_a_day_that_another_node_s_clock_may_still_show() {
        var refusal = AuditDeskFixture.afterMidnight(299_999)
                .when(new SealReadings(YESTERDAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.WRONG_STATE);

        assertThat(refusal.field()).containsExactly("day");
    }

    @Test
    void seals_a_day_only_once() {
        fixture.given(ReadingDay.class, "reading-seal:" + YESTERDAY, AuditExamples.readingsSealed())
                .when(new SealReadings(YESTERDAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }
}
