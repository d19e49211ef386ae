package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.Id;

/**
 * Requests about the money of one task by those who handle it: the accountant returns and re-codes parts of an advance the
 * treasury has paid, the host's accountant reports spending, the officer draws up tables of completed work, records what was
 * made public and registers people. Amounts are so small that there is always something left.
 */
public final class MoneyRequests implements Load.Requests {
    private static final long AMOUNT = 1_000;

    private final Advance advance;

    /**
     * An advance the treasury has paid.
     *
     * @param line of the task's budget, with its item
     * @param on the story's last day
     */
    public record Advance(
            String paper,
            String project,
            String appropriation,
            String department,
            String hostAccountant,
            String line,
            String item,
            LocalDate on) {}

    public MoneyRequests(Advance advance) {
        this.advance = advance;
    }

    @Override
    public Load.Request of(int number) {
        return switch (number % 3) {
            case 0 ->
                new Load.Request("accountant", List.of(giveBack(number, 0), recoding(number, 1), giveBack(number, 2)));
            case 1 -> new Load.Request(advance.hostAccountant(), List.of(spending(number, 0), spending(number, 1)));
            default ->
                new Load.Request(
                        "officer",
                        List.of(volume(number, 0), Load.person(number, 0), Load.person(number, 1), publicity(number)));
        };
    }

    private Load.Mutation giveBack(int number, int i) {
        String id = id("paper", number, i);
        return new Load.Mutation(id, """
                prepareReturn(input: {paper: "%s", advance: "%s", number: "NT-%d-%d", lines: [%s], total: "%d",
                  reason: "Chưa dùng hết", idempotencyKey: "%s"})""".formatted(id, advance.paper(), number, i, line(advance.item()), AMOUNT, id));
    }

    private Load.Mutation recoding(int number, int i) {
        String id = id("paper", number, i);
        return new Load.Mutation(id, """
                recodePayment(input: {paper: "%s", of: "%s", number: "DC-%d-%d", wrong: [%s], appropriation: "%s",
                  right: [%s], total: "%d", reason: "Nhầm mục", idempotencyKey: "%s"})""".formatted(
                        id,
                        advance.paper(),
                        number,
                        i,
                        line(advance.item()),
                        advance.appropriation(),
                        line("6650"),
                        AMOUNT,
                        id));
    }

    private Load.Mutation volume(int number, int i) {
        String id = id("volume", number, i);
        return new Load.Mutation(id, """
                drawUpVolume(input: {volume: "%s", project: "%s", unit: "%s", number: "KL-%d-%d", tranche: 1,
                  requestedOn: "%s", throughOn: "%s", rows: [{content: "Khảo sát", contractValue: "%d", completed: "%d"}],
                  total: "%d", idempotencyKey: "%s"})""".formatted(
                        id,
                        advance.project(),
                        advance.department(),
                        number,
                        i,
                        advance.on(),
                        advance.on(),
                        AMOUNT,
                        AMOUNT,
                        AMOUNT,
                        id));
    }

    private Load.Mutation publicity(int number) {
        return new Load.Mutation(advance.project(), """
                recordPublicity(input: {project: "%s", kind: TASK_INFORMATION, postedOn: "%s", place: "Bảng tin %d",
                  idempotencyKey: "publicity-%d"})""".formatted(advance.project(), advance.on(), number, number));
    }

    private Load.Mutation spending(int number, int i) {
        String id = id("spending-report", number, i);
        return new Load.Mutation(id, """
                fileSpendingReport(input: {report: "%s", project: "%s", from: "%s", to: "%s", items: [{line: MATERIALS,
                  source: STATE_BUDGET, content: "Vật tư", amount: "%d", voucher: {number: "HĐ-%d-%d", date: "%s",
                  payee: "Công ty Thử nghiệm", taxWithheld: "0"},
                  quantity: {quantity: "1", unit: "gói", unitPrice: "%d"}}],
                  total: "%d", last: false, idempotencyKey: "%s"})""".formatted(
                        id,
                        advance.project(),
                        advance.on().minusDays(3),
                        advance.on(),
                        AMOUNT,
                        number,
                        i,
                        advance.on(),
                        AMOUNT,
                        AMOUNT,
                        id));
    }

    private String line(String item) {
        return "{line: %s, item: \"%s\", amount: \"%d\", content: \"Tạo tải\"}".formatted(advance.line(), item, AMOUNT);
    }

    private static String id(String kind, int number, int i) {
        return Id.derived(kind, "load", Integer.toString(number), Integer.toString(i));
    }
}
