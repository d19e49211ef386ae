package vn.minhchung.kernel.text;

/** How sure a {@link Reading} is. Additions only. */
public enum Certainty {
    /** The text has one defensible reading: this one. */
    EXACT,
    /** The text itself says that it is not exact ({@code khoảng}, {@code cuối năm}). */
    APPROXIMATE,
    /** No reading, or more than one that could be defended; a person has to look. */
    UNCLEAR,
    /** The source says nothing: empty, or the dotted line of a form. */
    BLANK
}
