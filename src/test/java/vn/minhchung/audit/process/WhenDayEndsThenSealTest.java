package vn.minhchung.audit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhchung.audit.AuditCommand.SealReadings;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.ReadingQuery;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.testing.AllTried;
import vn.minhchung.testing.NoViews;

class WhenDayEndsThenSealTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);

    private final Map<LocalDate, ErrorCode> refused = new HashMap<>();
    private final WhenDayEndsThenSealReadings process =
            new WhenDayEndsThenSealReadings(new TwoDays(), new Sealer(), new NoViews(), new AllTried());

    @Test
    void seals_yesterday_and_days_that_were_missed() {
        assertThat(process.sealDaysBefore(TODAY)).containsExactly(TODAY.minusDays(5), TODAY.minusDays(1));
    }

    @Test
    void a_day_that_is_sealed_or_just_over_is_left_to_the_next_round() {
        refused.put(TODAY.minusDays(5), ErrorCode.ALREADY_EXISTS);
        refused.put(TODAY.minusDays(1), ErrorCode.WRONG_STATE);

        assertThat(process.sealDaysBefore(TODAY)).isEmpty();
    }

    @Test
    void any_other_refusal_is_told() {
        refused.put(TODAY.minusDays(1), ErrorCode.STORE_UNAVAILABLE);

        assertThatThrownBy(() -> process.sealDaysBefore(TODAY)).isInstanceOf(Refusal.class);
    }

    private final class Sealer implements Commands {
        @Override
        public Outcome send(Command command, Decision decision, String inputHash) {
            ErrorCode code = refused.get(((SealReadings) command).day());
            if (code != null) throw Refusal.of(code);
            return new Outcome(9, 1, false);
        }
    }

    /** Rows of five days ago and of yesterday. */
    private static final class TwoDays implements ReadingBook {
        @Override
        public List<LocalDate> daysBefore(LocalDate day) {
            return List.of(TODAY.minusDays(5), TODAY.minusDays(1));
        }

        @Override
        public List<Line> list(ReadingQuery query, Instant until, long after, int max) {
            throw new AssertionError("not asked");
        }

        @Override
        public long count(ReadingQuery query, Instant until) {
            throw new AssertionError("not asked");
        }

        @Override
        public Map<LocalDate, Digest> digests(Collection<LocalDate> days) {
            throw new AssertionError("not asked");
        }

        @Override
        public Digest written(LocalDate day) {
            throw new AssertionError("not asked");
        }
    }
}
