package vn.minhchung.platform.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.graphql.Logins;

/**
 * A token of the configured issuer, already checked by Spring, to the account of the same log-in. Roles come from the
 * record here, never from the token.
 *
 * @param claim the claim that carries the log-in; {@code sub} is used where it is missing
 */
record TokenAccounts(ObjectProvider<Logins> logins, String claim)
        implements Converter<Jwt, AbstractAuthenticationToken> {
    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String named = token.getClaimAsString(claim);
        String login = named == null ? token.getSubject() : named;
        if (login == null) throw new InvalidBearerTokenException("the token names no log-in");
        Actor actor = logins.getObject()
                .actor(login)
                .orElseThrow(() -> new InvalidBearerTokenException("no account for this token"));
        return new ActorToken(actor.knownBy(Map.of(
                "method", "OIDC", "issuer", text(token.getClaimAsString("iss")), "session", text(token.getId()))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
