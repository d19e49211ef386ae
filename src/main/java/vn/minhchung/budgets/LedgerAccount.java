package vn.minhchung.budgets;

import org.jspecify.annotations.Nullable;

/**
 * The accounts of the ledger. A figure account collects one amount of {@code contract.md} 4, positive where the amount
 * grows; its counter account carries the other side, so the postings of every entry sum to zero. Additions only.
 */
public enum LedgerAccount {
    /** Bên phê duyệt kinh phí (đối ứng). */
    APPROVING_BODY,
    /** Cấp giao dự toán (đối ứng). */
    GRANTING_BODY,
    /** Dự toán bị thu hồi (đối ứng). */
    TAKEN_BACK,
    /** Dự toán của đơn vị chưa phân bổ (đối ứng). */
    ALLOCATION_POOL,
    /** Dự toán chưa tạm giữ (đối ứng). */
    HOLD_POOL,
    /** Dự toán chưa dành cho giấy rút nào (đối ứng). */
    COMMITMENT_POOL,
    /** Kho bạc Nhà nước: tiền đã chi từ dự toán (đối ứng). */
    TREASURY,
    /** Tạm ứng đã thanh toán hoặc nộp trả (đối ứng): together with ADVANCED the advance still outstanding. */
    ADVANCE_SETTLED,
    /** Tiền trên đường tới tổ chức chủ trì (đối ứng). */
    HOST_TRANSIT,
    /** Sổ chi của tổ chức chủ trì (đối ứng). */
    HOST_BOOKS,
    /** Sổ quyết toán (đối ứng). */
    SETTLEMENT_BOOKS,
    /** Kinh phí phải thu hồi (đối ứng). */
    REFUND_BOOKS,

    /** Kinh phí được duyệt của nhiệm vụ. */
    APPROVED(APPROVING_BODY),
    /** Dự toán năm trước chuyển sang. */
    CARRIED_IN(GRANTING_BODY),
    /** Dự toán giao đầu năm. */
    ASSIGNED(GRANTING_BODY),
    /** Dự toán bổ sung, điều chỉnh. */
    ADJUSTED(GRANTING_BODY),
    /** Dự toán bị cắt giảm. */
    CUT(TAKEN_BACK),
    /** Dự toán năm phân bổ cho nhiệm vụ. */
    ALLOCATED(ALLOCATION_POOL),
    /** Dự toán bị tạm giữ. */
    HELD(HOLD_POOL),
    /** Đã dành cho giấy rút, kho bạc chưa chi. */
    COMMITTED(COMMITMENT_POOL),
    /** Kho bạc đã tạm ứng, chưa trừ phần đã thanh toán hoặc nộp trả. */
    ADVANCED(TREASURY),
    /** Kho bạc đã thanh toán trực tiếp (thực chi). */
    PAID_DIRECTLY(TREASURY),
    /** Đã thanh toán tạm ứng: kho bạc chuyển từ tạm ứng sang thực chi. */
    CLEARED(ADVANCE_SETTLED),
    /** Tạm ứng chưa thanh toán đã nộp trả kho bạc. */
    RETURNED(ADVANCE_SETTLED),
    /** Tổ chức chủ trì xác nhận đã nhận. */
    HOST_RECEIVED(HOST_TRANSIT),
    /** Tổ chức chủ trì báo cáo đã chi. */
    SPENT_REPORTED(HOST_BOOKS),
    /** Sở chấp nhận là đã chi. */
    SPENT(HOST_BOOKS),
    /** Quyết toán năm. */
    SETTLED_IN_YEAR(SETTLEMENT_BOOKS),
    /** Quyết toán nhiệm vụ đã duyệt. */
    SETTLED(SETTLEMENT_BOOKS),
    /** Kinh phí phải hoàn trả theo quyết định. */
    REFUND_ORDERED(REFUND_BOOKS),
    /** Kinh phí đã hoàn trả vào thu ngân sách. */
    REFUNDED(REFUND_BOOKS),
    /** Kinh phí tiết kiệm được chấp nhận. */
    SAVED(SETTLEMENT_BOOKS),
    /** Dự toán được chuyển sang năm sau. */
    CARRIED_OUT(TAKEN_BACK),
    /** Dự toán không sử dụng hết, không được chuyển sang năm sau, bị huỷ. */
    CANCELLED(TAKEN_BACK);

    private final @Nullable LedgerAccount counter;

    LedgerAccount() {
        this(null);
    }

    LedgerAccount(@Nullable LedgerAccount counter) {
        this.counter = counter;
    }

    /** The account of the other side. @throws IllegalStateException for a counter account itself */
    public LedgerAccount counter() {
        if (counter == null) throw new IllegalStateException(this + " is a counter account");
        return counter;
    }

    /** True for accounts that are summed into figures. */
    public boolean figure() {
        return counter != null;
    }
}
