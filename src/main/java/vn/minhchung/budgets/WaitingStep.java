package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;

import java.util.List;
import vn.minhchung.kernel.Role;

/** A step that waits for somebody, and who may do it. Additions only. */
public enum WaitingStep {
    /** Xác nhận quyết định giao dự toán. */
    CONFIRM_APPROPRIATION(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE),
    /** Xác nhận thay đổi dự toán. */
    CONFIRM_APPROPRIATION_CHANGE(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE),
    /** Xác nhận tài khoản tiền gửi. */
    CONFIRM_DEPOSIT_ACCOUNT(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Ký chữ ký thứ hai. */
    SIGN_SECOND(CHIEF_ACCOUNTANT, ACCOUNTANT),
    /** Ký chữ ký thứ nhất. */
    SIGN_FIRST(DIRECTOR, DEPUTY_DIRECTOR),
    /** Gửi kho bạc. */
    SEND_TO_TREASURY(ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Ghi kết quả của kho bạc. */
    RECORD_TREASURY_FACT(ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Đối chiếu, xác nhận kết quả của kho bạc. */
    CONFIRM_TREASURY_FACT(ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Sửa, gửi lại hoặc huỷ giấy rút bị trả lại. */
    RESEND_OR_CANCEL(ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Tổ chức chủ trì xác nhận đã nhận tiền. */
    CONFIRM_RECEIPT(HOST_HEAD, HOST_ACCOUNTANT);

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Role> roles;

    WaitingStep(Role... roles) {
        this.roles = List.of(roles);
    }

    public List<Role> roles() {
        return roles;
    }
}
