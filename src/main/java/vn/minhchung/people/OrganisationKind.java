package vn.minhchung.people;

/** What kind of organisation (domain.md 6.3). Additions only. */
public enum OrganisationKind {
    RESEARCH_INSTITUTE,
    UNIVERSITY,
    SCIENCE_ENTERPRISE,
    ENTERPRISE,
    PUBLIC_SERVICE_UNIT,
    DEPARTMENT,
    PEOPLES_COMMITTEE,
    TREASURY,
    COOPERATIVE,
    ASSOCIATION,
    HOSPITAL,
    OTHER
}
