package vn.minhchung.audit.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class RefusalDayTest {
    private static final LocalDate YESTERDAY = AuditExamples.DAY;

    private final DecisionFixture fixture = AuditDeskFixture.afterMidnight(300_000);

    @Test
    void seals_a_day_that_is_over_with_its_count_and_hash() {
        fixture.when(new SealRefusals(YESTERDAY), Decisions.taken(Role.ADMIN)).expectEvents(AuditExamples.sealed());
    }

    @Test
    void does_not_seal_a_day_that_is_not_over() {
        var refusal = fixture.when(new SealRefusals(Decisions.TODAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.WRONG_STATE);

        assertThat(refusal.field()).containsExactly("day");
    }

    @Test
    void does_not_seal_a_day_that_another_node_s_clock_may_still_show() {
        var refusal = AuditDeskFixture.afterMidnight(299_999)
                .when(new SealRefusals(YESTERDAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.WRONG_STATE);

        assertThat(refusal.field()).containsExactly("day");
    }

    @Test
    void seals_a_day_only_once() {
        fixture.given(RefusalDay.class, "refusal-seal:" + YESTERDAY, AuditExamples.sealed())
                .when(new SealRefusals(YESTERDAY), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    /** A table with the digest of the example for every day. */
    static final class ThirtyOneRefusals implements RefusalBook {
        @Override
        public List<Line> list(@Nullable LocalDate day, Instant until, long after, int max) {
            return List.of();
        }

        @Override
        public long count(@Nullable LocalDate day, Instant until) {
            return 31;
        }

        @Override
        public Map<LocalDate, Digest> digests(Collection<LocalDate> days) {
            return days.stream().collect(Collectors.toMap(day -> day, this::written));
        }

        @Override
        public Digest written(LocalDate day) {
            var sealed = AuditExamples.sealed();
            return new Digest(sealed.count(), sealed.hash());
        }

        @Override
        public List<LocalDate> daysBefore(LocalDate day) {
            return List.of();
        }
    }
}
