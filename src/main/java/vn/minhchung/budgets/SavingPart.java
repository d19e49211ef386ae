package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/** Where a part of a saving goes. */
public record SavingPart(Receiver receiver, Vnd amount) {
    /** Additions only. */
    public enum Receiver {
        /** Thu nhập khác của tổ chức chủ trì (phần giao khoán). */
        HOST_INCOME,
        /** Quỹ phát triển của tổ chức chủ trì. */
        HOST_FUND,
        /** Quỹ phát triển khoa học và công nghệ của cơ quan quản lý. */
        SCIENCE_FUND,
        /** Ngân sách nhà nước. */
        STATE_BUDGET
    }
}
