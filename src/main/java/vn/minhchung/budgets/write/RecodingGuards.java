package vn.minhchung.budgets.write;

import java.util.Objects;
import java.util.function.Consumer;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.command.Aggregates;

/** The guards' side of a re-coding: both appropriations where there are two, and the paper booked under the wrong string. */
final class RecodingGuards {
    private final Aggregates aggregates;
    private final PaperTerms terms;
    private final Recoded from;

    RecodingGuards(Aggregates aggregates, PaperTerms terms) {
        this.aggregates = aggregates;
        this.terms = terms;
        this.from = Objects.requireNonNull(terms.recoded());
    }

    void book() {
        onBoth(
                wrong -> wrong.recodeOut(terms.id(), terms.project(), terms.total()),
                right -> right.recodeIn(terms.id(), terms.project(), terms.total()));
        spending(
                wrong -> wrong.reverseSpending(terms.id(), terms.project(), terms.tranche(), from.lines()),
                right -> right.spend(terms.id(), terms.project(), terms.tranche(), terms.lines()));
        onBooked(paper -> paper.recode(terms.id(), from.lines()));
    }

    void cancel() {
        onBoth(_ -> {}, right -> right.releaseReservation(terms.id(), terms.project(), terms.total()));
        onBooked(paper -> paper.unbindRecoding(terms.id(), terms.total()));
    }

    /** Refused where the wrong appropriation has used since what the re-coding had given back to it. */
    void reverse() {
        onBoth(
                wrong -> wrong.reverseRecodeOut(terms.id(), terms.project(), terms.total()),
                right -> right.reverseRecodeIn(terms.id(), terms.project(), terms.total()));
        spending(
                wrong -> wrong.spend(terms.id(), terms.project(), terms.tranche(), from.lines()),
                right -> right.reverseSpending(terms.id(), terms.project(), terms.tranche(), terms.lines()));
        onBooked(paper -> paper.reverseRecoding(terms.id(), from));
    }

    /** What is re-coded counts in the year of the string it stands under; an advance is no spending yet. */
    private void spending(Consumer<Appropriation> wrong, Consumer<Appropriation> right) {
        on(from.appropriation(), Appropriation::requireOpen);
        on(terms.appropriation(), Appropriation::requireOpen);
        if (from.as() == TreasuryPaperKind.ADVANCE) return;
        on(from.appropriation(), wrong);
        on(terms.appropriation(), right);
    }

    /** Within one appropriation nothing is drawn that was not drawn before. */
    private void onBoth(Consumer<Appropriation> wrong, Consumer<Appropriation> right) {
        if (!from.across(terms.appropriation())) return;
        on(from.appropriation(), wrong);
        on(terms.appropriation(), right);
    }

    private void on(AppropriationId appropriation, Consumer<Appropriation> decide) {
        aggregates.on(Appropriation.class, appropriation.value(), decide);
    }

    private void onBooked(Consumer<TreasuryPaper> decide) {
        aggregates.on(TreasuryPaper.class, from.of().value(), decide);
    }
}
