package vn.minhchung.budgets.write;

import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/**
 * The sums of one year appropriation (domain.md 2.8). Always: free ≥ 0, held ≥ 0, committed ≥ 0, drawn ≥ 0; allocated may
 * exceed usable only after a cut.
 *
 * @param drawn outstanding advances and actual spending
 * @param committed bound by withdrawals the treasury has not paid
 */
record Sums(Vnd carriedIn, Vnd assigned, Vnd adjusted, Vnd cut, Vnd held, Vnd committed, Vnd drawn, Vnd allocated) {
    static final Sums NONE = new Sums(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO);

    Vnd usable() {
        return carriedIn.plus(assigned).plus(adjusted).minus(cut);
    }

    Vnd remaining() {
        return usable().minus(drawn).minus(held);
    }

    /** Remaining and not yet bound. */
    Vnd free() {
        return remaining().minus(committed);
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED naming what is left */
    void requireFree(Vnd amount) {
        if (amount.isMoreThan(free()))
            throw Refusal.of(
                    ErrorCode.APPROPRIATION_EXCEEDED,
                    "limit",
                    usable().digits(),
                    "actual",
                    amount.digits(),
                    "remaining",
                    free().digits());
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED naming what may still be given to tasks */
    void requireUnallocated(Vnd amount) {
        Vnd left = usable().minus(allocated);
        if (amount.isMoreThan(left))
            throw Refusal.of(
                            ErrorCode.APPROPRIATION_EXCEEDED,
                            "limit",
                            usable().digits(),
                            "actual",
                            amount.digits(),
                            "remaining",
                            left.max(Vnd.ZERO).digits())
                    .at("amount");
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED when less is held */
    void requireHeld(Vnd amount) {
        if (amount.isMoreThan(held))
            throw Refusal.of(
                            ErrorCode.APPROPRIATION_EXCEEDED,
                            "limit",
                            held.digits(),
                            "actual",
                            amount.digits(),
                            "remaining",
                            held.digits())
                    .at("amount");
    }

    Sums assign(Vnd carried, Vnd given) {
        return new Sums(
                carriedIn.plus(carried), assigned.plus(given), adjusted, cut, held, committed, drawn, allocated);
    }

    Sums adjust(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted.plus(by), cut, held, committed, drawn, allocated);
    }

    Sums cut(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut.plus(by), held, committed, drawn, allocated);
    }

    Sums hold(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut, held.plus(by), committed, drawn, allocated);
    }

    Sums commit(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut, held, committed.plus(by), drawn, allocated);
    }

    /** From bound to drawn; negative when a payment is reversed. */
    Sums draw(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut, held, committed.minus(by), drawn.plus(by), allocated);
    }

    /** Drawn money came back; negative when that was an error. */
    Sums giveBack(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut, held, committed, drawn.minus(by), allocated);
    }

    Sums allocate(Vnd by) {
        return new Sums(carriedIn, assigned, adjusted, cut, held, committed, drawn, allocated.plus(by));
    }
}
