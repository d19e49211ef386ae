package vn.minhchung.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.SettlementId;
import vn.minhchung.testing.RunningSystem;

/** The task whose refund was paid is liquidated and settled; a closed year is settled, corrected, and the notice carried out. */
final class SettlementScene {
    private static final int NUMBER = 74;
    private static final String YEAR = Id.derived("appropriation", "scene", "settled-year");
    private static final String BALANCES = Id.derived("paper", "scene", "settled-year");
    private static final String TASK = Scene.project(RefundScene.NUMBER);
    static final String OF_TASK = SettlementId.of(new ProjectId(TASK)).value();
    static final String OF_YEAR = SettlementId.of(new AppropriationId(YEAR)).value();

    private static final String REPORT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Map<String, Object> LETTER = Sender.on("LETTER", "77/STC-NS");

    private final RunningSystem system;
    private final Sender sender;
    private final Runnable moment;

    SettlementScene(RunningSystem system, Runnable moment) {
        this.system = system;
        this.sender = new Sender(system);
        this.moment = moment;
    }

    void told() {
        liquidated();
        task();
        closed();
        corrected();
        year();
    }

    private void liquidated() {
        Map<String, Object> assets = of("project", TASK, Map.of("on", today(), "rights", "Sở quản lý số liệu"));
        assets.put("items", List.of(Map.of("item", "Số liệu khảo sát", "quantity", 1, "manner", "DESTROYED")));
        assets.put("decision", Sender.on("MINUTES", "08/BB-SKHCN"));
        sender.does(Cast.COMMITTEE, "handOverAssets", assets);
        sender.does(
                Cast.DIRECTOR,
                "liquidateContract",
                of(
                        "project",
                        TASK,
                        Map.of(
                                "number",
                                "73/TLHĐ-SKHCN",
                                "signedOn",
                                today(),
                                "hostSignatory",
                                Cast.HOST_HEAD.person().value())));
    }

    /** Returned, filed again; recorded wrongly, then rightly: of 60 million 30 are not settled, of which a refund covers 25. */
    private void task() {
        Map<String, Object> report = Map.of(
                "project",
                TASK,
                "lines",
                List.of(Map.of("line", "REMUNERATION", "amount", "60000000")),
                "document",
                REPORT);
        sender.does(Cast.HOST_HEAD, "fileTaskSettlement", report);
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "reviewTaskSettlement",
                of("project", TASK, Map.of("outcome", "RETURNED", "findings", "Thiếu bảng kê chứng từ")));
        moment.run();
        sender.does(Cast.HOST_HEAD, "fileTaskSettlement", report);
        Map<String, Object> notice = of(
                "project",
                TASK,
                Map.of(
                        "outcome",
                        "APPROVED",
                        "findings",
                        "Lưu hồ sơ 10 năm",
                        "cuts",
                        List.of(Map.of(
                                "line", "REMUNERATION", "amount", "30000000", "reason", "Chưa chứng minh được"))));
        notice.put("decision", Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR"));
        sender.does(Cast.OFFICER, "reviewTaskSettlement", notice);
        moment.run();
        sender.does(
                Cast.CHIEF_ACCOUNTANT,
                "rejectSettlementReview",
                of("settlement", OF_TASK, Map.of("reason", "Sai số thông báo")));
        sender.does(Cast.OFFICER, "reviewTaskSettlement", notice);
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmSettlementReview", of("settlement", OF_TASK, Map.of()));
        moment.run();
        Map<String, Object> paid = of(
                "settlement",
                OF_TASK,
                Map.of("report", "Đã nộp ngân sách 5 triệu đồng", "voucherNumber", "C1-73", "paidOn", today()));
        paid.put("decision", Sender.on("TREASURY_VOUCHER", "C1-73"));
        sender.does(Cast.ACCOUNTANT, "carryOutSettlementNotice", paid);
        moment.run();
    }

