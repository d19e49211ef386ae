package vn.minhchung.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Vnd;

/**
 * One instalment of state money as the contract plans it (đợt cấp kinh phí; domain notes 2.5).
 *
 * @param number from 1, without gaps
 * @param amount whole đồng, above zero
 * @param condition what must be true before it is paid, as the contract says; null when it says nothing
 */
public record TranchePlan(
        int number,
        Vnd amount,
        @Nullable String condition,
        @Nullable LocalDate due) {}
