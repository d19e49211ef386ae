package vn.minhchung.results.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.projects.PastField;

/** The columns departments' tables have, by the headings they print; compared without accents, case and brackets. */
enum Column {
    /** Number of the line in this print of the table: says nothing about the task. */
    ORDINAL(null, "tt", "stt", "số tt", "số thứ tự", "thứ tự", "no"),
    TITLE(
            PastField.TITLE,
            "tên đề tài",
            "tên nhiệm vụ",
            "tên dự án",
            "tên đề án",
            "tên đề tài, dự án",
            "tên đề tài/dự án/đề án",
            "tên nhiệm vụ KH&CN",
            "tên nhiệm vụ khoa học và công nghệ",
            "tên đề tài, dự án, nhiệm vụ",
            "tên",
            "title",
            "title_vi"),
    CODE(
            PastField.CODE,
            "mã số",
            "mã",
            "mã đề tài",
            "mã số đề tài",
            "mã nhiệm vụ",
            "mã số nhiệm vụ",
            "số hiệu",
            "code"),
    KIND(
            PastField.KIND,
            "loại",
            "loại hình",
            "loại nhiệm vụ",
            "loại đề tài",
            "loại hình nhiệm vụ",
            "đề tài/dự án",
            "task_type"),
    LEVEL(PastField.LEVEL, "cấp", "cấp quản lý", "cấp nhiệm vụ", "cấp đề tài", "cấp độ", "level"),
    PROVINCE(PastField.PROVINCE, "tỉnh", "tỉnh, thành phố", "tỉnh/thành", "địa phương", "địa bàn", "province"),
    INVESTIGATOR(
            PastField.PRINCIPAL_INVESTIGATOR,
            "chủ nhiệm",
            "chủ nhiệm đề tài",
            "chủ nhiệm dự án",
            "chủ nhiệm nhiệm vụ",
            "chủ nhiệm đề tài, dự án",
            "họ tên chủ nhiệm",
            "họ và tên chủ nhiệm",
            "tên chủ nhiệm",
            "chủ nhiệm nhiệm vụ KH&CN",
            "CNĐT",
            "principal_investigator"),
    HOST(
            PastField.HOST,
            "cơ quan chủ trì",
            "đơn vị chủ trì",
            "tổ chức chủ trì",
            "cơ quan thực hiện",
            "đơn vị thực hiện",
            "tổ chức chủ trì nhiệm vụ",
            "host_organisation",
            "host_organization"),
    START(PastField.START, "bắt đầu", "thời gian bắt đầu", "ngày bắt đầu", "năm bắt đầu", "khởi công", "start"),
    END(PastField.END, "kết thúc", "thời gian kết thúc", "ngày kết thúc", "năm kết thúc", "hoàn thành", "end"),
    /** One cell with both ends, the length, or all three. */
    PERIOD(PastField.START, "thời gian thực hiện", "thời gian", "thời gian triển khai", "năm thực hiện", "period"),
    TOTAL_BUDGET(
            PastField.TOTAL_BUDGET,
            "tổng kinh phí",
            "kinh phí",
            "kinh phí thực hiện",
            "tổng số",
            "tổng kinh phí thực hiện",
            "tổng mức kinh phí",
            "total_budget",
            "total_budget_vnd"),
    STATE_BUDGET(
            PastField.STATE_BUDGET,
            "NSNN",
            "ngân sách nhà nước",
            "kinh phí NSNN",
            "kinh phí từ NSNN",
            "ngân sách SNKH",
            "kinh phí SNKH",
            "kinh phí sự nghiệp khoa học",
            "kinh phí từ ngân sách nhà nước",
            "kinh phí hỗ trợ từ NSNN",
            "từ NSNN",
            "từ ngân sách nhà nước",
            "từ ngân sách sự nghiệp khoa học",
            "kinh phí từ nguồn sự nghiệp khoa học và công nghệ",
            "state_budget",
            "state_budget_vnd"),
    RATING(
            PastField.RATING,
            "xếp loại",
            "kết quả",
            "kết quả nghiệm thu",
            "kết quả đánh giá",
            "kết quả xếp loại",
            "mức đánh giá",
            "đánh giá, xếp loại",
            "result_rating"),
    FIELD(PastField.FIELD, "lĩnh vực", "lĩnh vực KH&CN", "lĩnh vực nghiên cứu", "field"),
    FIELD_FROM_SOURCE(PastField.FIELD_FROM_SOURCE, "field_from_source"),
    COUNCIL_DATE(
            PastField.COUNCIL_DATE,
            "ngày nghiệm thu",
            "ngày họp hội đồng",
            "thời gian nghiệm thu",
            "ngày đánh giá nghiệm thu",
            "council_date"),
    NOTES(PastField.NOTES, "ghi chú", "chú thích", "notes", "note"),
    SOURCE_TITLE(PastField.SOURCE_TITLE, "nguồn", "tên nguồn", "nguồn tin", "source_title"),
    SOURCE_URL(PastField.SOURCE_URL, "đường dẫn", "liên kết", "link", "url", "source_url"),
    /** Names of others who took part. */
    MEMBERS(
            PastField.OTHER,
            "thành viên",
            "thành viên chính",
            "thành viên tham gia",
            "những người tham gia",
            "người tham gia",
            "cán bộ tham gia",
            "đồng chủ nhiệm",
            "phó chủ nhiệm",
            "thư ký",
            "thư ký khoa học",
            "thư ký đề tài",
            "người liên hệ",
            "kế toán"),
    /** Data about the principal investigator that are nobody else's business. */
    PERSONAL(
            PastField.OTHER,
            "điện thoại",
            "số điện thoại",
            "di động",
            "email",
            "e-mail",
            "thư điện tử",
            "CMND",
            "CCCD",
            "số CMND",
            "số CCCD",
            "CMND/CCCD",
            "số CMND/CCCD",
            "căn cước",
            "ngày sinh",
            "năm sinh",
            "ngày, tháng, năm sinh",
            "địa chỉ nhà riêng",
            "số tài khoản",
            "tài khoản",
            "mã số thuế cá nhân");

    private static final List<String> UNITS =
            List.of("triệu đồng", "trđ", "tr.đ", "tỷ đồng", "nghìn đồng", "1000 đồng", "đồng", "đ", "VNĐ");

    private final @Nullable PastField field;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> headings;

    Column(@Nullable PastField field, String... headings) {
        this.field = field;
        this.headings = List.of(headings);
    }

    PastField field() {
        return field == null ? PastField.OTHER : field;
    }

    boolean money() {
        return this == TOTAL_BUDGET || this == STATE_BUDGET;
    }

    /** The headings of each column by its name, those of money also with a unit behind them. */
    static Map<String, List<String>> known() {
        Map<Column, List<String>> known = new EnumMap<>(Column.class);
        for (Column column : values()) {
            List<String> all = new ArrayList<>(column.headings);
            if (column.money()) {
                column.headings.forEach(h -> UNITS.forEach(unit -> all.add(h + " " + unit)));
            }
            known.put(column, all);
        }
        Map<String, List<String>> byName = new LinkedHashMap<>();
        known.forEach((column, all) -> byName.put(column.name(), all));
        return byName;
    }
}
