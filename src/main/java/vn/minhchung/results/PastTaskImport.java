package vn.minhchung.results;

import vn.minhchung.kernel.Decision;

/** Imports tables of past tasks: for the mutation {@code importPastTasks} and for the demo alike. */
public interface PastTaskImport {
    /**
     * Reads the whole file first, then, unless it is a dry run, sends one {@code recordPastTask} per line. Where a line is
     * unclear nothing is sent, unless the good lines alone are asked for. A line that is on record already is left alone, so
     * a file may be imported again.
     *
     * @param decision who imports and why; every line is recorded under a key derived from its idempotency key
     * @param inputHash binds that key to this request
     * @throws vn.minhchung.kernel.Refusal IMPORT_FILE_UNREADABLE when the file is no such table; IDEMPOTENCY_KEY_REUSED
     *     when the key was used for another file; neither leaves anything behind
     */
    ImportReport run(ImportRequest request, Decision decision, String inputHash);
}
