package vn.minhchung.audit.api;

/** What is to be asked about a numbered document; the enum of the schema. None of them is a fault by itself. */
enum NumberFinding {
    INSERTED,
    DUPLICATE,
    OUT_OF_ORDER,
    OTHER_YEAR,
    KNOWN_BEFORE_ISSUED,
    UNDATED
}
