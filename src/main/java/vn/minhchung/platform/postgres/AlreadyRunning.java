package vn.minhchung.platform.postgres;

import java.nio.file.Path;

/** Another process holds the lock of this data folder; nothing in it was touched. */
public final class AlreadyRunning extends PostgresUnavailable {
    private static final long serialVersionUID = 1L;

    AlreadyRunning(Path dataDir) {
        super(
                "Minh Chứng đang chạy với thư mục dữ liệu " + dataDir
                        + "; đề nghị dừng tiến trình đó hoặc chọn thư mục khác bằng minhchung.data-dir.",
                "Minh Chứng is already running on the data folder " + dataDir
                        + "; stop that process or choose another folder with minhchung.data-dir.");
    }
}
