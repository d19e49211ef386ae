package vn.minhchung.eventstore.archive;

import org.jspecify.annotations.Nullable;

/** What a log file, or a log that is moved, must keep. Each says what is wrong in Vietnamese and in English. */
public enum ArchiveRule {
    FILE_EXISTS("tệp đã có; đề nghị chọn tên khác", "the file exists; choose another name"),
    NOT_A_LOG_FILE("dòng đầu không phải của tệp sổ sự kiện", "the first line is not that of a log file"),
    UNKNOWN_VERSION(
            "bản dựng này không biết phiên bản định dạng", "this build does not know the version of the format"),
    NOT_A_LINE("dòng quá dài hoặc không kết thúc", "a line that is too long or does not end"),
    FIELDS(
            "không phải đối tượng JSON có đúng các trường được chờ",
            "not a JSON object with exactly the fields expected"),
    TOO_LARGE("tệp quá lớn", "the file is too large"),
    LIMIT("giá trị ngoài giới hạn của sổ", "a value beyond the limits of the log"),
    PAYLOAD("nội dung không phải JSON UTF-8", "the payload is not UTF-8 JSON"),
    ENVELOPE(
            "siêu dữ liệu của sự kiện không có phần i/n và muối 16 byte",
            "the envelope has no part i/n and no salt of 16 bytes"),
    POSITION("vị trí phải liên tục từ 1", "positions must be contiguous from 1"),
    RECORDED_TIME(
            "thời điểm ghi phải là giá trị lớn hơn giữa (lần trước + 1 µs) và thời điểm lưu",
            "the recorded time must be the later of (the one before + 1 µs, the stored time)"),
    PARTS("các phần i/n của một lệnh phải đủ và liền nhau", "the parts i/n of a command must be whole and together"),
    CHAIN(
            "chuỗi băm của các lần bị từ chối hoặc lượt đọc bị đứt",
            "the hash chain of refused attempts or of readings is broken"),
    TRUNCATED("tệp kết thúc trước dòng cuối", "the file ends before its last line"),
    AFTER_END("còn dữ liệu sau dòng cuối", "there is more after the last line"),
    COUNT("số bản ghi khác số nêu ở đầu tệp", "the records are not as many as the first line says"),
    DIGEST(
            "SHA-256 của các dòng khác giá trị nêu ở dòng cuối",
            "the SHA-256 of the lines is not the one the last line says"),
    ROOT("gốc Merkle khác giá trị nêu ở dòng cuối", "the Merkle root is not the one the last line says"),
    LOG_NOT_EMPTY("chỉ nhập vào sổ trống", "a log is imported into an empty one only"),
    DUPLICATE(
            "mã sự kiện, hoặc số thứ tự trong luồng, đã có",
            "the event's id, or the sequence in its stream, is there already"),
    OTHER_LOG(
            "sổ trên Axon Server không phải là sổ của cơ sở dữ liệu này",
            "the log on Axon Server is not the log of this database"),
    SEQUENCE("số thứ tự trong luồng phải liên tục từ 0", "sequences of a stream must be contiguous from 0"),
    KEYS_DIFFER("kho khoá đã có khoá khác", "the vault holds other keys already"),
    TARGET_DIFFERS(
            "sổ đích có sự kiện không phải của sổ này; đề nghị dùng ngữ cảnh trống",
            "the target holds what is not of this log; use an empty context"),
    TARGET_MOVED(
            "vị trí của sổ đích không như đã chờ: có chương trình khác đang ghi vào ngữ cảnh này",
            "the target is not at the position expected: somebody else writes there"),
    TARGET_SILENT(
            "Axon Server không trả lời; đề nghị chạy lại lệnh, việc chuyển sổ sẽ tiếp tục từ chỗ đã dừng",
            "Axon Server does not answer; run the command again, a move goes on from where it stopped"),
    SOURCE_MOVED("sổ nguồn đã dài thêm trong lúc chuyển", "the source grew while it was moved");

    private final String vietnamese;
    private final String english;

    ArchiveRule(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** About no line in particular. */
    public ArchiveFault broken(@Nullable Object value) {
        return new ArchiveFault(this, 0, String.valueOf(value));
    }

    /** @param line from 1 */
    public ArchiveFault brokenIn(long line, @Nullable Object value) {
        return new ArchiveFault(this, line, String.valueOf(value));
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }
}
