package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhchung.kernel.Role;

/** The two families of roles that one person does not hold together (domain.md 3). */
public final class RolePairs {
    /** Pairs that are refused whatever the director's switch says, and of which one has no effect beside the other. */
    public static final String NEVER = "roles.never-together";

    /** Pairs of internal control. */
    public static final String INTERNAL = "roles.apart";

    /** The parameters are roles, their values the roles they keep away from. */
    public static final String EVALUATION = "roles-apart";

    private static final WorkingDays NO_CALENDAR = new WorkingDays(_ -> Optional.empty());

    private RolePairs() {}

    public static boolean apart(RuleVersion rule, Role one, Role other) {
        return !RuleArithmetic.work(rule, NO_CALENDAR, "one", one, "other", other)
                .kept();
    }

    /** What ships for the day, for a system where nothing is in force yet. */
    public static Optional<RuleVersion> shipped(RuleProposals proposals, String family, LocalDate on) {
        return proposals.versions().stream()
                .filter(each -> each.family().equals(family) && each.validOn(on))
                .findFirst();
    }
}
