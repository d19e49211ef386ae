package vn.minhchung.kernel.command;

import java.time.LocalDate;
import java.util.Collection;
import vn.minhchung.kernel.Role;

/** Roles one person does not hold together, for modules that stand before the rules; asked inside a command. */
public interface RoleControl {
    /**
     * @param held what is held already
     * @throws vn.minhchung.kernel.Refusal ROLES_INCOMPATIBLE, as the rule and the director's switch say
     */
    void requireTogether(Collection<Role> held, Role added, LocalDate on);
}
