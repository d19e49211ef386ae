package vn.minhchung.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.testing.RunningSystem;

/** A task that was paid and then terminated: what comes back, by whom, and who is barred until then. */
final class RefundScene {
    static final int NUMBER = 73;

    private static final String VOLUME = Id.derived("volume", "refund story");
    private static final String CLEARING = Id.derived("paper", "refund story", "clearing");
    private static final String GIVEN_BACK = Id.derived("paper", "refund story", "return");
    private static final Map<String, Object> LETTER = Sender.on("LETTER", "120/SKHCN-QLKH");

    private final RunningSystem system;
    private final Sender sender;
    private final Runnable moment;
    private final Scene scene;

    RefundScene(RunningSystem system, Runnable moment) {
        this.system = system;
        this.sender = new Sender(system);
        this.moment = moment;
        this.scene = new Scene(system, NUMBER);
    }

    static String refund() {
        return RefundId.of(new ProjectId(Scene.project(NUMBER))).value();
    }

    void told() {
        scene.approved();
        scene.contracted();
        scene.financed();
        String advance = scene.sent();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(advance));
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(advance));
        cleared(advance);
        terminated();
        decided();
        paid();
        returned(advance);
    }

    private void cleared(String advance) {
        sender.does(
                Cast.OFFICER,
                "drawUpVolume",
                Map.ofEntries(
                        Map.entry("volume", VOLUME),
                        Map.entry("project", scene.project()),
                        Map.entry("unit", Organisation.DEPARTMENT.id().value()),
                        Map.entry("number", "07/BKL-SKHCN"),
                        Map.entry("tranche", 1),
                        Map.entry("requestedOn", today()),
                        Map.entry("throughOn", today()),
                        Map.entry(
                                "rows",
                                List.of(Map.of(
                                        "content",
                                        "Khảo sát hiện trạng",
                                        "contractValue",
                                        "60000000",
                                        "completed",
                                        "60000000"))),
                        Map.entry("total", "60000000"),
                        Map.entry("decision", LETTER)));
        sender.does(Cast.CHIEF_ACCOUNTANT, "signVolumeSecond", ofVolume());
        sender.does(Cast.DIRECTOR, "signVolumeFirst", ofVolume());
        Map<String, Object> clearing = settling(CLEARING, advance, "60000000");
        clearing.put("volume", VOLUME);
        sender.does(Cast.ACCOUNTANT, "prepareClearing", clearing);
        booked(CLEARING, "KB-HT-1");
    }

    private static Map<String, Object> ofVolume() {
        return Map.of("volume", VOLUME, "seenAt", Sender.NOW, "decision", LETTER);
    }

    private static Map<String, Object> settling(String paper, String advance, String amount) {
        Map<String, Object> input = new HashMap<>();
        input.put("paper", paper);
        input.put("advance", advance);
        input.put("number", "HT-" + amount.charAt(0));
        input.put(
                "lines",
                List.of(Map.of("line", "REMUNERATION", "item", "7017", "amount", amount, "content", "Thù lao")));
        input.put("total", amount);
        input.put("decision", LETTER);
        return input;
    }

    private void booked(String paper, String voucher) {
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper));
        sender.does(Cast.DIRECTOR, "signFirst", Scene.step(paper));
        sender.does(Cast.ACCOUNTANT, "sendToTreasury", Scene.step(paper));
        sender.does(
                Cast.ACCOUNTANT,
                "recordExecution",
                Map.of(
                        "paper",
                        paper,
                        "voucherNumber",
                        voucher,
                        "executedOn",
                        today(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.on("TREASURY_VOUCHER", voucher)));
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(paper));
    }

    private void terminated() {
        new LifeStory(system, moment).stopped(scene.project());
        Map<String, Object> termination = new HashMap<>(
                seen(Map.of("refund", "12000000", "productPlan", "Bàn giao số liệu", "assetPlan", "Chưa mua tài sản")));
        termination.put("decision", Sender.on("MINUTES", "04/BB-SKHCN"));
        sender.does(Cast.COMMITTEE, "terminateTask", termination);
        moment.run();
    }

    /** Recorded wrongly, then rightly and confirmed; the director revises it. */
    private void decided() {
        sender.does(
                Cast.HOST_HEAD,
                "reportNonCompletion",
                Map.of(
                        "project",
                        scene.project(),
                        "used",
                        "70000000",
                        "explanation",
                        "Chủ nhiệm nghỉ ốm dài ngày, mô hình chưa triển khai",
                        "decision",
                        LETTER));
        moment.run();
        Map<String, Object> onPaper = new HashMap<>(decision(4_000));
        onPaper.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        sender.does(Cast.OFFICER, "decideRefund", onPaper);
        moment.run();
        sender.does(Cast.CHIEF_ACCOUNTANT, "rejectRefund", seen(Map.of("reason", "Sai số quyết định")));
        sender.does(Cast.OFFICER, "decideRefund", onPaper);
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmRefund", seen(Map.of()));
        moment.run();
        sender.does(Cast.DIRECTOR, "decideRefund", decision(3_000));
        moment.run();
    }

    /** Of 60 million cleared 50 are proven: 10 and a share of 50 come back. */
    private Map<String, Object> decision(int shareBp) {
        return seen(Map.of(
                "parts",
                List.of(Map.of(
                        "cause",
                        "SUBJECTIVE",
                        "proven",
                        "50000000",
                        "shareBp",
                        shareBp,
                        "reason",
                        "Không bố trí người thay thế")),
                "unproven",
                "20000000",
                "procedureFollowed",
                true,
                "fraud",
                false));
    }

    private void paid() {
        pay("5000000", "C1-01");
        moment.run();
        sender.does(
                Cast.CHIEF_ACCOUNTANT,
                "rejectRefundPayment",
                seen(Map.of("payment", 1, "reason", "Sai số tiền trên chứng từ")));
        pay("15000000", "C1-02");
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmRefundPayment", seen(Map.of("payment", 2)));
        moment.run();
        sender.does(Cast.DIRECTOR, "transferRefund", merged(Organisation.HOST2));
        moment.run();
        // the merger is called off
        sender.does(Cast.DIRECTOR, "transferRefund", merged(Organisation.HOST));
        pay("10000000", "C1-03");
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmRefundPayment", seen(Map.of("payment", 3)));
    }

    private Map<String, Object> merged(Organisation successor) {
        Map<String, Object> input = seen(Map.of("successor", successor.id().value()));
        input.put("decision", Sender.on("DECISION", "3120/QĐ-UBND"));
        return input;
    }

    private void pay(String amount, String voucher) {
        Map<String, Object> input =
                new HashMap<>(seen(Map.of("amount", amount, "voucherNumber", voucher, "paidOn", today())));
        input.put("decision", Sender.on("TREASURY_VOUCHER", voucher));
        sender.does(Cast.ACCOUNTANT, "recordRefundPayment", input);
    }

    /** The last of it: the advance nobody spent. */
    private void returned(String advance) {
        Map<String, Object> input = settling(GIVEN_BACK, advance, "40000000");
        input.put("reason", "Nhiệm vụ chấm dứt, chưa dùng");
        sender.does(Cast.ACCOUNTANT, "prepareReturn", input);
        booked(GIVEN_BACK, "KB-HT-2");
        moment.run();
    }

    private Map<String, Object> seen(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("project", scene.project());
        input.put("seenAt", Sender.NOW);
        input.put("decision", LETTER);
        return input;
    }

    private String today() {
        return system.clock().today().toString();
    }
}
