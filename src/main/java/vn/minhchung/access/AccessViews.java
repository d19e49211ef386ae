package vn.minhchung.access;

import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class AccessViews {
    public static final ViewTable<AccountView> ACCOUNTS = ViewTable.of(
            "access_account",
            AccountView.class,
            Column.text("person", view -> view.person().value()));

    public static final ViewTable<DelegationView> DELEGATIONS = ViewTable.of("access_delegation", DelegationView.class);

    public static final ViewTable<SignatoryListView> SIGNATORIES =
            ViewTable.of("access_signatories", SignatoryListView.class);

    /** Which account a log-in name belongs to; id {@code login:<keyed hash>}. */
    public static final ViewTable<LoginView> LOGINS = ViewTable.of("access_login", LoginView.class);

    /** Delegations by account; id the account's. */
    public static final ViewTable<DelegationsView> DELEGATIONS_OF =
            ViewTable.of("access_delegations_of", DelegationsView.class);

    private AccessViews() {}
}
