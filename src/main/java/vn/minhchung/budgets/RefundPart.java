package vn.minhchung.budgets;

import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Rounding;
import vn.minhchung.kernel.Vnd;

/**
 * A part of the money that was properly used, with why the task was not completed and what of it comes back.
 *
 * @param proven spent for its purpose, with vouchers
 * @param shareBp what of it comes back, in basis points (10,000 is the whole)
 * @param reason what the cause was found to be
 */
public record RefundPart(RefundCause cause, Vnd proven, int shareBp, String reason) {
    /** Whole đồng, rounded up: what is owed is never less than the share. */
    public Vnd comesBack() {
        return new BasisPoints(shareBp).of(proven, Rounding.UP);
    }
}
