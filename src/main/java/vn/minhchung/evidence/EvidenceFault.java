package vn.minhchung.evidence;

/** Why it was not done: a sentence in Vietnamese and one in English. */
final class EvidenceFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvidenceFault(String vietnamese, String english) {
        super(vietnamese + System.lineSeparator() + english);
    }

    static EvidenceFault notSealed() {
        return new EvidenceFault(
                "Sổ chưa có điểm kiểm tra nào: hãy khởi động ứng dụng một lần.",
                "The log has no checkpoint yet: start the application once.");
    }
}
