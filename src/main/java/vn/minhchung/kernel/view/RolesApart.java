package vn.minhchung.kernel.view;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import vn.minhchung.kernel.Role;

/** Which roles are never held together, as the rules stand; asked where the rights of an account are put together. */
public interface RolesApart {
    /** True for two roles of which one has no effect beside the other on that day. */
    BiPredicate<Role, Role> on(LocalDate day);
}
