package vn.minhchung.budgets.write;

import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;

/** How an amount that does not fit is refused: always with the limit, what was asked, and what is left. */
final class Limits {
    private Limits() {}

    /**
     * @param left of the limit, before the amount
     * @param at path of the input field; empty where the refusal points at none
     */
    static void require(ErrorCode code, Vnd limit, Vnd left, Vnd amount, String... at) {
        if (amount.isMoreThan(left)) throw exceeded(code, limit, left, amount).at(at);
    }

    static Refusal exceeded(ErrorCode code, Vnd limit, Vnd left, Vnd amount) {
        return Refusal.of(
                code,
                "limit",
                limit.digits(),
                "actual",
                amount.digits(),
                "remaining",
                left.max(Vnd.ZERO).digits());
    }

    /** @throws Refusal AMOUNT_NOT_POSITIVE */
    static void requirePositive(Vnd amount, String... at) {
        if (!amount.isPositive()) throw notPositive(amount).at(at);
    }

    /** @throws Refusal AMOUNT_NOT_POSITIVE */
    static void requireNotNegative(Vnd amount, String... at) {
        if (amount.isNegative()) throw notPositive(amount).at(at);
    }

    private static Refusal notPositive(Vnd amount) {
        return Refusal.of(ErrorCode.AMOUNT_NOT_POSITIVE, "actual", amount.digits());
    }
}
