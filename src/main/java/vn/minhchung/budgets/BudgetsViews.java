package vn.minhchung.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.view.Column;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;

/** The views of this module. */
public final class BudgetsViews {
    public static final ViewTable<AppropriationView> APPROPRIATIONS = ViewTable.of(
            "budgets_appropriation",
            AppropriationView.class,
            Column.text("unit", v -> v.unit().value()),
            new Column<>("year", "integer", AppropriationView::year));

    public static final ViewTable<TreasuryPaperView> TREASURY_PAPERS = ViewTable.of(
            "budgets_treasury_paper",
            TreasuryPaperView.class,
            Column.text("project", v -> v.project().value()),
            Column.text("host", v -> v.host().value()),
            Column.text("appropriation", v -> v.appropriation().value()),
            Column.text("state", v -> v.state().name()),
            new Column<>("year", "integer", TreasuryPaperView::year));

    public static final ViewTable<RefundView> REFUNDS = ViewTable.of(
            "budgets_refund",
            RefundView.class,
            Column.text("host", v -> v.host().value()),
            Column.text("state", v -> v.state().name()));

    public static final ViewTable<VolumeView> VOLUMES = ViewTable.of(
            "budgets_volume",
            VolumeView.class,
            Column.text("project", v -> v.project().value()),
            Column.text("host", v -> v.host().value()),
            Column.text("state", v -> v.state().name()));

    public static final ViewTable<DepositAccountView> DEPOSIT_ACCOUNTS = ViewTable.of(
            "budgets_deposit_account",
            DepositAccountView.class,
            Column.text("host", v -> v.host().value()));

    public static final ViewTable<EstimateView> ESTIMATES = ViewTable.of("budgets_estimate", EstimateView.class);

    public static final ViewTable<SpendingReportView> SPENDING_REPORTS = ViewTable.of(
            "budgets_spending_report",
            SpendingReportView.class,
            Column.text("project", v -> v.project().value()),
            Column.text("host", v -> v.host().value()),
            Column.text("state", v -> v.state().name()));

    public static final ViewTable<SavingsReportView> SAVINGS_REPORTS = ViewTable.of(
            "budgets_savings_report",
            SavingsReportView.class,
            Column.text("project", v -> v.project().value()),
            Column.text("host", v -> v.host().value()));

    /** The successor of each task's host, and of whoever owes its refund. */
    public static final ViewTable<TaskSuccessionView> SUCCESSIONS = ViewTable.of(
            "budgets_succession",
            TaskSuccessionView.class,
            Column.text("host", v -> v.host().value()));

    public static final ViewTable<BudgetView> BUDGETS = ViewTable.of("budgets_budget", BudgetView.class);

    public static final ViewTable<PostingView> POSTINGS = ViewTable.of("budgets_posting_view", PostingView.class);

    public static final ViewTable<CarryOverView> CARRY_OVERS = ViewTable.of(
            "budgets_carry_over",
            CarryOverView.class,
            Column.text("unit", v -> v.unit().value()),
            new Column<>("year", "integer", CarryOverView::year));

    public static final ViewTable<SettlementView> SETTLEMENTS = ViewTable.of(
            "budgets_settlement",
            SettlementView.class,
            Column.text("kind", v -> v.kind().name()),
            Column.text("state", v -> v.state().name()));

    public static final ViewTable<WaitingView> WAITING = ViewTable.of(
            "budgets_waiting",
            WaitingView.class,
            Column.text(
                    "roles",
                    v -> String.join(",", v.roles().stream().map(Enum::name).toList())),
            Column.text("party", v -> id(v.party())),
            Column.text("project", v -> id(v.project())));

    public static final ViewTable<TaskWaitingView> TASK_WAITING =
            ViewTable.of("budgets_task_waiting", TaskWaitingView.class);

    public static final ViewTable<WaitingPaper> WAITING_PAPERS =
            ViewTable.of("budgets_waiting_paper", WaitingPaper.class);

    public static final ViewTable<WaitingTask> WAITING_TASKS = ViewTable.of("budgets_waiting_task", WaitingTask.class);

    /** Steps of tasks that were done, each once; those that gave way to another are not among them. */
    public static final ViewTable<StepDoneView> STEPS_DONE = ViewTable.of(
            "budgets_step_done",
            StepDoneView.class,
            Column.text("project", v -> id(v.waiting().project())));

    /** The running balance of every ledger key, and with it the sum of its postings so far. */
    public static final ViewTable<LedgerBalance> BALANCES = ViewTable.of("budgets_balance", LedgerBalance.class);

    /** Every ledger key once, from the position of its first posting on. */
    public static final RowTable LEDGER_KEYS = new RowTable(
            "budgets_ledger_key",
            List.of(
                    "ledger_key bigint not null",
                    "account text not null",
                    "appropriation text",
                    "project text",
                    "budget_year integer not null",
                    "source text not null",
                    "line text",
                    "item text",
                    "tranche integer"),
            List.of("project, account", "appropriation, account"));

    /**
     * The ledger. {@code balance} is the ledger key's, this posting included: a sum as of a position is the newest balance of
     * each of its keys.
     */
    public static final RowTable LEDGER = new RowTable(
            "budgets_posting",
            List.of(
                    "id text not null",
                    "entry text not null",
                    "event text not null",
                    "reverses text",
                    "account text not null",
                    "appropriation text",
                    "project text",
                    "budget_year integer not null",
                    "source text not null",
                    "line text",
                    "item text",
                    "tranche integer",
                    "amount bigint not null",
                    "ledger_key bigint not null",
                    "balance bigint not null",
                    "effective_on date not null",
                    "posted_on date not null",
                    "evidence text not null"),
            List.of(
                    "project, account, position",
                    "appropriation, account, position",
                    "ledger_key, position, row_no",
                    "entry",
                    "event",
                    "reverses"));

    private BudgetsViews() {}

    private static @Nullable String id(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
