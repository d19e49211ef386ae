package vn.minhchung.projects;

/**
 * An exception the head of the approving authority allowed for a task.
 *
 * @param confirmed false while a recorded one waits for its second person
 * @param used true once an adjustment has used it up
 */
public record TaskException(
        int number, ExceptionKind kind, String document, String reason, boolean confirmed, boolean used) {
    public TaskException confirm() {
        return new TaskException(number, kind, document, reason, true, used);
    }

    public TaskException usedUp() {
        return new TaskException(number, kind, document, reason, confirmed, true);
    }
}
