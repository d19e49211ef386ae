package vn.minhchung.projects;

/** What the record of a task rests on. */
public enum TaskStanding {
    /** A decision taken here, or one on paper that a second person compared with the document. */
    DECIDED,
    /** A decision on paper that nobody but its recorder has compared: no money rests on it. */
    PROVISIONAL,
    /** What a source publishes about a past task: no money, no part in uniqueness. */
    AS_PUBLISHED
}
