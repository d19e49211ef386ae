package vn.minhchung.projects;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.ViewTable;

/** The views of the module. */
public final class ProjectViews {
    /** How many years a list of years spans at most; nothing in the field runs longer. */
    private static final int MOST_YEARS = 50;

    /** Tasks, by project id. */
    public static final ViewTable<ProjectView> PROJECTS = ViewTable.of(
            "projects_project",
            ProjectView.class,
            new Column<>("is_open", "boolean", ProjectView::open),
            Column.text(
                    "host", view -> view.hostId() == null ? null : view.hostId().value()),
            new Column<>("persons", "text[]", view -> values(view.persons())),
            new Column<>("investigators", "text[]", view -> values(view.investigators())),
            Column.text("state", view -> view.state().name()),
            Column.text("kind", view -> view.kind() == null ? null : view.kind().name()),
            new Column<>(
                    "codes",
                    "text[]",
                    view -> view.codes().stream()
                            .map(TaskCode::value)
                            .map(ProjectViews::codeKey)
                            .toList()),
            new Column<>("years", "text[]", view -> years(view.start(), view.end())),
            Column.text("search", ProjectViews::searchText),
            Column.text("code_key", view -> view.code() == null ? null : VietnameseText.collationKey(view.code())),
            Column.text("title_key", view -> view.title() == null ? null : VietnameseText.collationKey(view.title())),
            new Column<>(
                    "start_day",
                    "date",
                    view -> view.start() == null ? null : view.start().firstDay()));

    /** Adjustments of tasks, by adjustment id. */
    public static final ViewTable<AdjustmentView> ADJUSTMENTS = ViewTable.of(
            "projects_adjustment",
            AdjustmentView.class,
            Column.text("project", view -> view.projectId().value()),
            Column.text("state", view -> view.state().name()));

    /** Exceptions, by project id. */
    public static final ViewTable<TaskExceptions> TASK_EXCEPTIONS =
            ViewTable.of("projects_task_exceptions", TaskExceptions.class);

    /** The life of tasks under contract, by project id. */
    public static final ViewTable<LifeView> LIVES = ViewTable.of("projects_life", LifeView.class);

    private ProjectViews() {}

    /** A code as lists compare it: without case and spaces. */
    public static String codeKey(String code) {
        return VietnameseText.fold(code).replace(" ", "");
    }

    /** The tasks this viewer may know of: part of every list, so that counts and cursors tell nothing either. */
    public static Filter visibleTo(Viewer viewer) {
        Filter filter = Filter.none();
        if (viewer.staff()) return filter;
        Actor actor = viewer.actor();
        if (actor == null) return filter.and("v.is_open");
        return filter.and(
                        "v.is_open or v.host = any(:viewerHosts) or :viewerPerson = any(v.persons)",
                        "viewerHosts",
                        values(viewer.hosts()))
                .and("true", "viewerPerson", actor.person().value());
    }

    /** Narrows to the tasks whose inner workings this viewer may read. */
    public static void partyTo(Filter filter, Viewer viewer) {
        if (viewer.staff()) return;
        Actor actor = viewer.actor();
        if (actor == null) {
            filter.and("false");
            return;
        }
        filter.and("v.host = any(:partyHosts) or :partyPerson = any(v.persons)", "partyHosts", values(viewer.hosts()))
                .and("true", "partyPerson", actor.person().value());
    }

    /** Values of ids as an SQL array. */
    public static String[] values(Set<? extends Id> ids) {
        return ids.stream().map(Id::value).sorted().toArray(String[]::new);
    }

    private static List<String> values(List<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }

    // Names of persons are not searchable: title and codes only.
    private static String searchText(ProjectView view) {
        return VietnameseText.fold(String.join(
                " ",
                Stream.concat(
                                Stream.of(Objects.requireNonNullElse(view.title(), "")),
                                view.codes().stream().map(TaskCode::value))
                        .toList()));
    }

    private static List<String> years(@Nullable PartialDate start, @Nullable PartialDate end) {
        PartialDate from = start != null ? start : end;
        PartialDate to = end != null ? end : start;
        if (from == null || to == null) return List.of();
        return IntStream.rangeClosed(from.year(), Math.min(to.year(), from.year() + MOST_YEARS))
                .mapToObj(Integer::toString)
                .toList();
    }
}
