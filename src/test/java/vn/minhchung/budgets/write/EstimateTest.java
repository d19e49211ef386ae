package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Items.counterpart;
import static vn.minhchung.budgets.write.Items.labour;
import static vn.minhchung.budgets.write.Items.piece;
import static vn.minhchung.budgets.write.Items.quoted;
import static vn.minhchung.budgets.write.Items.seminar;
import static vn.minhchung.budgets.write.Items.share;
import static vn.minhchung.budgets.write.Items.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateProposed;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.LineMovesPlanned;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LineChange;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quantity;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.DecisionFixture.Then;

/** The worked numbers are those of domain.md 2.12, decided by the shipped rules. */
class EstimateTest {
    private static final Decision INVESTIGATOR = Decisions.takenFor(HOST, "chủ nhiệm", Role.INVESTIGATOR);
    private static final Decision HOST_ACCOUNTANT = Decisions.takenFor(HOST, "kế toán viện", Role.HOST_ACCOUNTANT);

    private final AllShipped rules = new AllShipped();
    private final List<TaskFacts> tasks = new ArrayList<>();
    private final DecisionFixture fixture = DecisionFixture.of(aggregates ->
            List.of(new EstimateDesk(aggregates, this::task, rules, new Cast.Everybody()), new Revision(aggregates)));

    private TaskFacts task(ProjectId project) {
        return tasks.getLast();
    }

    private void approved(KhoanMode mode, BudgetShare... shares) {
        tasks.add(Cast.task(TASK, true, mode, shares));
    }

    private void approved(BudgetShare... shares) {
        approved(KhoanMode.TUNG_PHAN, shares);
    }

    private Then propose(EstimateItem... items) {
        return fixture.when(new ProposeEstimate(TASK, Arrays.asList(items)), INVESTIGATOR);
    }

    private void proposed(EstimateItem... items) {
        fixture.given(new ProposeEstimate(TASK, Arrays.asList(items)), INVESTIGATOR);
    }

    private Then approve(@Nullable String exception) {
        return fixture.when(new ApproveEstimate(TASK, exception), DIRECTOR);
    }

    private void inForce(EstimateItem... items) {
        proposed(items);
        fixture.given(new ApproveEstimate(TASK, null), DIRECTOR);
    }

    // ---- labour

    private static EstimateItem[] research() {
        return new EstimateItem[] {
            labour(LabourRole.PRINCIPAL, "1.0", 6),
            labour(LabourRole.MAIN_MEMBER, "0.8", 4),
            labour(LabourRole.SECRETARY, "0.3", 6),
            labour(LabourRole.TECHNICIAN, "0.2", 3)
        };
    }

