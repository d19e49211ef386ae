package vn.minhchung.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/** Adjustments of one task in every way they can go, done once over HTTP; a moment is told on the way. */
final class RareAdjustments {
    /** A number no other scene has. */
    static final int SCENE = 71;

    static final String BUDGET = id("budget");
    static final String MEMBERS = id("members");
    static final String INVESTIGATOR = id("investigator");
    static final String HOST = id("host");
    static final String SHORTENING = id("shortening");
    static final String TITLE = id("title");

    private static final Map<String, Object> PAPER = Sender.on("LETTER", "903/CV-TCCT");

    private final Sender sender;
    private final Runnable moment;
    private final LocalDate today;
    private final Scene scene;

    RareAdjustments(RunningSystem system, Runnable moment) {
        this.sender = new Sender(system);
        this.moment = moment;
        this.today = system.clock().today();
        this.scene = new Scene(system, SCENE);
    }

    private static String id(String name) {
        return Id.derived("adjustment", "scene", name);
    }

    void done() {
        scene.approved();
        scene.contracted();
        scene.financed();
        budget();
        decidedByHost();
        others();
        exceptions();
    }

    /** 50 million more for equipment: supplemented, heard, decided on paper, confirmed. */
    private void budget() {
        ask(Cast.HOST_HEAD, "requestAdjustment", BUDGET, "NON_KHOAN_BUDGET", content(40_000_000));
        moment.run();
        step(Cast.OFFICER, "askAdjustmentSupplement", BUDGET, Map.of("reason", "Thiếu báo giá"));
        moment.run();
        step(
                Cast.HOST_HEAD,
                "supplementAdjustment",
                BUDGET,
                Map.of("note", "Dự toán chi tiết và báo giá kèm theo", "content", itemised()));
        moment.run();
        step(
                Cast.OFFICER,
                "recordAdjustmentOpinion",
                BUDGET,
                Map.of("by", "EXPERTS", "favourable", true, "document", "12/BB-CG", "givenOn", today.toString()));
        Map<String, Object> decision = new HashMap<>(granting());
        decision.put("appropriation", scene.appropriation());
        decision.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        step(Cast.OFFICER, "decideAdjustment", BUDGET, decision);
        moment.run();
        step(Cast.REGISTRAR, "confirmAdjustment", BUDGET, Map.of());
        moment.run();
    }

    private void decidedByHost() {
        String technician = Scene.person("ky-thuat-vien");
        sender.does(Cast.OFFICER, "registerPerson", Map.of("person", technician, "name", "Quách Thử Vai"));
        ask(
                Cast.HOST_HEAD,
                "notifyAdjustment",
                MEMBERS,
                "MEMBERS",
                Map.of("members", List.of(Map.of("person", technician, "role", "SUPPORT"))));
        moment.run();
        step(Cast.DIRECTOR, "recordNoObjection", MEMBERS, Map.of());
        ask(
                Cast.HOST_HEAD,
                "notifyAdjustment",
                INVESTIGATOR,
                "INVESTIGATOR",
                Map.of("investigator", technician, "cause", "OWN_REQUEST"));
        step(Cast.DIRECTOR, "objectToAdjustment", INVESTIGATOR, Map.of("reason", "Chưa đủ điều kiện"));
        moment.run();
    }

    private void others() {
        ask(
                Cast.HOST_HEAD,
                "requestAdjustment",
                HOST,
                "HOST",
                Map.of("host", Organisation.HOST2.id().value(), "successorDocument", "88/QĐ-UBND"));
        step(Cast.HOST_HEAD, "withdrawAdjustment", HOST, Map.of("reason", "Chưa sáp nhập"));
        ask(
                Cast.HOST_HEAD,
                "requestAdjustment",
                SHORTENING,
                "SHORTENING",
                Map.of("end", today.plusMonths(6).toString(), "contentDonePercent", 70));
        step(
                Cast.DIRECTOR,
                "decideAdjustment",
                SHORTENING,
                Map.of("outcome", "REFUSED", "reason", "Chưa đủ khối lượng"));
        ask(Cast.HOST_HEAD, "requestAdjustment", TITLE, "TITLE", Map.of("after", "Nhiệm vụ có tên mới"));
        moment.run();
    }

