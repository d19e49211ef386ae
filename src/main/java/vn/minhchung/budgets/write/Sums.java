package vn.minhchung.budgets.write;

import vn.minhchung.budgets.BalanceTable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/**
 * The sums of one year appropriation (domain.md 2.8). Always: free ≥ 0, held ≥ 0, committed ≥ 0, drawn ≥ spent ≥ 0;
 * allocated may exceed usable only after a cut.
 *
 * @param usable carried in, assigned and adjusted, less what was cut, carried over to the next year and cancelled
 * @param drawn outstanding advances and actual spending
 * @param spent of it, actual spending
 * @param committed bound by withdrawals the treasury has not paid
 */
record Sums(Vnd usable, Vnd carriedOut, Vnd cancelled, Vnd held, Vnd committed, Vnd drawn, Vnd spent, Vnd allocated) {
    static final Sums NONE = new Sums(Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO, Vnd.ZERO);

    Vnd remaining() {
        return usable.minus(drawn).minus(held);
    }

    Vnd advanceOutstanding() {
        return drawn.minus(spent);
    }

    BalanceTable table() {
        return new BalanceTable(
                usable, advanceOutstanding(), spent, held, committed, remaining(), carriedOut, cancelled);
    }

    /** Remaining and not yet bound. */
    Vnd free() {
        return remaining().minus(committed);
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED naming what is left */
    void requireFree(Vnd amount) {
        Limits.require(ErrorCode.APPROPRIATION_EXCEEDED, usable(), free(), amount);
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED naming what may still be given to tasks */
    void requireUnallocated(Vnd amount) {
        Vnd left = usable().minus(allocated);
        Limits.require(ErrorCode.APPROPRIATION_EXCEEDED, usable(), left, amount, "amount");
    }

    /** @throws Refusal APPROPRIATION_EXCEEDED when less is held */
    void requireHeld(Vnd amount) {
        Limits.require(ErrorCode.APPROPRIATION_EXCEEDED, held, held, amount, "amount");
    }

    /** More is usable: carried in, assigned or supplemented; less when that was an error. */
    Sums grant(Vnd by) {
        return new Sums(usable.plus(by), carriedOut, cancelled, held, committed, drawn, spent, allocated);
    }

    Sums carryOut(Vnd by) {
        return new Sums(usable.minus(by), carriedOut.plus(by), cancelled, held, committed, drawn, spent, allocated);
    }

    Sums cancel(Vnd by) {
        return new Sums(usable.minus(by), carriedOut, cancelled.plus(by), held, committed, drawn, spent, allocated);
    }

    Sums hold(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held.plus(by), committed, drawn, spent, allocated);
    }

    Sums commit(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held, committed.plus(by), drawn, spent, allocated);
    }

    /** From bound to drawn; negative when a payment is reversed. */
    Sums draw(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held, committed.minus(by), drawn.plus(by), spent, allocated);
    }

    /** Drawn money came back or moved to the next year; negative when it moved here, or the return was an error. */
    Sums giveBack(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held, committed, drawn.minus(by), spent, allocated);
    }

    /** What was drawn is spending; negative when that was an error. */
    Sums spend(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held, committed, drawn, spent.plus(by), allocated);
    }

    Sums allocate(Vnd by) {
        return new Sums(usable, carriedOut, cancelled, held, committed, drawn, spent, allocated.plus(by));
    }
}
