package vn.minhchung.audit.api;

import java.security.Principal;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.graphql.ReadingLog;
import vn.minhchung.kernel.graphql.ReadingLog.Kind;
import vn.minhchung.kernel.graphql.ReadingLog.Opened;
import vn.minhchung.kernel.graphql.ReadingLog.Reading;
import vn.minhchung.kernel.view.Views;

/** Keeps who read a page of the log's entries, before it is given out: it names every event. */
@Component
final class EntriesRead {
    private final ReadingLog readings;
    private final Views views;

    EntriesRead(ReadingLog readings, Views views) {
        this.readings = readings;
        this.views = views;
    }

    void keep(ServerRequest request) {
        Actor actor = actor(request.principal().orElse(null));
        readings.keep(new Reading(
                actor.account(),
                actor.person(),
                actor.roles(),
                Kind.ENTRIES,
                request.path(),
                null,
                new TreeSet<>(),
                new TreeSet<>(),
                0,
                new TreeSet<>(),
                new Opened(List.of(), new TreeSet<>()),
                views.position(),
                null));
    }

    /** The chain of security filters lets nobody else here. */
    private static Actor actor(@Nullable Principal principal) {
        if (principal instanceof Authentication known && known.getPrincipal() instanceof Actor actor) return actor;
        throw new IllegalStateException("entries for nobody");
    }
}
