package vn.minhchung.rules.api;

import java.time.LocalDate;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.rules.RuleState;

/** Conditions over rule versions. */
final class RuleFilters {
    private RuleFilters() {}

    static Filter inForceOn(LocalDate date) {
        return Filter.none()
                .and("v.state = :state", "state", RuleState.IN_FORCE.name())
                .and("v.valid_from <= :day and (v.valid_to is null or v.valid_to >= :day)", "day", date);
    }
}
