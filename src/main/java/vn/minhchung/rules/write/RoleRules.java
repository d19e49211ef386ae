package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.RoleControl;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.RolePairs;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;

/** Roles apart by the rules in force; where none is, by what ships, so that nobody is first and alone. */
@Component
class RoleRules implements RoleControl {
    private final Rules rules;
    private final RuleProposals proposals;

    RoleRules(Rules rules, RuleProposals proposals) {
        this.rules = rules;
        this.proposals = proposals;
    }

    @Override
    public void requireTogether(Collection<Role> held, Role added, LocalDate on) {
        if (held.isEmpty()) return;
        for (String family : List.of(RolePairs.NEVER, RolePairs.INTERNAL)) {
            Applied applied = rules.on(family, on);
            Optional<RuleVersion> version = applied.version().or(() -> RolePairs.shipped(proposals, family, on));
            version.flatMap(rule -> held.stream()
                            .filter(each -> RolePairs.apart(rule, each, added))
                            .findFirst())
                    .ifPresent(other -> refuse(applied, other, added));
        }
    }

    private static void refuse(Applied applied, Role other, Role added) {
        Object[] facts = {"role", added, "held", other};
        if (applied.version().isEmpty()) throw Refusal.of(ErrorCode.ROLES_INCOMPATIBLE, facts);
        applied.refuseUnless(false, ErrorCode.ROLES_INCOMPATIBLE, facts);
    }
}
