package vn.minhchung.budgets.write;

import java.util.List;
import java.util.Set;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.TaskFacts;

/** Acts of a task's host: by its head or accountant, or by the investigator of this very task. */
final class HostSide {
    private static final Role[] ROLES = {Role.HOST_HEAD, Role.HOST_ACCOUNTANT, Role.INVESTIGATOR};

    private HostSide() {}

    /** Who acts here, with principals. @throws Refusal NOT_YOUR_HOST also for an investigator of another task */
    static List<PersonId> acting(TaskFacts task, Decision decision) {
        decision.requireTaken();
        for (Role role : ROLES) if (holds(role, task, decision)) return Acting.persons(decision, role);
        throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", task.host().value());
    }

    /** As {@link #acting}, of the department's people or of the host's. */
    static List<PersonId> actingOr(Set<Role> department, TaskFacts task, Decision decision) {
        for (Role role : department) if (decision.actor().has(role)) return Acting.persons(decision, role);
        return acting(task, decision);
    }

    static void requireHead(TaskFacts task, Decision decision) {
        decision.requireTaken();
        if (!holds(Role.HOST_HEAD, task, decision))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", task.host().value());
    }

    private static boolean holds(Role role, TaskFacts task, Decision decision) {
        return decision.actor().has(role, task.host())
                && (role != Role.INVESTIGATOR || decision.person().equals(task.principalInvestigator()));
    }
}
