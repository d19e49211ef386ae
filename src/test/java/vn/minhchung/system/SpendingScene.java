package vn.minhchung.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/**
 * What the host of {@link EstimateScene}'s task spends and saves: a report that is returned, replaced, accepted in part and
 * replaced once more, and two savings.
 */
final class SpendingScene {
    static final String REPORT = Id.derived("spending-report", "scene");
    static final String RETURNED = Id.derived("spending-report", "scene", "returned");
    static final String SAVING = Id.derived("savings-report", "scene");
    static final String NO_SAVING = Id.derived("savings-report", "scene", "returned");

    private static final String MILLION = "000000";
    private static final Map<String, Object> PAPER = Sender.on("LETTER", "34/BC-ĐHSPKT");

    private final RunningSystem system;
    private final Scene scene;
    private final Sender sender;
    private final Runnable moment;
    private final LocalDate today;

    /** @param moment told when there is something to ask about */
    SpendingScene(RunningSystem system, Runnable moment) {
        this.system = system;
        this.scene = new Scene(system, EstimateScene.NUMBER);
        this.sender = new Sender(system);
        this.moment = moment;
        this.today = system.clock().today();
    }

    void told() {
        Map<String, Object> contract = new HashMap<>(scene.contract(Sender.on("DECISION", "300/QĐ-UBND")));
        contract.put("value", 345 + MILLION);
        contract.put("tranches", List.of(Map.of("number", 1, "amount", 345 + MILLION)));
        sender.does(Cast.DIRECTOR, "signContract", contract);

        sender.does(Cast.HOST_ACCOUNTANT, "fileSpendingReport", filing(REPORT, items()));
        moment.run();
        sender.does(Cast.ACCOUNTANT, "returnSpendingReport", step(REPORT, "reason", "Thiếu biên bản hội thảo"));
        moment.run();
        sender.does(Cast.HOST_ACCOUNTANT, "replaceSpendingReport", replacement());
        moment.run();
        sender.does(
                Cast.ACCOUNTANT,
                "acceptSpendingReport",
                step(
                        REPORT,
                        "notAccepted",
                        List.of(Map.of("item", 2, "amount", 2 + MILLION, "reason", "Vượt số đại biểu dự"))));
        moment.run();
        Map<String, Object> later = filing(RETURNED, List.of(item("STATIONERY", 3, "VPP-09", "quantity", quantity(3))));
        sender.does(Cast.HOST_HEAD, "fileSpendingReport", later);
        sender.does(Cast.OFFICER, "returnSpendingReport", step(RETURNED, "reason", "Chứng từ ghi sai kỳ"));
        savings();
        moment.run();
    }

    private void savings() {
        new LifeStory(system, moment).passed(EstimateScene.project());
        sender.does(Cast.HOST_ACCOUNTANT, "declareSaving", saving(NO_SAVING, 5));
        moment.run();
        Map<String, Object> returning = new HashMap<>();
        returning.put("saving", NO_SAVING);
        returning.put("reason", "Phần việc chưa làm không phải là tiết kiệm");
        returning.put("seenAt", Sender.NOW);
        returning.put("decision", PAPER);
        sender.does(Cast.CHIEF_ACCOUNTANT, "returnSaving", returning);
        sender.does(Cast.HOST_HEAD, "declareSaving", saving(SAVING, 4));
        sender.does(
                Cast.CHIEF_ACCOUNTANT,
                "acceptSaving",
                Map.of("saving", SAVING, "seenAt", Sender.NOW, "decision", PAPER));
    }

    private Map<String, Object> saving(String id, int millions) {
        return Map.of(
                "saving",
                id,
                "project",
                EstimateScene.project(),
                "lines",
                List.of(Map.of(
                        "line",
                        "STATIONERY",
                        "year",
                        today.getYear(),
                        "normed",
                        true,
                        "amount",
                        millions + MILLION,
                        "workNotDone",
                        1 + MILLION)),
                "hostFund",
                true,
                "scienceFund",
                true,
                "decision",
                PAPER);
    }

    private Map<String, Object> replacement() {
        Map<String, Object> input = filing(REPORT, items());
        input.remove("project");
        input.put("reason", "Bổ sung biên bản hội thảo");
        input.put("seenAt", Sender.NOW);
        return input;
    }

    private Map<String, Object> filing(String report, List<Map<String, Object>> items) {
        long total = items.stream()
                .mapToLong(item -> Long.parseLong(String.valueOf(item.get("amount"))))
                .sum();
        Map<String, Object> input = new HashMap<>();
        input.put("report", report);
        input.put("project", EstimateScene.project());
        input.put("from", today.toString());
        input.put("to", today.toString());
        input.put("items", items);
        input.put("total", Long.toString(total));
        input.put("last", false);
        input.put("decision", PAPER);
        return input;
    }

    private List<Map<String, Object>> items() {
        List<Map<String, Object>> items = new ArrayList<>();
        Map<String, Object> labour = item(
                "REMUNERATION",
                32,
                "TL-01",
                "labour",
                Map.of(
                        "person",
                        scene.investigator(),
                        "role",
                        "PRINCIPAL",
                        "coefficient",
                        "1.0",
                        "months",
                        1,
                        "days",
                        0,
                        "rate",
                        32 + MILLION));
        labour.put(
                "voucher",
                Map.of(
                        "number",
                        "TL-01",
                        "date",
                        today.toString(),
                        "person",
                        scene.investigator(),
                        "taxWithheld",
                        "3200000"));
        items.add(labour);
        items.add(item(
                "SEMINARS_TRAVEL",
                12,
                "HT-01",
                "seminar",
                Map.of("sessions", 1, "participants", 20, "papers", 1, "invitedPapers", 0)));
        items.add(item(
                "SURVEYS",
                8,
                "KS-01",
                "survey",
                Map.of("questionnaires", 200, "indicators", 25, "organisations", false, "price", "40000")));
        items.add(item("STATIONERY", 5, "VPP-01", "quantity", quantity(5)));
        items.add(item(
                "EQUIPMENT",
                15,
                "TS-01",
                "asset",
                Map.of("card", "TS-2025-01", "price", 15 + MILLION, "place", "Phòng thí nghiệm 2")));
        Map<String, Object> own = item("MATERIALS", 4, "VT-01", "quantity", quantity(4));
        own.put("source", "COUNTERPART");
        items.add(own);
        return items;
    }

    private static Map<String, Object> quantity(int millions) {
        return Map.of("quantity", "1", "unit", "đợt", "unitPrice", millions + MILLION);
    }

    private Map<String, Object> item(String line, int millions, String voucher, String detail, Map<String, Object> of) {
        Map<String, Object> item = new HashMap<>();
        item.put("line", line);
        item.put("source", "STATE_BUDGET");
        item.put("content", "Chi theo dự toán");
        item.put("amount", millions + MILLION);
        item.put(
                "voucher",
                Map.of(
                        "number",
                        voucher,
                        "date",
                        today.toString(),
                        "payee",
                        "Công ty Dịch vụ Thử nghiệm",
                        "taxWithheld",
                        "0"));
        item.put(detail, of);
        return item;
    }

    private static Map<String, Object> step(String report, String name, Object value) {
        return Map.of("report", report, name, value, "seenAt", Sender.NOW, "decision", PAPER);
    }
}
