package vn.minhchung.projects;

import java.util.List;

/** All exceptions of one task, in the order of their numbers. */
public record TaskExceptions(List<TaskException> all) {
    public static final TaskExceptions NONE = new TaskExceptions(List.of());
}
