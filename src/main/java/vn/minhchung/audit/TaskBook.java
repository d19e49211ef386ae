package vn.minhchung.audit;

import java.util.List;

/** Which objects of a kind the record speaks of. */
public interface TaskBook {
    /**
     * Ids of tasks that events after one position and up to another name, whoever may see them; in order of the ids.
     *
     * @param max one more than wanted tells that there are more
     */
    List<String> named(long after, long through, int max);
}