    @Test
    void the_four_roles_of_the_worked_example_make_278_point_4_million() {
        approved(share(LineCategory.REMUNERATION, Vnd.of(278_400_000)));

        EstimateProposed proposed =
                (EstimateProposed) propose(research()).events().getFirst();

        assertThat(proposed.total()).isEqualTo(Vnd.of(278_400_000));
        assertThat(proposed.items())
                .extracting(item -> item.amount().amount())
                .containsExactly(144_000_000L, 76_800_000L, 43_200_000L, 14_400_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL, 1.0, 40000000, ''", "PRINCIPAL, 1.0, 40000001, 40000000", "MAIN_MEMBER, 0.81, 24000000, 80%",
        "SECRETARY, 0.31, 24000000, 7200000", "MEMBER, 0.4, 24000000, ''", "TECHNICIAN, 0.21, 24000000, 4800000"
    })
    void a_rate_or_a_coefficient_above_the_norm_is_refused_naming_the_limit(
            LabourRole role, String coefficient, long rate, String limit) {
        Labour labour = new Labour(null, role, coefficient, 1, null, Vnd.of(rate));
        approved(share(LineCategory.REMUNERATION, labour.amount()));

        Then then = propose(labour(labour, labour.amount()));

        if (limit.isEmpty()) assertThat(then.events()).hasSize(1);
        else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @Test
    void half_a_month_is_eleven_days_of_twenty_two() {
        Labour labour = new Labour(null, LabourRole.PRINCIPAL, "1", 1, 11, m(22));
        approved(share(LineCategory.REMUNERATION, 33));

        assertThat(propose(labour(labour, m(33))).events()).hasSize(1);
    }

    @Test
    void an_amount_that_does_not_multiply_out_is_refused() {
        approved(share(LineCategory.REMUNERATION, 145));
        EstimateItem right = labour(LabourRole.PRINCIPAL, "1.0", 6);

        assertThat(propose(labour(java.util.Objects.requireNonNull(right.labour()), m(145)))
                        .expectRefusal(ErrorCode.LINES_DO_NOT_SUM)
                        .facts())
                .containsEntry("limit", "144000000")
                .containsEntry("actual", "145000000");
    }

    // ---- experts

    @ParameterizedTest
    @CsvSource({
        "DOMESTIC_EXPERTS, 83520000, ''", "DOMESTIC_EXPERTS, 83520001, 83520000",
        "FOREIGN_EXPERTS, 139200000, ''", "FOREIGN_EXPERTS, 139200001, 139200000"
    })
    void experts_are_30_and_50_percent_of_the_research_line(LineCategory line, long experts, String limit) {
        approved(share(LineCategory.REMUNERATION, Vnd.of(278_400_000)), share(line, Vnd.of(experts)));
        List<EstimateItem> items = new ArrayList<>(List.of(research()));
        items.add(piece(line, Vnd.of(experts)));
        proposed(items.toArray(EstimateItem[]::new));

        Then then = approve(null);

        if (limit.isEmpty()) assertThat(then.events()).hasSize(1);
        else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @Test
    void more_experts_need_an_explicit_decision_that_says_why() {
        approved(
                share(LineCategory.REMUNERATION, Vnd.of(278_400_000)),
                share(LineCategory.DOMESTIC_EXPERTS, Vnd.of(100_000_000)));
        List<EstimateItem> items = new ArrayList<>(List.of(research()));
        items.add(piece(LineCategory.DOMESTIC_EXPERTS, 100));
        proposed(items.toArray(EstimateItem[]::new));
        approve("  ").expectRefusal(ErrorCode.RULE_REFUSED);

        EstimateApproved approved = (EstimateApproved)
                approve("Chuyên gia đầu ngành về giám định gen").events().getFirst();

        assertThat(approved.expertsException()).isEqualTo("Chuyên gia đầu ngành về giám định gen");
    }

    // ---- management, gate

    @ParameterizedTest
    @CsvSource({
        "980000000, 49000000, ''",
        "980000000, 49000001, 49000000",
        "7200000000, 300000000, ''",
        "7200000000, 300000001, 300000000"
    })
    void management_is_5_percent_and_at_most_300_million(long state, long management, String limit) {
        Vnd rest = Vnd.of(state - management);
        approved(share(LineCategory.MANAGEMENT, Vnd.of(management)), share(LineCategory.OTHER, rest));

        Then then = propose(piece(LineCategory.MANAGEMENT, Vnd.of(management)), piece(LineCategory.OTHER, rest));

        if (limit.isEmpty()) assertThat(then.events()).hasSize(1);
        else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @ParameterizedTest
    @CsvSource({"1200, 170, ''", "1200, 190, 180000000", "8000, 1050, 1000000000"})
    void khoan_to_the_final_product_takes_15_percent_and_a_billion_of_assets(long state, long assets, String limit) {
        approved(KhoanMode.CUOI_CUNG, share(LineCategory.EQUIPMENT, assets), share(LineCategory.OTHER, state - assets));
        EstimateItem[] items = {
            quoted(LineCategory.EQUIPMENT, assets, TODAY.minusDays(10)), piece(LineCategory.OTHER, state - assets)
        };

        Then then = propose(items);

        if (limit.isEmpty()) {
            assertThat(then.events()).hasSize(1);
            assertThat(approve(null).events()).hasSize(1);
        } else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @Test
    void the_gate_does_not_bind_a_partial_khoan() {
        approved(share(LineCategory.EQUIPMENT, 500), share(LineCategory.OTHER, 500));

        assertThat(propose(quoted(LineCategory.EQUIPMENT, 500, TODAY.minusDays(10)), piece(LineCategory.OTHER, 500))
                        .events())
                .hasSize(1);
    }

    // ---- seminars, surveys, quotes

    @ParameterizedTest
    @CsvSource({"32000000, ''", "32000001, 32000000"})
    void a_seminar_is_paid_by_heads_and_papers(long amount, String limit) {
        approved(share(LineCategory.SEMINARS_TRAVEL, Vnd.of(amount)));

        Then then = propose(seminar(new Seminar(2, 20, 4, 2), Vnd.of(amount)));

        // 2 × (2 + 0.5 + 20 × 0.3) + 4 × 3 + 2 × 1.5 million
        if (limit.isEmpty()) assertThat(then.events()).hasSize(1);
        else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @ParameterizedTest
    @CsvSource({"29, false, 40000, ''", "29, false, 50000, 40000", "41, true, 115000, ''", "40, true, 115000, 100000"})
    void a_questionnaire_is_paid_by_its_indicators(int indicators, boolean organisations, long price, String limit) {
        Survey survey = new Survey(200, indicators, organisations, Vnd.of(price));
        approved(share(LineCategory.SURVEYS, survey.amount()));

        Then then = propose(survey(survey));

        if (limit.isEmpty()) assertThat(then.events()).hasSize(1);
        else assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts()).containsEntry("limit", limit);
    }

    @ParameterizedTest
    @CsvSource({"90, true", "91, false"})
    void a_quote_is_at_most_ninety_days_old(int days, boolean passes) {
        approved(share(LineCategory.EQUIPMENT, 50));

        Then then = propose(quoted(LineCategory.EQUIPMENT, 50, TODAY.minusDays(days)));

        if (passes) assertThat(then.events()).hasSize(1);
        else
            assertThat(then.expectRefusal(ErrorCode.RULE_REFUSED).facts())
                    .containsEntry("limit", "90")
                    .containsEntry("actual", "91");
    }

    @Test
    void a_price_without_a_norm_needs_a_quote_and_a_quote_is_not_of_tomorrow() {
        approved(share(LineCategory.MATERIALS, 50));

        propose(quoted(LineCategory.MATERIALS, 50, null)).expectRefusal(ErrorCode.RULE_REFUSED);
        propose(quoted(LineCategory.MATERIALS, 50, TODAY.plusDays(1))).expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        assertThat(propose(piece(LineCategory.MATERIALS, 50)).events()).hasSize(1);
    }

    // ---- sums, versions, four eyes

    @Test
    void the_items_are_exactly_the_approved_budget_by_source_line_and_year() {
        approved(share(LineCategory.MATERIALS, 50), share(LineCategory.OTHER, 10));

        assertThat(propose(piece(LineCategory.MATERIALS, 49), piece(LineCategory.OTHER, 11))
                        .expectRefusal(ErrorCode.BUDGET_NOT_BALANCED)
                        .facts())
                .containsEntry("line", "STATE_BUDGET MATERIALS 2025")
                .containsEntry("difference", "1000000");
        propose(piece(LineCategory.MATERIALS, 50)).expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        assertThat(propose(
                                piece(LineCategory.MATERIALS, 20),
                                piece(LineCategory.MATERIALS, 30),
                                piece(LineCategory.OTHER, 10))
                        .events())
                .hasSize(1);
    }

    @Test
    void what_was_approved_otherwise_meanwhile_is_not_approved_here() {
        approved(share(LineCategory.OTHER, 10));
        proposed(piece(LineCategory.OTHER, 10));
        approved(share(LineCategory.OTHER, 12));

        approve(null).expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
    }

    @Test
    void the_first_version_names_every_line_from_zero() {
        approved(share(LineCategory.MATERIALS, 50));
        proposed(piece(LineCategory.MATERIALS, 50));

        EstimateApproved approved = (EstimateApproved) approve(null).events().getFirst();

        assertThat(approved.version()).isEqualTo(1);
        assertThat(approved.lines())
                .containsExactly(
                        new LineChange(FundSource.STATE_BUDGET, LineCategory.MATERIALS, 2025, Vnd.ZERO, m(50)));
    }

    @Test
    void who_drew_it_up_does_not_approve_it_unless_the_director_switched_that_off() {
        approved(share(LineCategory.OTHER, 10));
        Decision both = Decisions.taken("both", Role.OFFICER, Role.DIRECTOR);
        fixture.given(new ProposeEstimate(TASK, List.of(piece(LineCategory.OTHER, 10))), both);

        fixture.when(new ApproveEstimate(TASK, null), both).expectRefusal(ErrorCode.FOUR_EYES);
        rules.off("four-eyes.estimate");
        assertThat(fixture.when(new ApproveEstimate(TASK, null), both).events()).hasSize(1);
    }

    @Test
    void another_host_and_an_investigator_of_another_task_propose_nothing() {
        approved(share(LineCategory.OTHER, 10));
        ProposeEstimate command = new ProposeEstimate(TASK, List.of(piece(LineCategory.OTHER, 10)));

        fixture.when(command, Decisions.takenFor(Cast.DEPARTMENT, "người khác", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.NOT_YOUR_HOST);
        fixture.when(command, Decisions.takenFor(HOST, "chủ nhiệm khác", Role.INVESTIGATOR))
                .expectRefusal(ErrorCode.NOT_YOUR_HOST);
        assertThat(fixture.when(command, OFFICER).events()).hasSize(1);
    }

    // ---- moves between lines

    private void partial() {
        approved(
                share(LineCategory.MATERIALS, 50),
                share(LineCategory.OTHER, 30),
                share(LineCategory.MANAGEMENT, 5),
                share(LineCategory.EQUIPMENT, 20),
                new BudgetShare(FundSource.COUNTERPART, LineCategory.EQUIPMENT, 2025, m(40)));
        inForce(items(30, 20, 30, 5, 20));
    }

    /** Materials by norm and by quote, other, management, equipment; the counterpart's equipment stays. */
    private static EstimateItem[] items(long normed, long quoted, long other, long management, long equipment) {
        return new EstimateItem[] {
            piece(LineCategory.MATERIALS, normed),
            quoted(LineCategory.MATERIALS, quoted, TODAY.minusDays(5)),
            piece(LineCategory.OTHER, other),
            piece(LineCategory.MANAGEMENT, management),
            quoted(LineCategory.EQUIPMENT, equipment, TODAY.minusDays(5)),
            counterpart(LineCategory.EQUIPMENT, 40)
        };
    }

    private Then plan(EstimateItem... items) {
        return fixture.when(new PlanLineMoves(TASK, Arrays.asList(items)), INVESTIGATOR);
    }

    @Test
    void khoan_money_moves_on_a_plan_the_head_of_the_host_approved_and_the_total_stays() {
        partial();
        LineMovesPlanned planned =
                (LineMovesPlanned) plan(items(25, 20, 35, 5, 20)).events().getFirst();
        assertThat(planned.moved()).isEqualTo(m(5));

        MovedBetweenLines moved = (MovedBetweenLines)
                fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).events().getFirst();

        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.moved()).isEqualTo(m(5));
        assertThat(moved.postings())
                .filteredOn(p -> p.account() == LedgerAccount.APPROVED)
                .extracting(Posting::line, Posting::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LineCategory.MATERIALS, m(-5)),
                        org.assertj.core.groups.Tuple.tuple(LineCategory.OTHER, m(5)));
        assertThat(Posted.sum(moved)).isEqualTo(Vnd.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 15, 35, 5, 20, MATERIALS", // materials without a norm
        "30, 20, 25, 5, 25, EQUIPMENT",
        "30, 20, 31, 4, 20, MANAGEMENT",
        "50, 0, 30, 5, 20, MATERIALS" // a norm all of a sudden
    })
    void what_is_no_khoan_and_general_management_do_not_move_here(
            long normed, long quoted, long other, long management, long equipment, LineCategory line) {
        partial();
        EstimateItem[] items = quoted == 0
                ? new EstimateItem[] {
                    piece(LineCategory.MATERIALS, normed),
                    piece(LineCategory.OTHER, other),
                    piece(LineCategory.MANAGEMENT, management),
                    quoted(LineCategory.EQUIPMENT, equipment, TODAY.minusDays(5)),
                    counterpart(LineCategory.EQUIPMENT, 40)
                }
                : items(normed, quoted, other, management, equipment);

        assertThat(plan(items).expectRefusal(ErrorCode.LINE_NEEDS_AUTHORITY).facts())
                .containsEntry("line", line.name());
    }

    @Test
    void half_a_year_later_khoan_still_moves_beside_quotes_that_were_accepted_then() {
        partial();
        Decision later = Decisions.on(TODAY.plusDays(180), INVESTIGATOR);

        assertThat(fixture.when(new PlanLineMoves(TASK, List.of(items(25, 20, 35, 5, 20))), later)
                        .events())
                .hasSize(1);
        fixture.given(new MoveBetweenLines(TASK), Decisions.on(TODAY.plusDays(190), HOST_HEAD));
    }

    @Test
    void half_a_year_later_an_adjustment_needs_a_new_quote_only_for_what_it_changes() {
        partial();
        Decision later = Decisions.on(TODAY.plusDays(180), DIRECTOR);
        List<EstimateItem> after = new ArrayList<>(List.of(items(30, 20, 30, 5, 20)));
        after.set(4, quoted(LineCategory.EQUIPMENT, 25, TODAY.minusDays(5)));

        fixture.when(new Revise(TASK, after, Shares.of(after)), later).expectRefusal(ErrorCode.RULE_REFUSED);

        after.set(4, quoted(LineCategory.EQUIPMENT, 25, TODAY.plusDays(100)));
        assertThat(fixture.when(new Revise(TASK, after, Shares.of(after)), later)
                        .events())
                .hasSize(1);
    }

    @Test
    void under_khoan_to_the_final_product_equipment_moves_and_management_does_not() {
        approved(
                KhoanMode.CUOI_CUNG,
                share(LineCategory.EQUIPMENT, 100),
                share(LineCategory.OTHER, 900),
                share(LineCategory.MANAGEMENT, 50));
        inForce(
                quoted(LineCategory.EQUIPMENT, 100, TODAY),
                piece(LineCategory.OTHER, 900),
                piece(LineCategory.MANAGEMENT, 50));

        plan(
                        quoted(LineCategory.EQUIPMENT, 100, TODAY),
                        piece(LineCategory.OTHER, 910),
                        piece(LineCategory.MANAGEMENT, 40))
                .expectRefusal(ErrorCode.LINE_NEEDS_AUTHORITY);
        plan(
                        quoted(LineCategory.EQUIPMENT, 160, TODAY),
                        piece(LineCategory.OTHER, 840),
                        piece(LineCategory.MANAGEMENT, 50))
                .expectRefusal(ErrorCode.RULE_REFUSED); // the gate of 15 % holds for moves too
        assertThat(plan(
                                quoted(LineCategory.EQUIPMENT, 150, TODAY),
                                piece(LineCategory.OTHER, 850),
                                piece(LineCategory.MANAGEMENT, 50))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_move_changes_neither_the_total_nor_the_source_and_asks_for_a_plan_that_changes_something() {
        partial();

        plan(items(31, 20, 30, 5, 20)).expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        plan(items(30, 20, 30, 5, 20)).expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(new PlanLineMoves(TASK, List.of(items(25, 20, 35, 5, 20))), Cast.with(INVESTIGATOR))
                .expectRefusal(ErrorCode.BASIS_REQUIRED);
    }

    @Test
    void an_investigator_who_heads_the_host_does_not_approve_the_plan_but_a_deputy_with_written_power_does() {
        partial();
        fixture.given(new PlanLineMoves(TASK, List.of(items(25, 20, 35, 5, 20))), HOST_ACCOUNTANT);

        fixture.when(new MoveBetweenLines(TASK), Decisions.takenFor(HOST, "chủ nhiệm", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.FOUR_EYES);
        fixture.when(new MoveBetweenLines(TASK), Decisions.takenFor(HOST, "kế toán viện", Role.HOST_HEAD))
                .expectRefusal(ErrorCode.FOUR_EYES);
        assertThat(fixture.when(new MoveBetweenLines(TASK), Delegating.from("chủ nhiệm", "phó viện trưởng"))
                        .events())
                .hasSize(1);
    }

    // ---- revised by an adjustment

    /** Stands for the decision on an adjustment, which is made elsewhere. */
    record Revise(ProjectId project, List<EstimateItem> items, List<BudgetShare> after) implements Command {
        @Override
        public String subject() {
            return project.value();
        }
    }

    final class Revision implements Desk {
        private final EstimateDesk book;

        Revision(Aggregates aggregates) {
            book = new EstimateDesk(aggregates, EstimateTest.this::task, rules, new Cast.Everybody());
        }

        @org.axonframework.commandhandling.CommandHandler
        void handle(Revise command, Decision decision) {
            book.revise(task(command.project()), "adjustment:1", command.items(), command.after(), decision);
        }
    }

    @Test
    void an_adjustment_makes_a_version_of_its_own_voids_a_plan_and_posts_nothing_here() {
        partial();
        fixture.given(new PlanLineMoves(TASK, List.of(items(25, 20, 35, 5, 20))), INVESTIGATOR);
        List<EstimateItem> after = new ArrayList<>(List.of(items(30, 20, 30, 5, 25)));

        EstimateRevised revised = (EstimateRevised) fixture.when(new Revise(TASK, after, Shares.of(after)), DIRECTOR)
                .events()
                .getFirst();

        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.lines())
                .contains(new LineChange(FundSource.STATE_BUDGET, LineCategory.EQUIPMENT, 2025, m(20), m(25)));
        fixture.when(new MoveBetweenLines(TASK), HOST_HEAD).expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void a_revision_without_items_asks_for_the_estimate_anew() {
        partial();
        List<BudgetShare> after = List.of(share(LineCategory.OTHER, 105));
        fixture.given(new Revise(TASK, List.of(), after), DIRECTOR);

        plan(piece(LineCategory.OTHER, 105)).expectRefusal(ErrorCode.WRONG_STATE);
        propose(piece(LineCategory.OTHER, 104)).expectRefusal(ErrorCode.BUDGET_NOT_BALANCED);
        proposed(piece(LineCategory.OTHER, 105));
        assertThat(((EstimateApproved) approve(null).events().getFirst()).version())
                .isEqualTo(3);
    }

    @Test
    void a_refusal_of_a_norm_cites_its_version() {
        approved(share(LineCategory.MANAGEMENT, 10), share(LineCategory.OTHER, 90));

        Refusal refusal = propose(piece(LineCategory.MANAGEMENT, 10), piece(LineCategory.OTHER, 90))
                .expectRefusal(ErrorCode.RULE_REFUSED);

        assertThat(refusal.rule()).isEqualTo(new vn.minhchung.kernel.RuleRef("management.cap", "tt-03-2023"));
    }

    @Test
    void numbers_no_estimate_has_are_refused_and_never_overflow() {
        approved(share(LineCategory.OTHER, 10));
        EstimateItem other = piece(LineCategory.OTHER, 10);
        EstimateItem vast = new EstimateItem(
                other.line(),
                other.source(),
                other.year(),
                other.content(),
                other.amount(),
                true,
                null,
                null,
                null,
                new Quantity("999999999", "gói", Vnd.of(Long.MAX_VALUE)),
                null);

        propose(vast).expectRefusal(ErrorCode.INVALID_INPUT);
        propose(seminar(new Seminar(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0), m(1)))
                .expectRefusal(ErrorCode.INVALID_INPUT);
        propose(survey(new Survey(2_000_000, 1, false, Vnd.of(40_000)))).expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void returning_needs_a_reason_and_the_accountant_of_the_department_is_not_of_the_host() {
        approved(share(LineCategory.OTHER, 10));
        proposed(piece(LineCategory.OTHER, 10));

        fixture.when(new ReturnEstimate(TASK, " "), OFFICER).expectRefusal(ErrorCode.REASON_REQUIRED);
        fixture.when(new ReturnLineMoves(TASK, "chưa hợp lý"), ACCOUNTANT).expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }
}
