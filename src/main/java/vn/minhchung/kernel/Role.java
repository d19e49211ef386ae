package vn.minhchung.kernel;

/** What an account may do (domain.md 3). Host roles are held for one organisation. */
public enum Role {
    OFFICER(false, false),
    ACCOUNTANT(true, false),
    CHIEF_ACCOUNTANT(true, false),
    DIRECTOR(true, false),
    DEPUTY_DIRECTOR(true, false),
    COMMITTEE(true, false),
    FINANCE(true, false),
    REGISTRAR(false, false),
    HOST_HEAD(false, true),
    HOST_ACCOUNTANT(false, true),
    INVESTIGATOR(false, true),
    INSPECTOR(false, false),
    CITIZEN(false, false),
    ADMIN(false, false);

    private final boolean money;
    private final boolean ofHost;

    Role(boolean money, boolean ofHost) {
        this.money = money;
        this.ofHost = ofHost;
    }

    /** A money role rests on the director's confirmation (domain.md 3.1). */
    public boolean money() {
        return money;
    }

    public boolean ofHost() {
        return ofHost;
    }
}
