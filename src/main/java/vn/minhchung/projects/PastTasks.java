package vn.minhchung.projects;

import java.util.ArrayList;
import java.util.List;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;

/** Ids of past tasks and of the persons they name: derived from what the source says, so an import may be repeated. */
public final class PastTasks {

    private PastTasks() {}

    /**
     * The id of a past task.
     *
     * @param cells the raw cells of the row in the source's order, blank ones as empty texts
     */
    public static ProjectId idOf(String sourceTitle, List<String> cells) {
        List<String> words = new ArrayList<>(cells.size() + 2);
        words.add("past-task");
        words.add(sourceTitle);
        words.addAll(cells);
        return new ProjectId(Id.derived("project", words.toArray(String[]::new)));
    }

    /**
     * The id of a person a past task names. Everybody gets an own one: equal names do not make equal persons.
     *
     * @param index the person's place among all persons the row names, from 0
     */
    public static PersonId personOf(ProjectId task, int index) {
        return new PersonId(Id.derived("person", task.value(), Integer.toString(index)));
    }
}
