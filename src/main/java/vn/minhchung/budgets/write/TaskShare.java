package vn.minhchung.budgets.write;

import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/**
 * One task's part of an appropriation.
 *
 * @param used bound or drawn
 */
record TaskShare(Vnd allocated, Vnd used) {
    static final TaskShare NONE = new TaskShare(Vnd.ZERO, Vnd.ZERO);

    Vnd left() {
        return allocated.minus(used);
    }

    /** @throws Refusal ALLOCATION_EXCEEDED naming what is left */
    void requireLeft(Vnd amount) {
        Limits.require(ErrorCode.ALLOCATION_EXCEEDED, allocated, left(), amount);
    }

    TaskShare allocate(Vnd by) {
        return new TaskShare(allocated.plus(by), used);
    }

    TaskShare use(Vnd by) {
        return new TaskShare(allocated, used.plus(by));
    }
}
