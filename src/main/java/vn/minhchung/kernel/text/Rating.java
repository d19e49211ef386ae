package vn.minhchung.kernel.text;

/**
 * The grade an acceptance council gave, as printed. TT 11/2014/TT-BKHCN knows three (Xuất sắc, Đạt, Không đạt); the
 * others belong to older or grassroots scales and are kept, never converted.
 */
public enum Rating {
    EXCELLENT("Xuất sắc", true),
    VERY_GOOD("Giỏi", false),
    GOOD("Tốt", false),
    FAIR("Khá", false),
    AVERAGE("Trung bình", false),
    PASSED("Đạt", true),
    FAILED("Không đạt", true);

    private final String label;
    private final boolean current;

    Rating(String label, boolean current) {
        this.label = label;
        this.current = current;
    }

    /** The Vietnamese word. */
    public String label() {
        return label;
    }

    /** Whether the grade is on the three-step scale of TT 11/2014/TT-BKHCN. */
    public boolean isOnCurrentScale() {
        return current;
    }
}
