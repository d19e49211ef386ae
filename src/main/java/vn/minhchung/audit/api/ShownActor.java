package vn.minhchung.audit.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;

/** Who acted, as stored with the event: roles and the way of signing in were those of that moment. */
record ShownActor(Moment moment, Actor actor) implements HasMoment {
    public List<Role> roles() {
        return actor.roles().stream().sorted().toList();
    }

    public @Nullable String method() {
        return actor.known().get("method");
    }

    public @Nullable String session() {
        return actor.known().get("session");
    }

    public @Nullable String address() {
        return actor.known().get("address");
    }
}
