package vn.minhchung.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import vn.minhchung.kernel.Actor;

/** Somebody let in: the principal is the kernel's {@link Actor}. Rights stand in its roles, so no authorities are listed. */
public final class ActorToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    public ActorToken(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** The password or token is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.account().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorToken token && token.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
