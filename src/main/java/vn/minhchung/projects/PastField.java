package vn.minhchung.projects;

/** What a cell of a past task's source is about. */
public enum PastField {
    SOURCE_TITLE,
    SOURCE_URL,
    PROVINCE,
    KIND,
    LEVEL,
    CODE,
    TITLE,
    PRINCIPAL_INVESTIGATOR,
    HOST,
    START,
    END,
    TOTAL_BUDGET,
    STATE_BUDGET,
    RATING,
    FIELD,
    FIELD_FROM_SOURCE,
    COUNCIL_DATE,
    NOTES,
    /** A column this list has no word for: kept under its printed header. */
    OTHER
}
