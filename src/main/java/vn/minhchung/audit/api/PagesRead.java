package vn.minhchung.audit.api;

import java.util.List;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.graphql.ReadingLog;
import vn.minhchung.kernel.graphql.ReadingLog.Kind;
import vn.minhchung.kernel.graphql.ReadingLog.Opened;
import vn.minhchung.kernel.graphql.ReadingLog.Reading;
import vn.minhchung.kernel.view.Views;

/** Keeps who read a page that names events, before it is given out: the log's entries, a bundle. */
@Component
final class PagesRead {
    private final ReadingLog readings;
    private final Views views;

    PagesRead(ReadingLog readings, Views views) {
        this.readings = readings;
        this.views = views;
    }

    /** @param asked ids of what the page is about */
    void keep(ServerRequest request, String... asked) {
        Actor actor = actor(request);
        readings.keep(new Reading(
                actor.account(),
                actor.person(),
                actor.roles(),
                Kind.ENTRIES,
                request.path(),
                null,
                new TreeSet<>(),
                new TreeSet<>(List.of(asked)),
                0,
                new TreeSet<>(),
                new Opened(List.of(), new TreeSet<>()),
                views.position(),
                null));
    }

    /** Who asks: the chain of security filters lets nobody here who did not sign in. */
    static Actor actor(ServerRequest request) {
        if (request.principal().orElse(null) instanceof Authentication known
                && known.getPrincipal() instanceof Actor actor) return actor;
        throw new IllegalStateException("a page for nobody");
    }
}
