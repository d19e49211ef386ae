package vn.minhchung.oversight.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.GlobalId;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.AuditHitState;
import vn.minhchung.oversight.AuditSeverity;

/** The input {@code AuditHitFilter} of the schema; what is absent does not narrow. */
record AuditHitFilter(
        @Nullable List<String> rules,
        @Nullable List<AuditHitPart> parts,
        @Nullable List<AuditSeverity> severities,
        @Nullable List<AuditHitState> states,
        @Nullable String subject) {

    Filter condition() {
        Filter filter = Filter.none();
        if (rules != null) filter.and("v.family = any(:rules)", "rules", rules.toArray(String[]::new));
        if (parts != null) filter.and("v.part = any(:parts)", "parts", names(parts));
        if (severities != null) filter.and("v.severity = any(:severities)", "severities", names(severities));
        if (states != null) filter.and("v.state = any(:states)", "states", names(states));
        if (subject != null) filter.and("v.subject = :subject", "subject", GlobalId.stable(subject));
        return filter;
    }

    private static String[] names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
