package vn.minhchung.platform.views;

import java.sql.SQLException;

/** The database did not answer; nobody's fault, the follower begins again. */
final class ViewsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewsUnavailable(SQLException cause) {
        super(cause);
    }
}
