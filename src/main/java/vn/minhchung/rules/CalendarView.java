package vn.minhchung.rules;

import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * The calendar of a year as GraphQL shows it.
 *
 * @param decided the list that holds; null until one is decided
 * @param recorded a list that waits for a second person
 */
public record CalendarView(
        int year, @Nullable CalendarYear decided, @Nullable CalendarYear recorded) implements Readable {

    @Override
    public boolean visibleTo(Viewer viewer) {
        return true;
    }
}
