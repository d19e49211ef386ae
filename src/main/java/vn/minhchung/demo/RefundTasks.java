package vn.minhchung.demo;

import java.time.LocalDate;

/** The tasks of the story of refunds; titles, persons and amounts are invented. */
final class RefundTasks {
    static final FailedTask CLEARED_RIGHT = new FailedTask(
            1,
            "ĐTKHCN.HY-61/2024",
            "Nghiên cứu quy trình thâm canh nghệ vàng lấy tinh bột tại vùng bãi sông Luộc",
            Organisation.SONG_LUOC,
            Cast.SONG_LUOC_HEAD,
            Cast.SONG_LUOC_ACCOUNTANT,
            "Hà Văn Nghệ",
            LocalDate.of(2024, 3, 12),
            LocalDate.of(2024, 4, 1),
            24);

    static final FailedTask CLEARED_TOO_MUCH = new FailedTask(
            2,
            "ĐTKHCN.HY-62/2024",
            "Nghiên cứu tuyển chọn giống đinh lăng lá nhỏ cho vùng dược liệu Kim Động",
            Organisation.SONG_LUOC,
            Cast.SONG_LUOC_HEAD,
            Cast.SONG_LUOC_ACCOUNTANT,
            "Tạ Thị Đinh Lăng",
            LocalDate.of(2024, 3, 13),
            LocalDate.of(2024, 4, 1),
            24);

    static final FailedTask RISK_ACCEPTED = new FailedTask(
            3,
            "ĐTKHCN.HY-63/2025",
            "Nghiên cứu nhân giống in vitro cây cà gai leo sạch bệnh tại Văn Lâm",
            Organisation.DA_LOC,
            Cast.DA_LOC_HEAD,
            Cast.DA_LOC_ACCOUNTANT,
            "Kiều Gai Leo",
            LocalDate.of(2025, 10, 20),
            LocalDate.of(2025, 11, 3),
            18);

    static final FailedTask NEXT = new FailedTask(
            6,
            "ĐTKHCN.HY-66/2026",
            "Nghiên cứu quy trình bảo quản nghệ củ sau thu hoạch tại vùng bãi sông Luộc",
            Organisation.PHO_HIEN,
            Cast.PHO_HIEN_HEAD,
            Cast.SONG_LUOC_ACCOUNTANT,
            "Hà Văn Nghệ",
            LocalDate.of(2026, 5, 26),
            LocalDate.of(2026, 6, 8),
            18);

    static final FailedTask CARRIED_ON = new FailedTask(
            7,
            "ĐTKHCN.HY-67/2024",
            "Nghiên cứu phục tráng giống lúa nếp thơm tại vùng trũng Phù Cừ",
            Organisation.SONG_LUOC,
            Cast.SONG_LUOC_HEAD,
            Cast.SONG_LUOC_ACCOUNTANT,
            "Lại Thị Nếp Thơm",
            LocalDate.of(2024, 6, 11),
            LocalDate.of(2024, 7, 1),
            24);

    private RefundTasks() {}
}
