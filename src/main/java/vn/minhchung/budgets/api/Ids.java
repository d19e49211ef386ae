package vn.minhchung.budgets.api;

/** Ids as arguments of queries. */
final class Ids {
    private Ids() {}

    /** The id without the position of the moment it was read at. */
    static String stable(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }
}
