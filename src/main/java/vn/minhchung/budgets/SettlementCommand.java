package vn.minhchung.budgets;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.FINANCE;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Inputs;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about the two settlements (domain.md 2.10): of a budget year, and of a task. */
public sealed interface SettlementCommand extends Command {
    SettlementId settlement();

    @Override
    default String subject() {
        return settlement().value();
    }

    /**
     * The unit files the settlement of a closed year; the figures are struck from the closing.
     *
     * @param document SHA-256 of the settlement report as signed, lower-case hex
     */
    @MayBeSentBy(
            mutation = "fileYearlySettlement",
            roles = {CHIEF_ACCOUNTANT})
    record FileYearlySettlement(AppropriationId appropriation, String document) implements SettlementCommand {
        @Override
        public SettlementId settlement() {
            return SettlementId.of(appropriation);
        }
    }

    /**
     * The finance department reviews the settlement of a year: its notice says what is settled, what is not, and what the
     * unit has to do.
     *
     * @param cuts what is not settled; empty when everything is
     * @param findings what is to be done or supplied; needed when it is returned
     */
    @MayBeSentBy(
            mutation = "reviewYearlySettlement",
            roles = {FINANCE, OFFICER, ACCOUNTANT},
            deciders = {FINANCE},
            seen = true)
    record ReviewYearlySettlement(
            AppropriationId appropriation,
            SettlementOutcome outcome,
            List<SettlementCut> cuts,
            @Nullable String findings)
            implements SettlementCommand {
        public ReviewYearlySettlement {
            cuts = Inputs.list(cuts);
        }

        @Override
        public SettlementId settlement() {
            return SettlementId.of(appropriation);
        }
    }

    /**
     * The host files the settlement of its liquidated task, once; beside it the figures of the task are struck.
     *
     * @param lines what is to be settled by budget line; together at most the task's spending at the treasury
     * @param document SHA-256 of the settlement report as signed, lower-case hex
     */
    @MayBeSentBy(
            mutation = "fileTaskSettlement",
            roles = {HOST_HEAD})
    record FileTaskSettlement(ProjectId project, List<SettlementClaim> lines, String document)
            implements SettlementCommand {
        public FileTaskSettlement {
            lines = List.copyOf(lines);
        }

        @Override
        public SettlementId settlement() {
            return SettlementId.of(project);
        }
    }

    /**
     * The department reviews the settlement of a task; the notice settles it for good.
     *
     * @param cuts see {@link ReviewYearlySettlement}
     * @param findings what is missing; needed when it is returned
     */
    @MayBeSentBy(
            mutation = "reviewTaskSettlement",
            roles = {DIRECTOR, FINANCE, OFFICER, ACCOUNTANT},
            deciders = {DIRECTOR, FINANCE},
            seen = true)
    record ReviewTaskSettlement(
            ProjectId project,
            SettlementOutcome outcome,
            List<SettlementCut> cuts,
            @Nullable String findings) implements SettlementCommand {
        public ReviewTaskSettlement {
            cuts = Inputs.list(cuts);
        }

        @Override
        public SettlementId settlement() {
            return SettlementId.of(project);
        }
    }

    /** A second person has compared the recorded review with the signed notice. */
    @MayBeSentBy(
            mutation = "confirmSettlementReview",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE},
            seen = true)
    record ConfirmSettlementReview(SettlementId settlement) implements SettlementCommand {}

    /** The recorded review does not agree with the notice. */
    @MayBeSentBy(
            mutation = "rejectSettlementReview",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, FINANCE},
            seen = true)
    record RejectSettlementReview(SettlementId settlement, String reason) implements SettlementCommand {}

    /**
     * What the notice asks for was done: a year's corrections are booked; what a task has to pay back is in the budget.
     *
     * @param report what was done
     * @param voucherNumber of the payment into the budget (C1-02/NS); needed where the notice asks for one
     * @param paidOn given together with the number
     */
    @MayBeSentBy(
            mutation = "carryOutSettlementNotice",
            roles = {ACCOUNTANT, CHIEF_ACCOUNTANT},
            seen = true)
    record CarryOutSettlementNotice(
            SettlementId settlement,
            String report,
            @Nullable String voucherNumber,
            @Nullable LocalDate paidOn) implements SettlementCommand {}
}
