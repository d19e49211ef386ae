package vn.minhchung.budgets.write;

import java.time.LocalDate;
import vn.minhchung.budgets.YearEndCommand.CloseYear;
import vn.minhchung.budgets.YearEndCommand.ConfirmYearClosing;
import vn.minhchung.budgets.YearEndExamples;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** The year 2025, closed. */
final class ClosedYears {
    static final LocalDate DAY = LocalDate.of(2026, 2, 11);

    private ClosedYears() {}

    static Cast closed(Cast cast) {
        cast.fixture
                .given(new CloseYear(Cast.APPROPRIATION, YearEndExamples.TABLE), Decisions.on(DAY, Cast.CHIEF))
                .given(new ConfirmYearClosing(Cast.APPROPRIATION), Decisions.on(DAY, Cast.DIRECTOR));
        return cast;
    }
}
