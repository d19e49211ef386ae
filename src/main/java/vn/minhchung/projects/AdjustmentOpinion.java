package vn.minhchung.projects;

import java.time.LocalDate;

/**
 * What was said about a request before its decision.
 *
 * @param document number of the minutes or letter
 */
public record AdjustmentOpinion(By by, boolean favourable, String document, LocalDate givenOn) {
    /** Whose opinion it is. */
    public enum By {
        /** Hội đồng tư vấn. */
        COUNCIL,
        /** Chuyên gia. */
        EXPERTS,
        /** Đơn vị đặt hàng. */
        ORDERING_UNIT
    }
}
