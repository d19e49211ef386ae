package vn.minhchung.projects.write;

import java.util.List;
import vn.minhchung.states.StateMachine;

/** Every state machine of the module. */
public final class ProjectMachines {
    private ProjectMachines() {}

    public static List<StateMachine> all() {
        return List.of(TaskMachine.tasks(), AdjustmentMachine.adjustments());
    }
}
