package vn.minhchung.rules;

/** Where a rule version comes from. */
public enum Standing {
    /** National law: code, decree, circular. */
    LAW,
    /** A decision of the province inside what the law leaves to it. */
    PROVINCE,
    /** Internal control of the department: the director may set it to refuse, warn or off. */
    INTERNAL
}
