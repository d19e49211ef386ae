package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;

/**
 * What a decision about money must know of a task, as decided so far.
 *
 * @param contracted true when a contract is in force; a recorded one only once it is confirmed
 * @param approved the budget in force; the shares sum to {@link #total()}
 * @param tranches the plan of the contract in force; empty before it
 * @param pinned pinned rule versions by family; a family without a version in force is absent
 * @param contractValue null before the contract
 * @param grade null until a grade holds: recorded from paper, once it is confirmed
 * @param gradedOn day of the council's session; null without a grade
 * @param suspended true from a suspension on, also one that is recorded and waits for its second person
 * @param liquidated the contract is liquidated: what may follow is the settlement
 */
public record TaskFacts(
        ProjectId id,
        TaskKind kind,
        OrganisationId host,
        PersonId principalInvestigator,
        TaskState state,
        TaskStanding standing,
        boolean contracted,
        LocalDate start,
        LocalDate end,
        List<BudgetShare> approved,
        List<TranchePlan> tranches,
        Map<String, RuleRef> pinned,
        KhoanMode khoanMode,
        @Nullable Vnd contractValue,
        @Nullable Grade grade,
        @Nullable LocalDate gradedOn,
        boolean suspended,
        boolean terminated,
        boolean liquidated) {

    /** One of the two ends (domain notes 1.11.1): terminated, or graded Không đạt. */
    public boolean failed() {
        return terminated || grade == Grade.FAILED;
    }

    /** Approved state money, all lines and years. */
    public Vnd stateBudget() {
        return sum(approved.stream().filter(share -> share.source().state()));
    }

    /** Approved money of all sources. */
    public Vnd total() {
        return sum(approved.stream());
    }

    /** The planned instalment of this number; null when the contract has none. */
    public @Nullable TranchePlan tranche(int number) {
        return tranches.stream().filter(t -> t.number() == number).findFirst().orElse(null);
    }

    private static Vnd sum(Stream<BudgetShare> shares) {
        return Vnd.sum(shares.map(BudgetShare::amount).toList());
    }
}
