package vn.minhchung.demo;

/** Names of people the demo needs many of: ordinary, and nobody's. */
final class InventedNames {
    private static final String[] FAMILY = {
        "Cao", "Chu", "Đinh", "Đoàn", "Hà", "Hồ", "Kiều", "La", "Lưu", "Mạc", "Mai", "Nghiêm", "Ninh", "Phùng", "Quách",
        "Tạ", "Thái", "Tống", "Trịnh"
    };
    private static final String[] MIDDLE = {
        "Minh", "Thanh", "Ngọc", "Hoài", "Khánh", "Xuân", "Bảo", "Thu", "Hải", "Đình", "Kim"
    };
    private static final String[] GIVEN = {
        "An", "Bình", "Châu", "Duyên", "Đông", "Giang", "Hạnh", "Khôi", "Lâm", "Liên", "Mai", "Nam", "Ngân", "Nhung",
        "Phúc", "Quyên", "Sơn", "Thắng", "Thủy", "Trang", "Tuấn", "Uyên", "Yến"
    };

    private InventedNames() {}

    /** Another name for another number; the lists are of lengths without a common divisor. */
    static String of(int number) {
        return FAMILY[number % FAMILY.length] + " " + MIDDLE[number % MIDDLE.length] + " "
                + GIVEN[number % GIVEN.length];
    }
}
