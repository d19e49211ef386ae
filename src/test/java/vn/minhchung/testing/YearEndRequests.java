package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;

/**
 * The end of a year, of an appropriation of its own each time: a part is carried over and the year closed, or the
 * declaration is withdrawn and the closing rejected; the rest is cancelled.
 */
public final class YearEndRequests implements Errands {
    private static final String ASSIGNED = "5000";
    private static final String TABLE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Map<String, Object> BALANCE = Decisions.on("MINUTES", "Mẫu 31");
    private static final Map<String, Object> LETTER = Decisions.on("LETTER", "41/STC-NS");

    /** Programmes of a unit have five digits; those of the demo are low. */
    private static final int FIRST_PROGRAMME = 90_000;

    private final LocalDate on;
    private final int year;

    /** @param on the story's last day: the year before it is closed */
    public YearEndRequests(LocalDate on) {
        this.on = on;
        this.year = on.getYear() - 1;
    }

    @Override
    public List<Request> of(Turn turn) {
        String old = turn.id("appropriation", 0);
        String next = turn.id("appropriation", 1);
        String carried = turn.id("carry-over", 0);
        List<Request> requests = new ArrayList<>();
        requests.add(Request.by(Cast.COMMITTEE, assigned(old, turn, year), assigned(next, turn, year + 1)));
        requests.add(Request.by(Cast.ACCOUNTANT, declared(carried, old)));
        if (turn.odd()) carriedOver(carried, requests);
        else
            requests.add(Request.by(
                    Cast.ACCOUNTANT,
                    step("withdrawCarryOver", "carryOver", carried, Map.of("reason", "Không còn nhiệm vụ chi"))));
        requests.add(Request.by(
                Cast.FINANCE,
                step(
                        "cancelAppropriation",
                        "appropriation",
                        old,
                        Map.of("amount", Advance.AMOUNT, "decision", LETTER))));
        requests.add(
                Request.by(Cast.CHIEF_ACCOUNTANT, step("closeYear", "appropriation", old, Map.of("document", TABLE))));
        requests.add(Request.by(
                Cast.DIRECTOR,
                turn.odd()
                        ? step("confirmYearClosing", "appropriation", old, Map.of())
                        : step("rejectYearClosing", "appropriation", old, Map.of("reason", "Chưa đối chiếu"))));
        return requests;
    }

    private void carriedOver(String carried, List<Request> requests) {
        requests.add(Request.by(
                Cast.ACCOUNTANT,
                step(
                        "recordCarryOverConfirmation",
                        "carryOver",
                        carried,
                        Map.of("amount", Advance.AMOUNT, "confirmedOn", on.toString(), "decision", BALANCE))));
        requests.add(Request.by(Cast.CHIEF_ACCOUNTANT, compared(carried)));
        requests.add(Request.by(
                Cast.FINANCE,
                step(
                        "recordCarryOverLetter",
                        "carryOver",
                        carried,
                        Map.of("outcome", "GRANTED", "amount", Advance.AMOUNT, "decision", LETTER))));
        requests.add(Request.by(Cast.CHIEF_ACCOUNTANT, compared(carried)));
    }

    private static Mutation compared(String carried) {
        return step("confirmCarryOver", "carryOver", carried, Map.of());
    }

    private static Mutation assigned(String id, Turn turn, int year) {
        Map<String, Object> decision = new HashMap<>(Decisions.on("DECISION", "13/QĐ-UBND"));
        decision.put("effectiveOn", LocalDate.of(year, 1, 2).toString());
        return Mutation.of(
                "assignAppropriation",
                id,
                Map.of(
                        "appropriation",
                        id,
                        "unit",
                        DemoLoader.department().value(),
                        "chapter",
                        "417",
                        "sector",
                        "103",
                        "sourceNature",
                        "12",
                        "programme",
                        Integer.toString(FIRST_PROGRAMME + turn.number()),
                        "year",
                        year,
                        "assigned",
                        ASSIGNED,
                        "decision",
                        decision));
    }

    private static Mutation declared(String carried, String appropriation) {
        return Mutation.of(
                "declareCarryOver",
                carried,
                Map.of(
                        "carryOver",
                        carried,
                        "kind",
                        "APPROPRIATION",
                        "appropriation",
                        appropriation,
                        "amount",
                        Advance.AMOUNT,
                        "reason",
                        "Hợp đồng đang thực hiện",
                        "decision",
                        BALANCE));
    }

    private static Mutation step(String name, String object, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put(object, id);
        return Mutation.onSeen(name, id, input);
    }
}
