package vn.minhchung.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/**
 * The end of two budget years: the one before the story's last is closed; of the last one an advance is to come back, and
 * then may be carried over to the next.
 */
final class YearEndScene {
    static final String CLOSED_YEAR = Id.derived("appropriation", "scene", "closed-year");
    static final String CARRIED = Id.derived("carry-over", "scene", "advance");
    private static final String BALANCE_CARRIED = Id.derived("carry-over", "scene", "balance");
    private static final String RETURN = Id.derived("paper", "scene", "year-end-return");
    private static final String TABLE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Map<String, Object> BALANCE = Sender.on("MINUTES", "Mẫu 31");
    private static final Map<String, Object> LETTER = Sender.on("LETTER", "41/STC-NS");

    private final Sender sender;
    private final Runnable moment;
    private final int year;

    YearEndScene(RunningSystem system, Runnable moment) {
        this.sender = new Sender(system);
        this.moment = moment;
        this.year = system.clock().today().getYear();
    }

    /** @param number of the scene whose executed advance is carried over */
    void done(int number) {
        closing();
        returning(number);
        carrying(number);
        balance(number);
    }

    /** Struck, changed since, rejected, struck again, confirmed. */
    private void closing() {
        Map<String, Object> late = new HashMap<>(Sender.on("DECISION", "13/QĐ-UBND"));
        late.put("effectiveOn", (year - 1) + "-12-20");
        assigned(CLOSED_YEAR, "797", year - 1, late);
        sender.does(Cast.CHIEF_ACCOUNTANT, "closeYear", of(CLOSED_YEAR, Map.of("document", TABLE), BALANCE));
        sender.does(Cast.FINANCE, "cancelAppropriation", of(CLOSED_YEAR, Map.of("amount", "30000000"), LETTER));
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "rejectYearClosing",
                of(CLOSED_YEAR, Map.of("reason", "Chưa đối chiếu với kho bạc"), BALANCE));
        sender.does(Cast.CHIEF_ACCOUNTANT, "closeYear", of(CLOSED_YEAR, Map.of("document", TABLE), BALANCE));
        sender.does(Cast.DIRECTOR, "confirmYearClosing", of(CLOSED_YEAR, Map.of(), BALANCE));
        moment.run();
    }

    /** The next year has no appropriation yet. */
    private void returning(int number) {
        sender.does(
                Cast.ACCOUNTANT,
                "returnAdvance",
                Map.of(
                        "paper",
                        RETURN,
                        "advance",
                        Scene.paper(number, 1),
                        "number",
                        "NT-01",
                        "because",
                        "NO_NEXT_APPROPRIATION",
                        "reason",
                        "Năm sau chưa có dự toán",
                        "decision",
                        BALANCE));
        moment.run();
        Map<String, Object> cancelling = new HashMap<>(Scene.step(RETURN));
        cancelling.put("reason", "Năm sau đã có dự toán");
        sender.does(Cast.ACCOUNTANT, "cancelTreasuryPaper", cancelling);
    }

    private void carrying(int number) {
        assigned(
                Id.derived("appropriation", "scene", "next-year"),
                Integer.toString(800 + number),
                year + 1,
                Sender.on("DECISION", "14/QĐ-UBND"));
        String amount = Long.toString(Scene.ADVANCE);
        sender.does(
                Cast.ACCOUNTANT,
                "declareCarryOver",
                Map.of(
                        "carryOver",
                        CARRIED,
                        "kind",
                        "ADVANCE",
                        "appropriation",
                        Scene.appropriation(number),
                        "amount",
                        amount,
                        "advances",
                        List.of(Scene.paper(number, 1)),
                        "reason",
                        "Hợp đồng đang thực hiện",
                        "decision",
                        BALANCE));
        Map<String, Object> confirmed = Map.of(
                "amount", amount, "confirmedOn", sender.system().clock().today().toString());
        sender.does(Cast.ACCOUNTANT, "recordCarryOverConfirmation", step(CARRIED, confirmed, BALANCE));
        sender.does(Cast.CHIEF_ACCOUNTANT, "rejectCarryOver", step(CARRIED, Map.of("reason", "Sai số tiền"), BALANCE));
        sender.does(Cast.ACCOUNTANT, "recordCarryOverConfirmation", step(CARRIED, confirmed, BALANCE));
        moment.run();
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmCarryOver", step(CARRIED, Map.of(), BALANCE));
        sender.does(
                Cast.FINANCE,
                "recordCarryOverLetter",
                step(CARRIED, Map.of("outcome", "GRANTED", "amount", amount), LETTER));
        moment.run();
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmCarryOver", step(CARRIED, Map.of(), LETTER));
        moment.run();
    }

    /** Declared by task, and taken back. */
    private void balance(int number) {
        sender.does(
                Cast.ACCOUNTANT,
                "declareCarryOver",
                Map.of(
                        "carryOver",
                        BALANCE_CARRIED,
                        "kind",
                        "APPROPRIATION",
                        "appropriation",
                        Scene.appropriation(number),
                        "amount",
                        "5000000",
                        "parts",
                        List.of(Map.of("project", Scene.project(number), "amount", "5000000")),
                        "reason",
                        "Chưa đến hạn thanh toán",
                        "decision",
                        BALANCE));
        moment.run();
        sender.does(
                Cast.ACCOUNTANT, "withdrawCarryOver", step(BALANCE_CARRIED, Map.of("reason", "Kê khai nhầm"), BALANCE));
        moment.run();
    }

    private void assigned(String appropriation, String sector, int of, Map<String, Object> decision) {
        Map<String, Object> input = new HashMap<>();
        input.put("appropriation", appropriation);
        input.put("unit", Organisation.DEPARTMENT.id().value());
        input.put("chapter", "417");
        input.put("sector", sector);
        input.put("sourceNature", "12");
        input.put("programme", "00000");
        input.put("year", of);
        input.put("assigned", "200000000");
        input.put("decision", decision);
        sender.does(Cast.COMMITTEE, "assignAppropriation", input);
    }

    private static Map<String, Object> of(String appropriation, Map<String, ?> more, Map<String, Object> decision) {
        return input("appropriation", appropriation, more, decision);
    }

    private static Map<String, Object> step(String carryOver, Map<String, ?> more, Map<String, Object> decision) {
        return input("carryOver", carryOver, more, decision);
    }

    private static Map<String, Object> input(
            String name, String id, Map<String, ?> more, Map<String, Object> decision) {
        Map<String, Object> input = new HashMap<>(more);
        input.put(name, id);
        input.put("seenAt", Sender.NOW);
        input.put("decision", decision);
        return input;
    }
}
