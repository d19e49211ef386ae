package vn.minhchung.budgets.write;

import java.util.List;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;

/** What the treasury's booking of a paper means in the ledger. */
final class PaperBooking {
    private PaperBooking() {}

    /** Money paid out of an appropriation: an advance, spending at once, or an advance that became spending. */
    static Postings holds(Postings postings, TreasuryPaperKind as, List<TreasuryPaperLine> lines) {
        return switch (as) {
            case ADVANCE -> postings.add(LedgerAccount.ADVANCED, lines);
            case PAYMENT -> postings.add(LedgerAccount.PAID_DIRECTLY, lines);
            case CLEARING -> postings.add(LedgerAccount.ADVANCED, lines).add(LedgerAccount.CLEARED, lines);
            case RETURN, RECODING, OPENING -> throw new IllegalArgumentException(as + " holds no money");
        };
    }

    /** Off the wrong string, onto the right one; the task's part of the appropriation goes with it. */
    static Postings recoding(PaperTerms paper, Recoded from) {
        Postings wrong = holds(
                Postings.ofTranche(from.appropriation(), from.code(), paper.project(), paper.tranche()),
                from.as(),
                Lines.negated(from.lines()));
        Postings right = holds(
                Postings.ofTranche(paper.appropriation(), paper.code(), paper.project(), paper.tranche()),
                from.as(),
                paper.lines());
        if (!from.across(paper.appropriation())) return wrong.and(right);
        return wrong.and(right.takeBack(LedgerAccount.COMMITTED, paper.lines()))
                .and(Postings.ofTask(from.appropriation(), from.code(), paper.project())
                        .add(LedgerAccount.ALLOCATED, paper.total().negate()))
                .and(Postings.ofTask(paper.appropriation(), paper.code(), paper.project())
                        .add(LedgerAccount.ALLOCATED, paper.total()));
    }
}
