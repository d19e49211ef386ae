package vn.minhchung.oversight;

/** Which question of an audit rule was answered with a hit. Never renamed: ids of hits rest on them. Additions only. */
public enum AuditHitPart {
    /** Chi quản lý chung vượt định mức. */
    NORM_MANAGEMENT,
    /** Chi chuyên gia trong nước vượt tỷ lệ. */
    NORM_DOMESTIC_EXPERTS,
    /** Chi chuyên gia ngoài nước vượt tỷ lệ. */
    NORM_FOREIGN_EXPERTS,
    /** Mức thù lao chủ nhiệm vượt trần. */
    NORM_LABOUR_RATE,
    /** Thù lao vượt hệ số chức danh. */
    NORM_LABOUR_COEFFICIENT,
    /** Chi hội thảo vượt định mức. */
    NORM_SEMINAR,
    /** Giá phiếu điều tra vượt định mức. */
    NORM_SURVEY,
    /** Một người được trả quá một tháng công trong một tháng. */
    LABOUR_OVERLOAD,
    /** Chủ nhiệm cũ vẫn được trả thù lao chủ nhiệm. */
    LABOUR_OF_FORMER_INVESTIGATOR,
    /** Tạm ứng lần đầu vượt mức. */
    FIRST_ADVANCE,
    /** Tạm ứng tiếp khi chưa thanh toán đủ. */
    NEXT_ADVANCE,
    /** Chi đợt cấp cuối khi chưa nghiệm thu từ mức Đạt trở lên. */
    LAST_BEFORE_ACCEPTANCE,
    /** Tạm ứng chưa thanh toán xong sau thời hạn. */
    ADVANCE_UNCLEARED,
    /** Tạm ứng quá hạn phải trừ vào dự toán năm sau. */
    ADVANCE_DEDUCTIBLE,
    /** Chi trước khi có hợp đồng. */
    PAID_BEFORE_CONTRACT,
    /** Chi khi nhiệm vụ đang tạm dừng. */
    PAID_WHILE_SUSPENDED,
    /** Chi sau khi chấm dứt hợp đồng. */
    PAID_AFTER_TERMINATION,
    /** Chi vượt dự toán năm. */
    BEYOND_APPROPRIATION,
    /** Thay đổi chi quản lý chung sau phê duyệt. */
    MANAGEMENT_CHANGED,
    /** Tổ chức chủ trì chuyển khoản mục không thuộc thẩm quyền. */
    LINE_NOT_THE_HOSTS,
    /** Tăng phần không giao khoán khi chưa có ý kiến của hội đồng hoặc chuyên gia. */
    INCREASE_WITHOUT_OPINION,
    /** Kinh phí đối ứng đã chi thấp hơn cam kết. */
    COUNTERPART_SHORT,
    /** Nhiệm vụ chấm dứt mà không xác định khối lượng hoàn thành. */
    STOPPED_WITHOUT_VOLUME,
    /** Chậm quyết định hoàn trả kinh phí. */
    REFUND_NOT_DECIDED,
    /** Kinh phí phải hoàn trả chưa nộp đủ khi đến hạn. */
    REFUND_NOT_PAID,
    /** Mức hoàn trả thấp hơn quy định. */
    REFUND_TOO_LOW,
    /** Giao nhiệm vụ mới cho bên chưa hoàn trả đủ kinh phí. */
    DEBTOR_AWARDED,
    /** Chấp nhận kinh phí tiết kiệm khi chưa nghiệm thu từ mức Đạt trở lên. */
    SAVING_NOT_PASSED,
    /** Kinh phí tiết kiệm lớn hơn số tiền còn lại. */
    SAVING_NOT_LEFT,
    /** Tổ chức chủ trì được chia kinh phí tiết kiệm quá mức. */
    SAVING_HOST_SHARE,
    /** Kinh phí phân bổ trong năm không rút đồng nào. */
    ALLOCATION_NEVER_DRAWN,
    /** Chuyển nguồn nhiều năm liền. */
    CARRIED_OVER_AGAIN,
    /** Gia hạn quá dài. */
    EXTENSION_TOO_LONG,
    /** Gia hạn quá số lần. */
    EXTENSION_AGAIN,
    /** Đề nghị gia hạn quá muộn. */
    EXTENSION_ASKED_LATE,
    /** Cho gia hạn sau khi đã hết hạn. */
    EXTENSION_RETROACTIVE,
    /** Cơ quan quản lý trả lời đề nghị điều chỉnh quá hạn. */
    AUTHORITY_ADJUSTMENT,
    /** Cơ quan quản lý xác nhận khối lượng hoàn thành quá hạn. */
    AUTHORITY_VOLUME,
    /** Tổ chức chủ trì nộp hồ sơ nghiệm thu quá hạn. */
    HOST_DOSSIER,
    /** Tổ chức chủ trì đăng ký kết quả quá hạn. */
    HOST_REGISTRATION,
    /** Cơ quan quản lý công nhận kết quả quá hạn. */
    AUTHORITY_RECOGNITION,
    /** Văn bản đề ngày sau ngày ghi nhận. */
    PAPER_DATED_AFTER_RECORD,
    /** Số văn bản chèn. */
    PAPER_NUMBER_INSERTED,
    /** Một số văn bản mang hai ngày. */
    PAPER_NUMBER_TWICE,
    /** Số văn bản không theo thứ tự ngày. */
    PAPER_NUMBER_ORDER,
    /** Ngày ký khác ngày văn bản. */
    PAPER_SIGNED_ANOTHER_DAY,
    /** Ghi nhận quá muộn sau ngày ký. */
    PAPER_RECORDED_LATE,
    /** Thiếu báo cáo định kỳ. */
    REPORT_MISSING,
    /** Chi tiền khi còn thiếu báo cáo. */
    PAID_WITHOUT_REPORT,
    /** Thông báo kiểm tra mà không kiểm tra. */
    INSPECTION_NOT_HELD,
    /** Thiếu vị trí trong sổ. */
    POSITION_GAP,
    /** Thiếu số thứ tự trong luồng. */
    SEQUENCE_GAP,
    /** Thời điểm ghi không tăng dần. */
    TIME_ORDER,
    /** Sửa nội dung đã ghi mà không nêu lý do. */
    CORRECTION_WITHOUT_REASON,
    /** Dùng vai trò ngay sau khi được giao. */
    ROLE_USED_AT_ONCE,
    /** Tự giao vai trò cho mình. */
    OWN_GRANT,
    /** Người lập bảng khối lượng ký giấy rút dự toán. */
    VOLUME_SIGNED,
    /** Một người ký cả chữ ký thứ nhất và thứ hai. */
    FIRST_SECOND,
    /** Người lập giấy rút dự toán ký chữ ký thứ nhất. */
    PREPARER_FIRST,
    /** Người ghi nhận tự xác nhận. */
    OWN_CONFIRMATION,
    /** Năm đã khoá sổ được điều chỉnh. */
    CLOSED_YEAR_CHANGED,
    /** Số liệu thay đổi sau khi đã nộp quyết toán. */
    SETTLEMENT_CHANGED,
    /** Căn cứ của quyết định hoàn trả thay đổi mà chưa quyết định lại. */
    REFUND_BASIS_CHANGED,
    /** Bảng khối lượng bị huỷ khi đã có chứng từ dựa trên bảng đó. */
    VOLUME_TAKEN_BACK,
    /** Quyết định ngay sau khi người khác đặt lại mật khẩu. */
    DECIDED_AFTER_RESET
}
