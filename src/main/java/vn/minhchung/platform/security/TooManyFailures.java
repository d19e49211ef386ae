package vn.minhchung.platform.security;

import org.springframework.security.core.AuthenticationException;

/** A log-in that was not even looked at: too many before it failed. */
final class TooManyFailures extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyFailures() {
        super("too many failed log-ins; wait a minute");
    }
}
