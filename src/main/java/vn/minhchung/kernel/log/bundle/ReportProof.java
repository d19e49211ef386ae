package vn.minhchung.kernel.log.bundle;

/** What every report says of what it proves, in Vietnamese: the same as both verifiers. */
public final class ReportProof {
    public static final String NOT_PROVEN =
            "Không được chứng minh: rằng chính người đó đã thực hiện, chứ không phải người quản trị hệ thống đã đặt lại mật khẩu; rằng không còn việc gì chưa được ghi; rằng văn bản giấy đúng như đã nhập.";

    private ReportProof() {}
}
