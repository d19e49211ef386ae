package vn.minhchung.projects;

/**
 * What of a running task is to change (domain notes 1.7). Who decides it depends on the khoán mode and is data: rule family
 * {@code adjustment.deciders}.
 */
public enum AdjustmentKind {
    /** Tên nhiệm vụ. */
    TITLE(Form.WORDING),
    /** Mục tiêu. */
    GOAL(Form.WORDING),
    /** Sản phẩm. */
    PRODUCT(Form.WORDING),
    /** Nội dung. */
    CONTENT(Form.WORDING),
    /** Tổng kinh phí khoán: never once the task runs. */
    KHOAN_TOTAL(Form.BUDGET),
    /** Phương thức khoán: never once the task runs. */
    KHOAN_MODE(Form.WORDING),
    /** Kinh phí không giao khoán. */
    NON_KHOAN_BUDGET(Form.BUDGET),
    /** Phân kỳ kinh phí giữa các năm; every line keeps its total. */
    REPHASING(Form.BUDGET),
    /** Gia hạn. */
    EXTENSION(Form.END),
    /** Rút ngắn. */
    SHORTENING(Form.END),
    /** Chủ nhiệm. */
    INVESTIGATOR(Form.INVESTIGATOR),
    /** Tổ chức chủ trì. */
    HOST(Form.HOST),
    /** Thành viên. */
    MEMBERS(Form.MEMBERS),
    /** Danh mục vật tư; its money is {@link #NON_KHOAN_BUDGET}. */
    MATERIALS(Form.WORDING),
    /** Danh mục thiết bị; its money is {@link #NON_KHOAN_BUDGET}. */
    EQUIPMENT(Form.WORDING),
    /** Nước đến, số người của đoàn ra; its money is {@link #NON_KHOAN_BUDGET}. */
    MISSION_ABROAD(Form.WORDING),
    /** Dự toán kinh phí ngoài ngân sách nhà nước. */
    COUNTERPART(Form.BUDGET);

    /** Which part of the content says what is asked for. */
    public enum Form {
        WORDING,
        END,
        INVESTIGATOR,
        HOST,
        MEMBERS,
        BUDGET
    }

    private final Form form;

    AdjustmentKind(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }
}
