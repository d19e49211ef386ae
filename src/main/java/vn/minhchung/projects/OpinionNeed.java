package vn.minhchung.projects;

import java.util.List;
import vn.minhchung.projects.AdjustmentOpinion.By;

/** Which opinions must be on record before a request may be granted (domain notes 1.7). The newest of each giver counts. */
public enum OpinionNeed {
    NONE,
    /** Hội đồng và đơn vị đặt hàng đồng ý. */
    COUNCIL_AND_ORDERING_UNIT,
    /** Ý kiến hội đồng hoặc chuyên gia, khi kinh phí tăng. */
    COUNCIL_OR_EXPERTS;

    public boolean met(List<AdjustmentOpinion> opinions) {
        return switch (this) {
            case NONE -> true;
            case COUNCIL_AND_ORDERING_UNIT -> agrees(opinions, By.COUNCIL) && agrees(opinions, By.ORDERING_UNIT);
            case COUNCIL_OR_EXPERTS -> agrees(opinions, By.COUNCIL) || agrees(opinions, By.EXPERTS);
        };
    }

    private static boolean agrees(List<AdjustmentOpinion> opinions, By giver) {
        return opinions.stream()
                .filter(opinion -> opinion.by() == giver)
                .reduce((_, newer) -> newer)
                .map(AdjustmentOpinion::favourable)
                .orElse(false);
    }
}
