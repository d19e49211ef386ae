package vn.minhchung.kernel.identifier;

import java.util.Optional;
import vn.minhchung.kernel.text.Remark;

/** Code of a unit with budget relations: seven digits, the first not zero. Source: TT 185/2015/TT-BTC. */
final class BudgetUnit {

    private BudgetUnit() {}

    static String normalise(String text) {
        return Shapes.compact(text, "[\\s.]");
    }

    static Optional<Remark> check(String code) {
        return code.matches("[1-9]\\d{6}") ? Optional.empty() : Shapes.problem("budget_unit.shape");
    }
}
