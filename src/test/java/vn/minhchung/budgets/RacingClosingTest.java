package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.budgets.AppropriationEvent.YearClosed;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;

/**
 * Sixteen payments on their way while the year is being closed, over the real store: each is booked before the closing and
 * settled with the year, or lapses with it; none is booked after it, and none that was booked is missing from it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("axonserver")
class RacingClosingTest {
    private static final int PAPERS = 16;
    private static final int ATTEMPTS = 200;

    private final YearOfMoney money = new YearOfMoney();
    private final ExecutorService callers = Executors.newFixedThreadPool(PAPERS + 1);

    @BeforeAll
    void one_department() {
        money.from(LocalDate.of(2025, 12, 1));
    }

    @AfterAll
    void stop() {
        callers.shutdownNow();
        money.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void no_payment_is_booked_after_the_closing_and_none_is_lost(int round) throws InterruptedException {
        money.on(LocalDate.of(2025, 12, 1));
        AppropriationId appropriation = money.appropriation(2025, "%03d".formatted(200 + round), 100);
        money.allocated(appropriation, PAPERS);
        for (int i = 0; i < PAPERS; i++) {
            money.send(
                    money.withdrawal(name(round, i), TreasuryPaperKind.PAYMENT, appropriation, 2025, 1, 1),
                    Role.ACCOUNTANT);
            money.sent(name(round, i));
        }
        money.on(LocalDate.of(2026, 2, 11));

        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < PAPERS; i++) {
            String paper = name(round, i);
            acts.add(() -> booked(paper));
        }
        acts.add(PAPERS / 2, () -> closed(appropriation));
        int done = 0;
        for (Future<Boolean> each : callers.invokeAll(acts)) if (outcome(each)) done++;

        int paid = done - 1;
        Map<LedgerAccount, Vnd> sums = sums(appropriation);
        assertThat(sums.get(LedgerAccount.PAID_DIRECTLY)).isEqualTo(paid == 0 ? null : YearOfMoney.m(paid));
        assertThat(sums.get(LedgerAccount.SETTLED_IN_YEAR)).isEqualTo(paid == 0 ? null : YearOfMoney.m(paid));
        assertThat(sums.get(LedgerAccount.COMMITTED)).isEqualTo(Vnd.ZERO);
        assertThat(sums.get(LedgerAccount.CANCELLED)).isEqualTo(YearOfMoney.m(100L - paid));
        Invariants.of(money.department.system()).hold();
    }

    /** True when booked; a year closed before it refuses it, and nothing else does. */
    private boolean booked(String paper) {
        try {
            money.executed(paper, LocalDate.of(2026, 1, 5));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.APPROPRIATION_YEAR_CLOSED);
            return false;
        }
    }

    /** Struck and confirmed again and again: a payment that comes between makes the table wrong, or has to be confirmed. */
    private boolean closed(AppropriationId appropriation) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                money.send(new CloseYear(appropriation, YearEndExamples.TABLE), Role.CHIEF_ACCOUNTANT);
                money.send(new ConfirmYearClosing(appropriation), Role.DIRECTOR);
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.code())
                        .isIn(ErrorCode.YEAR_NOT_READY, ErrorCode.BALANCE_TABLE_CHANGED, ErrorCode.CONFLICT);
            }
        }
        throw new AssertionError("the year could not be closed");
    }

    private static boolean outcome(Future<Boolean> act) throws InterruptedException {
        try {
            return act.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Over the record, as it stands; nothing of the year after its closing. */
    private Map<LedgerAccount, Vnd> sums(AppropriationId appropriation) {
        Map<LedgerAccount, Vnd> sums = new EnumMap<>(LedgerAccount.class);
        boolean closed = false;
        RecordedEvents events = money.department.system().bean(RecordedEvents.class);
        for (Recorded each : events.read(0, Integer.MAX_VALUE)) {
            if (each.event() instanceof TreasuryPaperExecuted e
                    && e.appropriation().equals(appropriation))
                assertThat(closed).as("booked after the closing").isFalse();
            if (each.event() instanceof MoneyEvent money)
                money.postings().stream()
                        .filter(p -> appropriation.equals(p.appropriation()))
                        .forEach(p -> sums.merge(p.account(), p.amount(), Vnd::plus));
            if (each.event() instanceof YearClosed e && e.appropriation().equals(appropriation)) closed = true;
        }
        assertThat(closed).isTrue();
        return sums;
    }

    private static String name(int round, int paper) {
        return "race-%d-%d".formatted(round, paper);
    }
}
