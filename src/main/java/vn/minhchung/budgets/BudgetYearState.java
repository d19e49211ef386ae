package vn.minhchung.budgets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where the budget year of an appropriation stands on a day (domain.md 2.9). Additions only. */
public enum BudgetYearState {
    /** Đang trong năm: được rút, được tạm ứng. */
    OPEN,
    /** Thời gian chỉnh lý quyết toán: không rút, không tạm ứng mới; chứng từ đã gửi vẫn được hạch toán vào năm. */
    ADJUSTING,
    /** Hết thời gian chỉnh lý, chờ khoá sổ. */
    TO_BE_CLOSED,
    /** Kế toán trưởng đã khoá sổ, chờ chủ tài khoản xác nhận. */
    CLOSING,
    /** Đã khoá sổ. */
    CLOSED;

    /**
     * A function of the day and of what is recorded.
     *
     * @param lastDraw last day of drawing; null where no rule version in force names one
     * @param adjustmentEnds last day of the adjustment period; null likewise
     */
    public static BudgetYearState on(
            LocalDate day,
            int year,
            @Nullable LocalDate lastDraw,
            @Nullable LocalDate adjustmentEnds,
            @Nullable YearClosing closing) {
        if (closing != null) return closing.closedAt() == null ? CLOSING : CLOSED;
        boolean drawing = lastDraw == null ? day.getYear() <= year : !day.isAfter(lastDraw);
        if (drawing) return OPEN;
        boolean adjusting = adjustmentEnds == null || !day.isAfter(adjustmentEnds);
        return adjusting ? ADJUSTING : TO_BE_CLOSED;
    }
}
