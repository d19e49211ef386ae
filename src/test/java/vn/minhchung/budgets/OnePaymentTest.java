package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.BudgetsExamples.APPROPRIATION;
import static vn.minhchung.budgets.BudgetsExamples.DEPOSIT;
import static vn.minhchung.budgets.BudgetsExamples.WITHDRAWAL;
import static vn.minhchung.budgets.Department.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** One payment through the whole system: decided, recorded, shown, opened down to its event, asked again as of before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("axonserver")
class OnePaymentTest {
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision OFFICER = Decisions.taken(Role.OFFICER);
    private static final Decision ACCOUNTANT = Decisions.taken(Role.ACCOUNTANT);
    private static final Decision CHIEF = Decisions.taken(Role.CHIEF_ACCOUNTANT);
    private static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);

    private final Department department = new Department();
    private long beforePayment;
    private RunningSystem.Client inspector = department.system().as("inspector");

    @BeforeAll
    void one_payment() {
        department.withAccounts().withOrganisations();
        department.send(ProjectExamples.register(), COMMITTEE);
        department.send(ProjectExamples.sign(), DIRECTOR);
        department.send(
                new AssignAppropriation(
                        APPROPRIATION, ProjectExamples.DEPARTMENT, "417", "101", "12", "00000", 2025, Vnd.ZERO, m(700)),
                COMMITTEE);
        department.send(new EnterInTabmis(APPROPRIATION, TODAY), Decisions.taken(Role.FINANCE));
        department.send(new AllocateToTask(APPROPRIATION, ProjectExamples.TASK, m(600)), DIRECTOR);
        department.send(
                new RegisterDepositAccount(
                        DEPOSIT, ProjectExamples.HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null),
                Department.hostHead(ProjectExamples.HOST));
        department.send(new ConfirmDepositAccount(DEPOSIT), OFFICER);
        department.send(
                new PrepareWithdrawal(
                        WITHDRAWAL,
                        null,
                        ProjectExamples.TASK,
                        APPROPRIATION,
                        "GR-01",
                        2025,
                        1,
                        List.of(line(LineCategory.REMUNERATION, "7017", 100), line(LineCategory.MATERIALS, "7001", 50)),
                        m(150),
                        DEPOSIT,
                        null,
                        null),
                ACCOUNTANT);
        beforePayment = department.send(new SignSecond(WITHDRAWAL), CHIEF).position();
        department.send(new SignFirst(WITHDRAWAL), DIRECTOR);
        department.send(new SendToTreasury(WITHDRAWAL), ACCOUNTANT);
        department.send(new RecordExecution(WITHDRAWAL, "0001", TODAY, null), Department.voucher(ACCOUNTANT));
        department.send(new ConfirmTreasuryFact(WITHDRAWAL), OFFICER);
        department.send(new ConfirmReceipt(WITHDRAWAL, TODAY), Department.hostHead(ProjectExamples.HOST));
        Commands.Outcome last = department.send(new CutAppropriation(APPROPRIATION, m(200)), COMMITTEE);
        department.await(last);
    }

    @AfterAll
    void stop() {
        department.close();
    }

    @Test
    void every_figure_of_the_task_is_its_sum_now_and_as_of_before_the_payment() {
        JsonNode data = ask("""
                query($id: ID!, $before: Position!) {
                  now: node(id: $id) { ...money }
                  asOf(position: $before) { before: node(id: $id) { ...money } } }
                fragment money on Project { budget {
                  approved { amount } state: approved(source: STATE_BUDGET) { amount }
                  later: approved(year: 2026) { amount }
                  appropriated { amount } committed { amount } advanced { amount } paidDirectly { amount }
                  cleared { amount } returned { amount } advanceOutstanding { amount } paid { amount }
                  received { amount } spentReported { amount } spent { amount } settledInYear(year: 2025) { amount }
                  settled { amount } refundOrdered { amount } refunded { amount } saved { amount }
                  notYet: advanced(effectiveThrough: "2025-01-01") { amount }
                  lines { line approved { amount } advanced { amount } }
                  tranches { number plan { amount } advanced { amount } } } }""", Map.of("before", Long.toString(beforePayment)));
        JsonNode now = data.get("now").get("budget");
        assertThat(amount(now, "approved")).isEqualTo(1_000_000_000);
        assertThat(amount(now, "state")).isEqualTo(900_000_000);
        assertThat(amount(now, "later")).isEqualTo(500_000_000);
        assertThat(amount(now, "appropriated")).isEqualTo(600_000_000);
        assertThat(amount(now, "committed")).isZero();
        assertThat(amount(now, "advanced")).isEqualTo(150_000_000);
        assertThat(amount(now, "advanceOutstanding")).isEqualTo(150_000_000);
        assertThat(amount(now, "paid")).isEqualTo(150_000_000);
        assertThat(amount(now, "received")).isEqualTo(150_000_000);
        assertThat(amount(now, "notYet")).isZero();
        assertThat(amount(now, "spent")).isZero();
        assertThat(amount(now.get("lines").get(1), "advanced")).isEqualTo(50_000_000);
        assertThat(amount(now.get("tranches").get(0), "advanced")).isEqualTo(150_000_000);
        JsonNode before = data.get("asOf").get("before").get("budget");
        assertThat(amount(before, "committed")).isEqualTo(150_000_000);
        assertThat(amount(before, "advanced")).isZero();
    }

    @Test
    void a_figure_opens_down_to_the_event_and_its_entry_sums_to_zero() {
        JsonNode advanced = ask("""
                query($id: ID!) { node(id: $id) { ... on Project { budget { advanced {
                  name amount terms { factor } evidence { evidence amount }
                  breakdown(by: [LINE, ITEM]) { line item amount }
                  postings(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { id amount account tranche
                    appropriation { year } project { id }
                    event { name sentence } entry { id postings { amount account } reversedBy { id } event { name } } } } } } } } }""", Map.of()).get("node").get("budget").get("advanced");
        assertThat(advanced.get("name").asString()).isEqualTo("ADVANCED");
        assertThat(advanced.get("breakdown")).hasSize(2);
        assertThat(advanced.get("evidence").get(1).get("amount").asString()).isEqualTo("150000000");
        JsonNode postings = advanced.get("postings");
        assertThat(postings.get("totalCount").asInt()).isEqualTo(2);
        assertThat(postings.get("pageInfo").get("hasNextPage").asBoolean()).isTrue();
        JsonNode posting = postings.get("nodes").get(0);
        assertThat(posting.get("event").get("name").asString()).isEqualTo("budgets.TreasuryPaperExecuted");
        assertThat(posting.get("event").get("sentence").asString()).contains("150.000.000 đồng");
        assertThat(posting.get("appropriation").get("year").asInt()).isEqualTo(2025);
        long sum = 0;
        for (JsonNode each : posting.get("entry").get("postings"))
            sum += Long.parseLong(each.get("amount").asString());
        assertThat(sum).isZero();
        assertThat(posting.get("entry").get("reversedBy").isNull()).isTrue();
    }

    @Test
    void the_appropriation_keeps_its_identities_and_shows_that_too_much_is_allocated() {
        JsonNode all = ask("""
                { appropriations(year: 2025) { totalCount nodes { unit { name } state overAllocated
                  carriedIn { amount } assigned { amount } adjusted { amount } cut { amount } committed { amount }
                  actual { amount } held { amount } advanceOutstanding { amount }
                  usable { amount terms { factor figure { amount } } } remaining { amount } allocated { amount }
                  unallocated { amount } allocations { project { code } allocated { amount } advanced { amount } } } } }""", Map.of()).get("appropriations");
        assertThat(all.get("totalCount").asInt()).isEqualTo(1);
        JsonNode a = all.get("nodes").get(0);
        assertThat(amount(a, "usable")).isEqualTo(500_000_000);
        assertThat(amount(a, "remaining")).isEqualTo(350_000_000);
        assertThat(amount(a, "unallocated")).isEqualTo(-100_000_000);
        assertThat(a.get("overAllocated").asBoolean()).isTrue();
        assertThat(amount(a.get("allocations").get(0), "advanced")).isEqualTo(150_000_000);
        long terms = 0;
        for (JsonNode term : a.get("usable").get("terms"))
            terms += term.get("factor").asLong() * amount(term, "figure");
        assertThat(terms).isEqualTo(500_000_000);
    }

    @Test
    void a_withdrawal_shows_its_marks_and_what_was_waited_for() {
        JsonNode data = ask("""
                query($before: Position!) { treasuryPapers { nodes { number state total totalInWords executedOn voucherNumber
                    payeeAccount secondSignedOn firstSignedOn lines { item amount } depositAccount { confirmed } } }
                  asOf(position: $before) { treasuryPapers { nodes { state } }
                    projects { nodes { waitingFor { step role wayOut project { id } object { id } } } } } }""", Map.of("before", Long.toString(beforePayment)));
        JsonNode w = data.get("treasuryPapers").get("nodes").get(0);
        assertThat(w.get("state").asString()).isEqualTo("RECEIVED");
        assertThat(w.get("payeeAccount").asString()).isEqualTo("3713.0.1099901");
        JsonNode past = data.get("asOf");
        assertThat(past.get("treasuryPapers").get("nodes").get(0).get("state").asString())
                .isEqualTo("SECOND_SIGNED");
        JsonNode waiting =
                past.get("projects").get("nodes").get(0).get("waitingFor").get(0);
        assertThat(waiting.get("step").asString()).isEqualTo("SIGN_FIRST");
        assertThat(waiting.get("wayOut").asString()).contains("signFirst");
    }

    @Test
    void nobody_who_is_not_signed_in_sees_money_of_an_unpublished_task() {
        JsonNode data = department
                .system()
                .anonymous()
                .ask("{ appropriations { totalCount } treasuryPapers { totalCount } inbox { totalCount } }")
                .get("data");
        assertThat(data.get("appropriations").get("totalCount").asInt(0)).isZero();
        assertThat(data.get("treasuryPapers").get("totalCount").asInt(0)).isZero();
    }

    private JsonNode ask(String document, Map<String, ?> more) {
        Map<String, Object> variables = new java.util.HashMap<>(more);
        if (document.contains("$id")) variables.put("id", ProjectExamples.TASK.value());
        return inspector.data(document, variables);
    }

    private static long amount(JsonNode of, String figure) {
        return Long.parseLong(of.get(figure).get("amount").asString());
    }

    private static TreasuryPaperLine line(LineCategory line, String item, long millions) {
        return new TreasuryPaperLine(line, item, FundSource.STATE_BUDGET, m(millions), "đợt 1");
    }

    private static Vnd m(long millions) {
        return Vnd.of(millions * 1_000_000);
    }
}
