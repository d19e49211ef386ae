package vn.minhchung.audit.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A long list that is fetched page by page, with a look at the next but one. */
final class Pages<T> {
    private final Function<@Nullable T, List<T>> following;
    private final Deque<T> fetched = new ArrayDeque<>();
    private @Nullable T last;
    private boolean ended;

    /** @param following the page after an item, the first one after null; empty at the end */
    Pages(Function<@Nullable T, List<T>> following) {
        this.following = following;
    }

    /** The next one, still there afterwards; null at the end. */
    @Nullable
    T next() {
        fill(1);
        return fetched.peekFirst();
    }

    @Nullable
    T afterNext() {
        fill(2);
        return fetched.stream().skip(1).findFirst().orElse(null);
    }

    void pass() {
        fill(1);
        fetched.pollFirst();
    }

    private void fill(int wanted) {
        while (!ended && fetched.size() < wanted) {
            List<T> page = following.apply(last);
            ended = page.isEmpty();
            if (ended) return;
            fetched.addAll(page);
            last = page.getLast();
        }
    }
}
