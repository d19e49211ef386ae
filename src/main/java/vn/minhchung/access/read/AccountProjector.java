package vn.minhchung.access.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.AccountEvent;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.AccountLocked;
import vn.minhchung.access.AccountEvent.AccountUnlocked;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.access.AccountView;
import vn.minhchung.access.AccountView.HeldRole;
import vn.minhchung.access.LoginEvent;
import vn.minhchung.access.LoginEvent.LoginClaimed;
import vn.minhchung.access.LoginView;
import vn.minhchung.access.Standing;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Accounts with the roles they hold and held. */
@Component
class AccountProjector implements Projector {
    @Override
    public String name() {
        return "access.Account";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(AccessViews.ACCOUNTS, AccessViews.LOGINS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.event() instanceof LoginEvent login) project(login, views);
        if (recorded.event() instanceof AccountEvent account) project(account, views);
    }

    private static void project(LoginEvent event, ViewWriter views) {
        switch (event) {
            case LoginClaimed e -> views.put(AccessViews.LOGINS, e.login(), new LoginView(e.account()));
        }
    }

    private static void project(AccountEvent event, ViewWriter views) {
        switch (event) {
            case AccountCreated e ->
                views.put(
                        AccessViews.ACCOUNTS,
                        e.account().value(),
                        new AccountView(e.account(), e.person(), e.login(), null, false, List.of()));
            case CredentialSet e ->
                change(views, e.account(), view -> with(view, e.credential(), view.locked(), view.roles()));
            case AccountLocked e ->
                change(views, e.account(), view -> with(view, view.credential(), true, view.roles()));
            case AccountUnlocked e ->
                change(views, e.account(), view -> with(view, view.credential(), false, view.roles()));
            case RoleGranted e -> change(views, e.account(), view -> granted(view, e));
            case RoleConfirmed e ->
                change(
                        views,
                        e.account(),
                        view -> role(
                                view,
                                e.role(),
                                e.organisation(),
                                held -> with(held, Standing.IN_FORCE, e.confirmedBy(), null)));
            case RoleRevoked e ->
                change(
                        views,
                        e.account(),
                        view -> role(
                                view,
                                e.role(),
                                e.organisation(),
                                held -> with(held, Standing.ENDED, held.confirmedBy(), e.on())));
        }
    }

    private static void change(ViewWriter views, AccountId account, UnaryOperator<AccountView> change) {
        AccountView before = views.get(AccessViews.ACCOUNTS, account.value());
        if (before != null) views.put(AccessViews.ACCOUNTS, account.value(), change.apply(before));
    }

    private static AccountView granted(AccountView view, RoleGranted e) {
        List<HeldRole> roles = new ArrayList<>(view.roles());
        roles.add(new HeldRole(
                e.role(),
                e.organisation(),
                e.from(),
                e.to(),
                e.provisional() ? Standing.PROVISIONAL : Standing.IN_FORCE,
                e.granters().getFirst(),
                null,
                null));
        return with(view, view.credential(), view.locked(), roles);
    }

    /** Changes the newest grant of the role. */
    private static AccountView role(
            AccountView view, Role role, @Nullable OrganisationId organisation, UnaryOperator<HeldRole> change) {
        List<HeldRole> roles = new ArrayList<>(view.roles());
        for (int i = roles.size() - 1; i >= 0; i--) {
            HeldRole held = roles.get(i);
            if (held.role() == role && Objects.equals(held.organisation(), organisation)) {
                roles.set(i, change.apply(held));
                break;
            }
        }
        return with(view, view.credential(), view.locked(), roles);
    }

    private static AccountView with(
            AccountView view, @Nullable String credential, boolean locked, List<HeldRole> roles) {
        return new AccountView(view.account(), view.person(), view.login(), credential, locked, roles);
    }

    private static HeldRole with(
            HeldRole held, Standing standing, @Nullable PersonId confirmedBy, @Nullable LocalDate endedOn) {
        return new HeldRole(
                held.role(),
                held.organisation(),
                held.from(),
                held.to(),
                standing,
                held.grantedBy(),
                confirmedBy,
                endedOn);
    }
}
