package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;

/** What a paper asks the treasury to book (domain.md 2.7). Additions only. */
public enum TreasuryPaperKind {
    /** Giấy rút dự toán, tạm ứng: not yet spending. */
    ADVANCE,
    /** Giấy rút dự toán, thực chi: spending at once. */
    PAYMENT,
    /** Giấy đề nghị thanh toán tạm ứng (C2-03): an advance becomes spending. */
    CLEARING,
    /** Giấy nộp trả kinh phí (C2-05a): money of an advance comes back into the appropriation. */
    RETURN,
    /** Phiếu điều chỉnh số liệu ngân sách (C2-10): booked lines move from a wrong budget string to the right one. */
    RECODING,
    /** Bảng số dư đầu kỳ khi tiếp nhận nhiệm vụ đang thực hiện: what was paid before the system took the task over. */
    OPENING;

    /** What the booked lines of a paper of this kind are: a re-coding's are what they were before it. */
    public TreasuryPaperKind holds(@Nullable Recoded recoded) {
        if (recoded != null) return recoded.as();
        return this == OPENING ? ADVANCE : this;
    }

    /** True for giấy rút dự toán: binds and draws an appropriation. */
    public boolean withdrawal() {
        return this == ADVANCE || this == PAYMENT;
    }
}
