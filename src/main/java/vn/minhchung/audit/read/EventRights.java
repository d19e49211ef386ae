package vn.minhchung.audit.read;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.Views;

/**
 * Which events a viewer may see, as a condition of the query itself, so that lists, counts and cursors agree. Staff see
 * the events of what they see; everybody else those of the own tasks, organisations, person and account, and the own acts,
 * but none that names a task hidden from them; administrators also those about accounts and about running the system. How
 * requests were kept apart is for inspectors; what continuous audit looks into and inspectors take out is for staff.
 */
@Component
final class EventRights {
    private static final String TASK = "project";
    private static final int MOST_TASKS = 20_000;

    private final Views views;
    private final List<NodeSource<?>> sources;

    EventRights(Views views, List<NodeSource<?>> sources) {
        this.views = views;
        this.sources = sources;
    }

    Filter filter(Viewer viewer, long position) {
        Filter filter = Filter.none();
        Actor actor = viewer.actor();
        if (actor == null) return filter.and("false");
        if (!viewer.has(Role.INSPECTOR)) filter.and("e.stream not like 'request:%'");
        if (viewer.staff()) return filter;
        List<String> own =
                new ArrayList<>(List.of(actor.person().value(), actor.account().value()));
        viewer.hosts().forEach(host -> own.add(host.value()));
        List<String> hidden = new ArrayList<>();
        for (NodeSource<?> source : sources) {
            if (source.kind().equals(TASK)) sort(source, viewer, position, own, hidden);
        }
        String subjects = "select 1 from %s s where s.position = e.position and s.object = any(%s)";
        String ownActs = viewer.has(Role.ADMIN)
                ? "e.account = :ownAccount or e.module in ('access', 'audit', 'operations')"
                : "e.account = :ownAccount";
        String table = views.qualified(EventTables.SUBJECT.name());
        return filter.and("(e.module <> 'oversight' and e.name <> 'audit.BundleExported') or e.account = :ownAccount")
                .and(
                        ownActs + " or exists (" + subjects.formatted(table, ":own") + ")",
                        "own",
                        own.toArray(String[]::new))
                .and(
                        "not exists (" + subjects.formatted(table, ":hidden") + ")",
                        "hidden",
                        hidden.toArray(String[]::new))
                .and("true", "ownAccount", actor.account().value());
    }

    private <V extends Record & Readable> void sort(
            NodeSource<V> source, Viewer viewer, long position, List<String> own, List<String> hidden) {
        Page<V> all = views.page(source.table(), Filter.none(), position, 0, MOST_TASKS);
        for (Page.Item<V> item : all.items()) {
            if (!item.view().visibleTo(viewer)) hidden.add(item.id());
            else if (item.view().party(viewer)) own.add(item.id());
        }
    }
}
