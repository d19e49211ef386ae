package vn.minhchung.states;

import java.util.List;
import java.util.stream.Stream;
import vn.minhchung.budgets.write.BudgetMachines;
import vn.minhchung.projects.write.ProjectMachines;

/** Every kind of object that has states, in the order of the document. */
public final class Machines {
    private static final List<StateMachine> ALL = Stream.concat(
                    ProjectMachines.all().stream(), BudgetMachines.all().stream())
            .toList();

    private Machines() {}

    public static List<StateMachine> all() {
        return ALL;
    }
}
