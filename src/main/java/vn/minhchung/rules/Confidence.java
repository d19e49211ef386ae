package vn.minhchung.rules;

/** How well the content of a version is known. Only what is SURE may be presented as law. */
public enum Confidence {
    /** Read in the legal text, or undisputed. */
    SURE,
    /** From a secondary source, or consistent over several. */
    LIKELY,
    /** An inference or a proposal. */
    ASSUMED
}
