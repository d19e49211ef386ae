package vn.minhchung.budgets.write;

import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Vnd;

/** The appropriation of the year after, by the same code. Amounts in million đồng. */
final class NextYear {
    static final AppropriationId APPROPRIATION = new AppropriationId(Id.derived("appropriation", "2026"));

    private NextYear() {}

    static AppropriationId assigned(Cast cast, long millions) {
        cast.fixture
                .given(
                        new AssignAppropriation(
                                APPROPRIATION,
                                Cast.DEPARTMENT,
                                "417",
                                "101",
                                "12",
                                "00000",
                                2026,
                                Vnd.ZERO,
                                Cast.m(millions)),
                        Cast.COMMITTEE)
                .given(new EnterInTabmis(APPROPRIATION, Cast.TODAY), Cast.FINANCE);
        return APPROPRIATION;
    }
}
