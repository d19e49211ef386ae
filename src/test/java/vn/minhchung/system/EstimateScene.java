package vn.minhchung.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;

/** A task of the first host with an estimate of every kind of item: proposed, returned, approved, moved between lines. */
final class EstimateScene {
    static final int NUMBER = 41;

    private static final String MILLION = "000000";
    private static final Map<String, Object> PLAN = Sender.on("OTHER", "03/PA-ĐHSPKT");

    private final Scene scene;
    private final Sender sender;
    private final Runnable moment;
    private final LocalDate today;

    /** @param moment told when there is something to ask about */
    EstimateScene(RunningSystem system, Runnable moment) {
        this.scene = new Scene(system, NUMBER);
        this.sender = new Sender(system);
        this.moment = moment;
        this.today = system.clock().today();
    }

    static String project() {
        return Scene.project(NUMBER);
    }

    static String estimate() {
        return "estimate:" + project().substring("project:".length());
    }

    void told() {
        approved();
        Map<String, Object> proposal =
                Map.of("project", project(), "items", items(20, 10), "decision", Sender.on("LETTER", "21/TTr-ĐHSPKT"));
        sender.does(Cast.HOST_ACCOUNTANT, "proposeEstimate", proposal);
        moment.run();
        sender.does(Cast.OFFICER, "returnEstimate", with("reason", "Thiếu báo giá vật tư"));
        moment.run();
        sender.does(Cast.HOST_HEAD, "proposeEstimate", proposal);
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "approveEstimate",
                with("expertsException", "Chuyên gia đầu ngành về giám định nguồn gen"));
        moment.run();
        Map<String, Object> plan = new HashMap<>(step());
        plan.put("items", items(14, 16));
        plan.put("decision", PLAN);
        sender.does(Cast.HOST_ACCOUNTANT, "planLineMoves", plan);
        moment.run();
        sender.does(Cast.HOST_HEAD, "returnLineMoves", with("reason", "Chưa có ý kiến của phòng khoa học"));
        sender.does(Cast.HOST_ACCOUNTANT, "planLineMoves", plan);
        sender.does(Cast.HOST_HEAD, "moveBetweenLines", step());
        moment.run();
    }

    private void approved() {
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of("person", scene.investigator(), "name", "Kiều Minh Dựng Cảnh", "titles", "TS."));
        Map<String, Object> approval = scene.approval(Sender.on("LETTER", "45/TTr-SKHCN"));
        approval.put(
                "budget",
                List.of(
                        share("STATE_BUDGET", "REMUNERATION", 144),
                        share("STATE_BUDGET", "DOMESTIC_EXPERTS", 50),
                        share("STATE_BUDGET", "SEMINARS_TRAVEL", 32),
                        share("STATE_BUDGET", "SURVEYS", 8),
                        share("STATE_BUDGET", "MATERIALS", 60),
                        share("STATE_BUDGET", "STATIONERY", 20),
                        share("STATE_BUDGET", "OTHER", 10),
                        share("STATE_BUDGET", "MANAGEMENT", 6),
                        share("STATE_BUDGET", "EQUIPMENT", 15),
                        share("COUNTERPART", "MATERIALS", 33)));
        approval.put("totalBudget", 378 + MILLION);
        approval.put("stateBudget", 345 + MILLION);
        sender.does(Cast.COMMITTEE, "registerApprovedTask", approval);
    }

    private List<Map<String, Object>> items(int stationery, int other) {
        return List.of(
                item(
                        "REMUNERATION",
                        144,
                        "labour",
                        Map.of(
                                "person",
                                scene.investigator(),
                                "role",
                                "PRINCIPAL",
                                "coefficient",
                                "1.0",
                                "months",
                                4,
                                "days",
                                11,
                                "rate",
                                "32000000")),
                item("DOMESTIC_EXPERTS", 50, "quantity", quantity("50", "1")),
                item(
                        "SEMINARS_TRAVEL",
                        32,
                        "seminar",
                        Map.of("sessions", 2, "participants", 20, "papers", 4, "invitedPapers", 2)),
                item(
                        "SURVEYS",
                        8,
                        "survey",
                        Map.of("questionnaires", 200, "indicators", 25, "organisations", false, "price", "40000")),
                quoted("MATERIALS", 60, Map.of("quantity", "12.5", "unit", "kg", "unitPrice", "4800000")),
                quoted("EQUIPMENT", 15, quantity("1", "15")),
                item("STATIONERY", stationery, "quantity", quantity("1", Integer.toString(stationery))),
                item("OTHER", other, "quantity", quantity("1", Integer.toString(other))),
                item("MANAGEMENT", 6, "quantity", quantity("1", "6")),
                counterpart());
    }

    private Map<String, Object> quoted(String line, int millions, Map<String, Object> quantity) {
        Map<String, Object> item = item(line, millions, "quantity", quantity);
        item.put("normed", false);
        item.put("quote", Map.of("date", today.minusDays(30).toString(), "supplier", "Công ty Vật tư Thử nghiệm"));
        return item;
    }

    private Map<String, Object> counterpart() {
        Map<String, Object> item = item("MATERIALS", 33, "quantity", quantity("1", "33"));
        item.put("source", "COUNTERPART");
        return item;
    }

    private Map<String, Object> item(String line, int millions, String detail, Map<String, Object> of) {
        Map<String, Object> item = new HashMap<>();
        item.put("line", line);
        item.put("source", "STATE_BUDGET");
        item.put("year", today.getYear());
        item.put("content", "Chi theo thuyết minh");
        item.put("amount", millions + MILLION);
        item.put("normed", true);
        item.put(detail, of);
        return item;
    }

    private static Map<String, Object> quantity(String quantity, String millions) {
        return Map.of("quantity", quantity, "unit", "đợt", "unitPrice", millions + MILLION);
    }

    private Map<String, Object> share(String source, String line, int millions) {
        return Map.of("source", source, "line", line, "year", today.getYear(), "amount", millions + MILLION);
    }

    static Map<String, Object> step() {
        return Map.of("project", project(), "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "21/TTr-ĐHSPKT"));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> all = new HashMap<>(step());
        all.put(name, value);
        return all;
    }
}
