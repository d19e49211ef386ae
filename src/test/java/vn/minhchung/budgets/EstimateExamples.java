package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.EstimateEvent.*;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EstimateId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Quote;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/** One sample of every event about estimates. */
public final class EstimateExamples {
    static final ProjectId TASK = BudgetsExamples.TASK;
    static final EstimateId ESTIMATE = EstimateId.of(TASK);
    static final OrganisationId HOST = BudgetsExamples.HOST;
    static final PersonId INVESTIGATOR = new PersonId(Id.derived("person", "investigator"));
    static final LocalDate DAY = BudgetsExamples.DAY;
    static final List<EstimateItem> ITEMS = List.of(
            item(
                    LineCategory.REMUNERATION,
                    144_000_000,
                    new Labour(INVESTIGATOR, LabourRole.PRINCIPAL, "1.0", 6, 0, Vnd.of(24_000_000)),
                    null,
                    null,
                    null,
                    null),
            item(LineCategory.SEMINARS_TRAVEL, 32_000_000, null, new Seminar(2, 20, 4, 2), null, null, null),
            item(LineCategory.SURVEYS, 8_000_000, null, null, new Survey(200, 25, false, Vnd.of(40_000)), null, null),
            item(
                    LineCategory.MATERIALS,
                    25_000_000,
                    null,
                    null,
                    null,
                    new Quantity("12.5", "kg", Vnd.of(2_000_000)),
                    new Quote(DAY.minusDays(20), "Công ty Vật tư Thử nghiệm")));
    static final List<LineChange> LINES = List.of(new LineChange(
            FundSource.STATE_BUDGET, LineCategory.MATERIALS, 2025, Vnd.of(20_000_000), Vnd.of(25_000_000)));
    private static final Vnd TOTAL = Vnd.of(209_000_000);

    private EstimateExamples() {}

    static List<DomainEvent> all() {
        return List.of(
                new EstimateProposed(ESTIMATE, TASK, HOST, ITEMS, TOTAL, List.of(INVESTIGATOR), DAY),
                new EstimateReturned(ESTIMATE, TASK, HOST, "Thiếu báo giá vật tư"),
                new EstimateApproved(
                        ESTIMATE, TASK, 1, ITEMS, LINES, TOTAL, "Chuyên gia đầu ngành về giám định gen", DAY),
                new LineMovesPlanned(ESTIMATE, TASK, HOST, ITEMS, LINES, Vnd.of(5_000_000), List.of(INVESTIGATOR), DAY),
                new LineMovesReturned(ESTIMATE, TASK, "Chưa cần thiết"),
                new MovedBetweenLines(
                        ESTIMATE,
                        TASK,
                        2,
                        ITEMS,
                        LINES,
                        Vnd.of(5_000_000),
                        Entries.id(ESTIMATE.value(), 1),
                        DAY,
                        DAY,
                        Evidence.DOCUMENT,
                        List.of(approved(LineCategory.MATERIALS, 5_000_000), approved(LineCategory.OTHER, -5_000_000))),
                new EstimateRevised(
                        ESTIMATE,
                        TASK,
                        HOST,
                        3,
                        Id.derived("adjustment", "budget"),
                        ITEMS,
                        List.of(new BudgetShare(
                                FundSource.STATE_BUDGET, LineCategory.MATERIALS, 2025, Vnd.of(25_000_000))),
                        LINES,
                        TOTAL,
                        DAY));
    }

    private static EstimateItem item(
            LineCategory line,
            long amount,
            @Nullable Labour labour,
            @Nullable Seminar seminar,
            @Nullable Survey survey,
            @Nullable Quantity quantity,
            @Nullable Quote quote) {
        return new EstimateItem(
                line,
                FundSource.STATE_BUDGET,
                2025,
                "Theo thuyết minh",
                Vnd.of(amount),
                quote == null,
                labour,
                seminar,
                survey,
                quantity,
                quote);
    }

    private static Posting approved(LineCategory line, long amount) {
        return new Posting(
                LedgerAccount.APPROVED, null, TASK, 2025, FundSource.STATE_BUDGET, line, null, null, Vnd.of(amount));
    }
}
