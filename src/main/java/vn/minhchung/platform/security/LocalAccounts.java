package vn.minhchung.platform.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.command.RefusalLog.RefusedAttempt;
import vn.minhchung.kernel.graphql.Logins;

/**
 * HTTP Basic against local accounts. A failed log-in is kept for inspectors; the text typed as log-in is not, as people
 * type passwords there.
 */
final class LocalAccounts implements AuthenticationProvider {
    private final ObjectProvider<Logins> logins;
    private final ObjectProvider<RefusalLog> refusals;
    private final FailedLogins failed;

    LocalAccounts(ObjectProvider<Logins> logins, ObjectProvider<RefusalLog> refusals, FailedLogins failed) {
        this.logins = logins;
        this.refusals = refusals;
        this.failed = failed;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String password = asked.getCredentials() instanceof String text ? text : "";
        String address = addressOf(asked);
        String door = login + " " + address;
        if (failed.tooMany(door)) throw new TooManyFailures();
        Actor actor = logins.getObject().actor(login).orElse(null);
        boolean matches = logins.getObject().matches(login, password);
        if (actor == null || !matches) {
            failed.failed(door);
            keep(actor, address);
            throw new BadCredentialsException("unknown log-in or wrong password");
        }
        failed.passed(door);
        return new ActorToken(actor.knownBy(Map.of(Logins.METHOD, Logins.PASSWORD, "address", address)));
    }

    private void keep(@Nullable Actor actor, String address) {
        RefusedAttempt attempt = new RefusedAttempt(
                RefusalLog.Kind.LOGIN,
                actor == null ? null : actor.account().value(),
                actor == null ? null : actor.person().value(),
                null,
                ErrorCode.NOT_SIGNED_IN.name(),
                null,
                Map.of("address", address),
                null,
                null);
        refusals.ifAvailable(log -> log.refused(attempt));
    }

    private static String addressOf(Authentication asked) {
        if (asked.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null) {
            return details.getRemoteAddress();
        }
        return "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
