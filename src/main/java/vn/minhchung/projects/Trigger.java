package vn.minhchung.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a task that decides which version of a rule applies to it (domain notes 0.1).
 *
 * @param document number of the paper that proves it, as printed
 */
public record Trigger(Kind kind, LocalDate date, @Nullable String document) {
    public enum Kind {
        /** Phê duyệt danh mục đặt hàng: pins spending norms. */
        ORDER_LIST_APPROVED,
        /** Thông báo tuyển chọn hoặc thư mời giao trực tiếp: pins the procedure. */
        CALL_PUBLISHED,
        /** Quyết định phê duyệt nhiệm vụ: pins what nothing earlier pinned. */
        APPROVAL
    }
}
