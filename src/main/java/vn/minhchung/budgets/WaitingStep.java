package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.HOST_ACCOUNTANT;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.INVESTIGATOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.rules.DueDay;

/**
 * A step that waits for somebody: who may do it, and which rule says until when. Steps without one are due on no day the
 * law or the province names (domain.md 1.13 and 2.9). Additions only.
 */
public enum WaitingStep {
    /** Xác nhận quyết định giao dự toán. */
    CONFIRM_APPROPRIATION(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE),
    /** Xác nhận thay đổi dự toán. */
    CONFIRM_APPROPRIATION_CHANGE(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE),
    /** Xác nhận tài khoản tiền gửi. */
    CONFIRM_DEPOSIT_ACCOUNT(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Ký chữ ký thứ hai. */
    SIGN_SECOND(Due.yearEnd("documentsBy"), CHIEF_ACCOUNTANT, ACCOUNTANT),
    /** Ký chữ ký thứ nhất. */
    SIGN_FIRST(Due.yearEnd("documentsBy"), DIRECTOR, DEPUTY_DIRECTOR),
    /** Gửi kho bạc. */
    SEND_TO_TREASURY(Due.yearEnd("documentsBy"), ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Ghi kết quả của kho bạc. */
    RECORD_TREASURY_FACT(Due.counted("treasury-payment"), ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Đối chiếu, xác nhận kết quả của kho bạc. */
    CONFIRM_TREASURY_FACT(ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Sửa, gửi lại hoặc huỷ giấy rút bị trả lại. */
    RESEND_OR_CANCEL(Due.yearEnd("documentsBy"), ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Tổ chức chủ trì xác nhận đã nhận tiền. */
    CONFIRM_RECEIPT(HOST_HEAD, HOST_ACCOUNTANT),
    /** Báo cáo việc không hoàn thành nhiệm vụ. */
    REPORT_NON_COMPLETION(Due.counted("refund-report"), HOST_HEAD),
    /** Xác định nguyên nhân và quyết định hoàn trả. */
    DECIDE_REFUND(Due.counted("refund-decision"), DIRECTOR, OFFICER),
    /** Xác nhận quyết định hoàn trả ghi theo văn bản. */
    CONFIRM_REFUND(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Nộp kinh phí phải hoàn trả. */
    PAY_REFUND(Due.counted("refund-paid"), HOST_HEAD, HOST_ACCOUNTANT),
    /** Xác nhận một lần nộp hoàn trả. */
    CONFIRM_REFUND_PAYMENT(ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Kế toán trưởng ký bảng khối lượng hoàn thành. */
    SIGN_VOLUME_SECOND(Due.counted("volume-confirmation"), CHIEF_ACCOUNTANT, ACCOUNTANT),
    /** Chủ tài khoản ký bảng khối lượng hoàn thành. */
    SIGN_VOLUME_FIRST(Due.counted("volume-confirmation"), DIRECTOR, DEPUTY_DIRECTOR),
    /** Xác nhận quyết định phê duyệt nhiệm vụ ghi theo văn bản. */
    CONFIRM_APPROVAL(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR),
    /** Ký hợp đồng. */
    SIGN_CONTRACT(DIRECTOR, DEPUTY_DIRECTOR, OFFICER),
    /** Xác nhận hợp đồng ghi theo văn bản. */
    CONFIRM_CONTRACT(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR),
    // adjustments
    /** Bổ sung hồ sơ điều chỉnh. */
    SUPPLEMENT_ADJUSTMENT(HOST_HEAD, INVESTIGATOR),
    /** Lấy ý kiến về đề nghị điều chỉnh. */
    RECORD_ADJUSTMENT_OPINION(Due.counted("adjustment-answer"), OFFICER),
    /** Trả lời đề nghị điều chỉnh. */
    DECIDE_ADJUSTMENT(Due.counted("adjustment-answer"), DIRECTOR, COMMITTEE, OFFICER),
    /** Đối chiếu quyết định điều chỉnh. */
    CONFIRM_ADJUSTMENT(Due.counted("adjustment-answer"), OFFICER, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR),
    /** Xem xét thông báo của tổ chức chủ trì. */
    OBJECT_TO_ADJUSTMENT(Due.counted("adjustment-objection"), DIRECTOR, COMMITTEE, OFFICER),
    /** Đối chiếu văn bản cho phép ngoại lệ. */
    CONFIRM_EXCEPTION(OFFICER, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR),
    /** Duyệt hoặc trả lại dự toán. */
    APPROVE_ESTIMATE(DIRECTOR, DEPUTY_DIRECTOR),
    /** Sửa, trình lại dự toán. */
    CORRECT_ESTIMATE(INVESTIGATOR, HOST_ACCOUNTANT, HOST_HEAD),
    /** Duyệt phương án điều chỉnh giữa các khoản mục khoán. */
    APPROVE_LINE_MOVES(HOST_HEAD),
    // ---- the life of a task
    /** Quyết định về đề nghị tạm dừng. */
    DECIDE_SUSPENSION(Due.counted("suspension-notice"), DIRECTOR, COMMITTEE, OFFICER),
    /** Cho tiếp tục hoặc chấm dứt nhiệm vụ đang tạm dừng. */
    RESUME_OR_TERMINATE(DIRECTOR, COMMITTEE, OFFICER),
    /** Đối chiếu quyết định về nhiệm vụ ghi theo văn bản. */
    CONFIRM_TASK_DECISION(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR),
    /** Nộp hồ sơ nghiệm thu. */
    FILE_ACCEPTANCE_DOSSIER(Due.counted("acceptance-dossier"), HOST_HEAD),
    /** Kiểm tra tính hợp lệ của hồ sơ nghiệm thu. */
    CHECK_ACCEPTANCE_DOSSIER(Due.counted("acceptance-dossier-check"), OFFICER),
    /** Bổ sung hồ sơ nghiệm thu. */
    SUPPLEMENT_ACCEPTANCE_DOSSIER(Due.counted("acceptance-dossier-supplement"), HOST_HEAD),
    /** Ghi kết quả đánh giá, nghiệm thu. */
    RECORD_GRADE(OFFICER),
    /** Nộp báo cáo định kỳ. */
    FILE_PERIODIC_REPORT(Due.counted("periodic-report"), HOST_HEAD, INVESTIGATOR),
    /** Xem xét báo cáo định kỳ. */
    REVIEW_PERIODIC_REPORT(OFFICER),
    /** Bổ sung báo cáo định kỳ. */
    SUPPLEMENT_PERIODIC_REPORT(HOST_HEAD, INVESTIGATOR),
    /** Kiểm tra đã thông báo, ghi biên bản. */
    RECORD_INSPECTION(OFFICER),
    /** Hoàn thiện sau nghiệm thu. */
    FILE_CORRECTIONS(Due.counted("acceptance-corrections"), HOST_HEAD, INVESTIGATOR),
    /** Ghi xác nhận hoàn thiện của chủ tịch hội đồng. */
    CERTIFY_CORRECTIONS(OFFICER),
    /** Đăng ký kết quả. */
    REGISTER_RESULTS(Due.counted("result-registration"), OFFICER, REGISTRAR),
    /** Công nhận kết quả. */
    RECOGNISE_RESULTS(Due.counted("recognition"), COMMITTEE, DIRECTOR, OFFICER),
    /** Bàn giao sản phẩm, tài sản, quyền đối với kết quả. */
    HAND_OVER_ASSETS(DIRECTOR, COMMITTEE, OFFICER),
    /** Thanh lý hợp đồng. */
    LIQUIDATE_CONTRACT(DIRECTOR, DEPUTY_DIRECTOR, OFFICER),
    /** Công khai thông tin nhiệm vụ. */
    PUBLICISE_TASK(Due.counted("publicity"), HOST_HEAD, OFFICER, REGISTRAR),
    /** Nộp báo cáo quyết toán nhiệm vụ. */
    FILE_TASK_SETTLEMENT(HOST_HEAD),
    /** Xét duyệt quyết toán nhiệm vụ. */
    REVIEW_TASK_SETTLEMENT(DIRECTOR, FINANCE, OFFICER, ACCOUNTANT),
    // ---- end of the life of a task
    /** Khoá sổ niên độ. */
    CLOSE_YEAR(Due.yearEnd("reconciledBy"), CHIEF_ACCOUNTANT),
    /** Chủ tài khoản xác nhận khoá sổ niên độ. */
    CONFIRM_YEAR_CLOSING(Due.yearEnd("reportedBy"), DIRECTOR, DEPUTY_DIRECTOR),
    /** Ghi số kho bạc xác nhận được chuyển sang năm sau. */
    RECORD_CARRY_OVER_CONFIRMATION(Due.yearEnd("reconciledBy"), ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Ghi văn bản của cơ quan tài chính về chuyển nguồn. */
    RECORD_CARRY_OVER_LETTER(Due.yearEnd("returnedBy"), FINANCE, ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Đối chiếu, xác nhận văn bản về chuyển nguồn. */
    CONFIRM_CARRY_OVER(Due.yearEnd("returnedBy"), ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER, FINANCE),
    /** Nộp trả tạm ứng không được chuyển sang năm sau. */
    RETURN_ADVANCE(Due.yearEnd("returnedBy"), ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Cơ quan tài chính xử lý tạm ứng mà năm sau không có dự toán. */
    HANDLE_ADVANCE_WITHOUT_APPROPRIATION(Due.yearEnd("returnedBy"), FINANCE),
    /** Nộp báo cáo quyết toán năm. */
    FILE_YEARLY_SETTLEMENT(CHIEF_ACCOUNTANT),
    /** Xét duyệt quyết toán năm. */
    REVIEW_YEARLY_SETTLEMENT(FINANCE, OFFICER, ACCOUNTANT),
    /** Đối chiếu thông báo xét duyệt quyết toán ghi theo văn bản. */
    CONFIRM_SETTLEMENT_REVIEW(OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE),
    /** Thực hiện thông báo xét duyệt quyết toán. */
    CARRY_OUT_SETTLEMENT_NOTICE(Due.counted("settlement-notice"), ACCOUNTANT, CHIEF_ACCOUNTANT),
    /** Xác nhận điều chỉnh số quyết toán của năm đã khoá sổ. */
    CONFIRM_CLOSED_YEAR_CORRECTION(DIRECTOR, DEPUTY_DIRECTOR),
    /** Xem xét báo cáo số đã chi. */
    ACCEPT_SPENDING(Due.counted("money-confirmation"), ACCOUNTANT, CHIEF_ACCOUNTANT, OFFICER),
    /** Bổ sung báo cáo số đã chi. */
    CORRECT_SPENDING(HOST_ACCOUNTANT, HOST_HEAD, INVESTIGATOR),
    /** Xem xét báo cáo kinh phí tiết kiệm. */
    ACCEPT_SAVING(CHIEF_ACCOUNTANT, DIRECTOR);

    @SuppressWarnings("ImmutableEnumChecker") // an immutable record
    private final @Nullable Due due;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Role> roles;

    WaitingStep(Role... roles) {
        this(null, roles);
    }

    WaitingStep(@Nullable Due due, Role... roles) {
        this.due = due;
        this.roles = List.of(roles);
    }

    /** Which due day to ask the rules for; null where no rule names one. */
    public DueDay.@Nullable Key due(long position, LocalDate countsFrom) {
        return due == null ? null : due.key(position, countsFrom);
    }

    /** @param yearEnd a day of the year-end calendar; else counted by a row of the deadline table */
    private record Due(boolean yearEnd, String name) {
        static Due counted(String deadline) {
            return new Due(false, deadline);
        }

        static Due yearEnd(String parameter) {
            return new Due(true, parameter);
        }

        DueDay.Key key(long position, LocalDate countsFrom) {
            return yearEnd
                    ? DueDay.Key.yearEnd(position, name, countsFrom.getYear())
                    : DueDay.Key.counted(position, name, countsFrom);
        }
    }

    public List<Role> roles() {
        return roles;
    }
}
