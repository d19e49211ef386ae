package vn.minhchung.oversight.process;

import java.util.List;

/** The audit rules there are, by the questions of domain.md 4.2. */
final class Checks {
    private Checks() {}

    /** New ones, that remember nothing yet. */
    static List<Check> all() {
        return List.of(
                new NormsKept(), // 9
                new LabourLoad(), // 10
                new AdvancesKept(), // 11
                new PaymentsInOrder(), // 12
                new LineMoves(), // 13
                new CounterpartKept(), // 14
                new StoppedTasks(), // 16
                new SavingsShared(), // 17
                new IdleMoney(), // 19
                new Extensions(), // 21
                new DeadlinesMissed(), // 22
                new DocumentOrder(), // 23
                new ReportsDue(), // 24
                new Corrections(), // 25
                new FourEyes(), // 26
                new ChangedBasis(), // 27
                new CredentialReset());
    }
}
