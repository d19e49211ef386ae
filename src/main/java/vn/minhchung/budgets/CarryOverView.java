package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A carry-over as queries show it.
 *
 * @param into the next year's appropriation; null before it took effect
 * @param parts declared; once it took effect those that moved
 * @param confirmed what the treasury confirmed; null before
 * @param letter number of the finance department's letter; null before
 * @param outcome its answer; null before
 * @param granted by the letter; null before
 * @param recorded what waits for a second person: the amount; null when nothing does
 */
public record CarryOverView(
        OrganisationId unit,
        int year,
        CarryOverKind kind,
        CarryOverState state,
        AppropriationId appropriation,
        @Nullable AppropriationId into,
        Vnd amount,
        List<CarryOverPart> parts,
        String reason,
        LocalDate declaredOn,
        @Nullable Vnd confirmed,
        @Nullable LocalDate confirmedOn,
        @Nullable String letter,
        @Nullable CarryOverOutcome outcome,
        @Nullable Vnd granted,
        @Nullable LocalDate effectiveOn,
        @Nullable Vnd recorded)
        implements Readable {

    @Override
    public boolean visibleTo(Viewer viewer) {
        return viewer.staff();
    }

    /** @param amount recorded and not yet compared */
    public CarryOverView waits(CarryOverState next, @Nullable Vnd amount) {
        return with(next, into, parts, confirmed, confirmedOn, letter, outcome, granted, effectiveOn, amount);
    }

    public CarryOverView confirmed(Vnd by, LocalDate on) {
        return with(CarryOverState.TREASURY_CONFIRMED, into, parts, by, on, null, null, null, null, null);
    }

    public CarryOverView refused(String number) {
        return with(
                CarryOverState.REFUSED,
                null,
                parts,
                confirmed,
                confirmedOn,
                number,
                CarryOverOutcome.REFUSED,
                Vnd.ZERO,
                null,
                null);
    }

    public CarryOverView carried(AppropriationId next, List<CarryOverPart> moved, String number, Vnd by, LocalDate on) {
        return with(
                CarryOverState.CARRIED_OVER,
                next,
                moved,
                confirmed,
                confirmedOn,
                number,
                CarryOverOutcome.GRANTED,
                by,
                on,
                null);
    }

    private CarryOverView with(
            CarryOverState next,
            @Nullable AppropriationId nextYear,
            List<CarryOverPart> of,
            @Nullable Vnd byTreasury,
            @Nullable LocalDate byTreasuryOn,
            @Nullable String number,
            @Nullable CarryOverOutcome answer,
            @Nullable Vnd byLetter,
            @Nullable LocalDate on,
            @Nullable Vnd open) {
        return new CarryOverView(
                unit,
                year,
                kind,
                next,
                appropriation,
                nextYear,
                amount,
                List.copyOf(of),
                reason,
                declaredOn,
                byTreasury,
                byTreasuryOn,
                number,
                answer,
                byLetter,
                on,
                open);
    }
}