    private void exceptions() {
        Map<String, Object> granting = new HashMap<>();
        granting.put("project", scene.project());
        granting.put("kind", "SECOND_EXTENSION");
        granting.put("document", "45/UBND-KT");
        granting.put("reason", "Thiên tai");
        granting.put("seenAt", Sender.NOW);
        granting.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        sender.does(Cast.OFFICER, "grantException", granting);
        moment.run();
        sender.does(
                Cast.REGISTRAR,
                "confirmException",
                Map.of("project", scene.project(), "number", 1, "seenAt", Sender.NOW, "decision", PAPER));
    }

    private Map<String, Object> content(long equipment) {
        return Map.of(
                "budget",
                List.of(
                        share("REMUNERATION", today.getYear(), 200_000_000),
                        share("MATERIALS", today.getYear(), 100_000_000),
                        share("REMUNERATION", today.getYear() + 1, 300_000_000),
                        share("EQUIPMENT", today.getYear() + 1, equipment)),
                "tranches",
                List.of(tranche(1, 300_000_000), tranche(2, 300_000_000 + equipment)));
    }

    /** With the detailed estimate behind it. */
    private Map<String, Object> itemised() {
        int year = today.getYear();
        Map<String, Object> content = new HashMap<>(content(50_000_000));
        content.put(
                "items",
                List.of(
                        item("REMUNERATION", year, 200_000_000, "labour", labour(8, 25_000_000)),
                        item("MATERIALS", year, 100_000_000, "quantity", quantity("kg", 5_000_000)),
                        item("REMUNERATION", year + 1, 300_000_000, "labour", labour(10, 30_000_000)),
                        item("EQUIPMENT", year + 1, 50_000_000, "quantity", quantity("bộ", 2_500_000))));
        return content;
    }

    private Map<String, Object> item(String line, int year, long amount, String detail, Map<String, Object> of) {
        Map<String, Object> item = new HashMap<>(share(line, year, amount));
        item.put("content", "Chi theo thuyết minh đã sửa");
        item.put("normed", detail.equals("labour"));
        item.put(detail, of);
        if (!detail.equals("labour"))
            item.put("quote", Map.of("date", today.minusDays(30).toString(), "supplier", "Công ty Vật tư Thử nghiệm"));
        return item;
    }

    private Map<String, Object> labour(int months, long rate) {
        return Map.of(
                "person",
                scene.investigator(),
                "role",
                "PRINCIPAL",
                "coefficient",
                "1.0",
                "months",
                months,
                "days",
                0,
                "rate",
                Long.toString(rate));
    }

    private static Map<String, Object> quantity(String unit, long price) {
        return Map.of("quantity", "20", "unit", unit, "unitPrice", Long.toString(price));
    }

    private static Map<String, Object> share(String line, int year, long amount) {
        return Map.of("source", "STATE_BUDGET", "line", line, "year", year, "amount", Long.toString(amount));
    }

    private Map<String, Object> tranche(int number, long amount) {
        return Map.of(
                "number",
                number,
                "amount",
                Long.toString(amount),
                "condition",
                "Theo phụ lục",
                "due",
                today.plusMonths(number).toString());
    }

    private Map<String, Object> granting() {
        return Map.of(
                "outcome",
                "APPROVED",
                "reason",
                "Hồ sơ đầy đủ",
                "annexNumber",
                "T71/PLHĐ-01",
                "annexDate",
                today.toString());
    }

    private void ask(Cast who, String mutation, String id, String kind, Map<String, ?> content) {
        sender.does(
                who,
                mutation,
                Map.of(
                        "adjustment",
                        id,
                        "project",
                        scene.project(),
                        "kind",
                        kind,
                        "content",
                        content,
                        "reason",
                        "Theo tình hình thực hiện",
                        "decision",
                        PAPER));
    }

    private void step(Cast who, String mutation, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("adjustment", id);
        input.put("seenAt", Sender.NOW);
        input.putIfAbsent("decision", PAPER);
        sender.does(who, mutation, input);
    }
}
