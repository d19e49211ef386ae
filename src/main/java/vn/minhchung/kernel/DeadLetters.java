package vn.minhchung.kernel;

/**
 * What processes could not do because something unforeseen went wrong. It is kept until an operator has it tried again, and
 * what comes after it in the same sequence waits behind it; other sequences go on. A refusal is no such thing: it is an
 * answer, and the process asks again next time.
 */
public interface DeadLetters {
    /**
     * One thing to do.
     *
     * @param process its frozen name
     * @param sequence whatever has to be done in order, such as the task it is about
     * @param item names it for ever, within the process
     */
    record Work(String process, String sequence, String item) {}

    /**
     * Does the work, unless it or something before it in its sequence has failed and nobody has ordered it to be tried again.
     *
     * @return whether it was done now
     * @throws RuntimeException what passes by itself, as when the database is away: nothing is kept then
     */
    boolean attempt(Work work, Runnable doing);

    /** The process's round is run soon after an operator had something of it tried again. */
    void onRetry(String process, Runnable round);

    /** How many are kept, those that only wait behind another included. */
    long kept();
}