    /** A task that ran on paper: 40 million advanced and cleared last year, whose books are closed afterwards. */
    private void closed() {
        Scene scene = new Scene(system, NUMBER);
        scene.approved();
        scene.contracted();
        int last = system.clock().today().getYear() - 1;
        Map<String, Object> then = new HashMap<>(Sender.on("DECISION", "13/QĐ-UBND"));
        then.put("effectiveOn", last + "-12-20");
        sender.does(
                Cast.COMMITTEE,
                "assignAppropriation",
                Map.of(
                        "appropriation",
                        YEAR,
                        "unit",
                        Organisation.DEPARTMENT.id().value(),
                        "chapter",
                        "417",
                        "sector",
                        "796",
                        "sourceNature",
                        "12",
                        "programme",
                        "00000",
                        "year",
                        last,
                        "assigned",
                        "50000000",
                        "decision",
                        then));
        sender.does(Cast.FINANCE, "enterInTabmis", of("appropriation", YEAR, Map.of("enteredOn", last + "-12-22")));
        sender.does(
                Cast.DIRECTOR,
                "allocateToTask",
                of("appropriation", YEAR, Map.of("project", scene.project(), "amount", "50000000")));
        Map<String, Object> balances = new HashMap<>();
        balances.put("paper", BALANCES);
        balances.put("project", scene.project());
        balances.put("appropriation", YEAR);
        balances.put("number", "SD-74");
        balances.put("tranche", 1);
        balances.put("struckOn", last + "-12-25");
        balances.put(
                "balances",
                List.of(Map.of(
                        "year",
                        last,
                        "line",
                        "REMUNERATION",
                        "source",
                        "STATE_BUDGET",
                        "item",
                        "7017",
                        "advanced",
                        "40000000",
                        "paidDirectly",
                        "0",
                        "cleared",
                        "40000000",
                        "returned",
                        "0")));
        balances.put("total", "40000000");
        Map<String, Object> confirmed = new HashMap<>(Sender.on("TREASURY_VOUCHER", "DC-74"));
        confirmed.put("effectiveOn", last + "-12-25");
        balances.put("decision", confirmed);
        sender.does(Cast.ACCOUNTANT, "takeOverTask", balances);
        Map<String, Object> signing = of("paper", BALANCES, Map.of());
        signing.put("decision", confirmed);
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", signing);
        sender.does(Cast.DIRECTOR, "signFirst", signing);
        sender.does(Cast.CHIEF_ACCOUNTANT, "closeYear", of("appropriation", YEAR, Map.of("document", REPORT)));
        sender.does(Cast.DIRECTOR, "confirmYearClosing", of("appropriation", YEAR, Map.of()));
    }

    private void corrected() {
        Map<String, Object> correction = of(
                "appropriation",
                YEAR,
                Map.of(
                        "of",
                        "entry:" + BALANCES + "/1",
                        "reason",
                        "Chi thù lao vượt định mức",
                        "document",
                        "12/BB-SKHCN",
                        "lines",
                        List.of(Map.of(
                                "project",
                                Scene.project(NUMBER),
                                "tranche",
                                1,
                                "line",
                                "REMUNERATION",
                                "item",
                                "7017",
                                "change",
                                "-2000000"))));
        sender.does(Cast.CHIEF_ACCOUNTANT, "correctClosedYear", correction);
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "rejectClosedYearCorrection",
                of("appropriation", YEAR, Map.of("reason", "Chưa có biên bản")));
        sender.does(Cast.CHIEF_ACCOUNTANT, "correctClosedYear", correction);
        sender.does(Cast.DIRECTOR, "confirmClosedYearCorrection", of("appropriation", YEAR, Map.of()));
        moment.run();
    }

    private void year() {
        sender.does(Cast.CHIEF_ACCOUNTANT, "fileYearlySettlement", Map.of("appropriation", YEAR, "document", REPORT));
        sender.does(
                Cast.FINANCE,
                "reviewYearlySettlement",
                of(
                        "appropriation",
                        YEAR,
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "findings",
                                "Thu hồi khoản chi sai",
                                "cuts",
                                List.of(Map.of(
                                        "project",
                                        Scene.project(NUMBER),
                                        "line",
                                        "REMUNERATION",
                                        "item",
                                        "7017",
                                        "amount",
                                        "1000000",
                                        "reason",
                                        "Sai chế độ")))));
        moment.run();
    }

    private Map<String, Object> of(String name, String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put(name, id);
        input.put("seenAt", Sender.NOW);
        input.put("decision", LETTER);
        return input;
    }

    private String today() {
        return system.clock().today().toString();
    }
}
