package vn.minhchung.budgets.write;

import java.util.List;
import vn.minhchung.states.StateMachine;

/** Every state machine of the module. */
public final class BudgetMachines {
    private BudgetMachines() {}

    public static List<StateMachine> all() {
        return List.of(
                YearMachines.appropriations(),
                YearMachines.years(),
                YearMachines.carryOvers(),
                DepositAccountMachine.accounts(),
                PaperMachines.papers(),
                PaperMachines.volumes(),
                EstimateMachine.estimates(),
                SpendingMachines.reports(),
                SpendingMachines.savings(),
                RefundMachine.refunds(),
                SettlementMachines.ofTasks(),
                SettlementMachines.ofYears());
    }
}
