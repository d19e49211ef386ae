package vn.minhchung.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.testing.RunningSystem;

/** The two ends of a task, told over HTTP: one is graded, the other suspended and terminated. */
final class LifeStory {
    static final int COMPLETED = 901;
    static final int TERMINATED = 902;

    private final RunningSystem system;
    private final Sender sender;
    private final Runnable moment;

    /** @param moment told when there is something to ask about */
    LifeStory(RunningSystem system, Runnable moment) {
        this.system = system;
        this.sender = new Sender(system);
        this.moment = moment;
    }

    void told() {
        completed(contracted(COMPLETED));
        terminated(contracted(TERMINATED));
    }

    private String contracted(int number) {
        Scene scene = new Scene(system, number);
        scene.approved();
        scene.contracted();
        return scene.project();
    }

    private void completed(String task) {
        reported(task);
        sender.does(
                Cast.HOST_HEAD,
                "fileSelfEvaluation",
                Map.of("project", task, "grade", "PASSED", "document", "15/BC-ĐHSPKT"));
        Map<String, Object> dossier = Map.of(
                "project", task, "papers", List.of("Báo cáo tổng hợp", "Báo cáo tóm tắt", "Báo cáo tự đánh giá"));
        sender.does(Cast.HOST_HEAD, "fileAcceptanceDossier", dossier);
        moment.run();
        sender.does(
                Cast.OFFICER,
                "checkAcceptanceDossier",
                Map.of("project", task, "missing", "Báo cáo sử dụng kinh phí", "seenAt", Sender.NOW));
        moment.run();
        sender.does(Cast.HOST_HEAD, "fileAcceptanceDossier", dossier);
        sender.does(Cast.OFFICER, "checkAcceptanceDossier", Map.of("project", task, "seenAt", Sender.NOW));
        graded(task);
        moment.run();
        confirmed(task);
        moment.run();
        registered(task);
        liquidated(task);
    }

    /** Accepted with Đạt: what a saving needs. */
    void passed(String task) {
        sender.does(
                Cast.HOST_HEAD,
                "fileSelfEvaluation",
                Map.of("project", task, "grade", "PASSED", "document", "16/BC-ĐHSPKT"));
        sender.does(
                Cast.HOST_HEAD,
                "fileAcceptanceDossier",
                Map.of("project", task, "papers", List.of("Báo cáo tổng hợp", "Báo cáo tự đánh giá")));
        sender.does(Cast.OFFICER, "checkAcceptanceDossier", Map.of("project", task, "seenAt", Sender.NOW));
        graded(task);
        confirmed(task);
    }

    private void graded(String task) {
        Map<String, Object> grade = new HashMap<>(seen(task, minutes(Cast.COMMITTEE, "COMMITTEE")));
        grade.put("grade", "PASSED");
        grade.put("gradedOn", system.clock().today().toString());
        grade.put("chair", Cast.INVESTIGATOR2.person().value());
        grade.put("conclusions", "Hoàn thiện chương 3");
        grade.put("workDone", "Đủ các nội dung theo hợp đồng");
        sender.does(Cast.OFFICER, "recordGrade", grade);
    }

    /** A report is returned, filed again and accepted; the task is posted. */
    private void reported(String task) {
        Map<String, Object> report = Map.of(
                "project",
                task,
                "until",
                today(),
                "document",
                "21/BC-ĐHSPKT",
                "work",
                "Hoàn thành khảo sát",
                "products",
                List.of(Map.of("name", "Báo cáo chuyên đề", "unit", "báo cáo", "quantity", 2)));
        sender.does(Cast.HOST_HEAD, "filePeriodicReport", report);
        moment.run();
        sender.does(
                Cast.OFFICER,
                "reviewPeriodicReport",
                Map.of("project", task, "missing", "Số liệu khảo sát", "seenAt", Sender.NOW));
        moment.run();
        sender.does(Cast.HOST_HEAD, "filePeriodicReport", report);
        sender.does(Cast.OFFICER, "reviewPeriodicReport", Map.of("project", task, "seenAt", Sender.NOW));
        sender.does(
                Cast.HOST_HEAD,
                "recordPublicity",
                Map.of(
                        "project",
                        task,
                        "kind",
                        "RESULTS",
                        "postedOn",
                        today(),
                        "until",
                        system.clock().today().plusDays(90).toString(),
                        "place",
                        "Bảng tin của trường"));
    }

    private void registered(String task) {
        sender.does(
                Cast.HOST_HEAD,
                "fileCorrections",
                Map.of("project", task, "document", "30/GT-ĐHSPKT", "explanation", "Đã hoàn thiện chương 3"));
        moment.run();
        Map<String, Object> certifying = new HashMap<>(seen(task, LETTER));
        certifying.put("chair", Cast.INVESTIGATOR2.person().value());
        certifying.put("certifiedOn", today());
        certifying.put("document", "05/XN-HĐNT");
        sender.does(Cast.OFFICER, "certifyCorrections", certifying);
        moment.run();
        Map<String, Object> certificate = new HashMap<>(seen(task, LETTER));
        certificate.put("certificate", "2026-33-0007/KQNC");
        certificate.put("issuedOn", today());
        sender.does(Cast.REGISTRAR, "recordCertificate", certificate);
        sender.does(Cast.OFFICER, "recogniseResults", seen(task, Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        moment.run();
        confirmed(task);
    }

    private void liquidated(String task) {
        Map<String, Object> assets = new HashMap<>(seen(task, minutes(Cast.DIRECTOR, "DIRECTOR")));
        assets.put("on", today());
        assets.put(
                "items",
                List.of(Map.of(
                        "item",
                        "Máy sấy mẫu",
                        "quantity",
                        1,
                        "manner",
                        "USED_BY_HOST",
                        "receiver",
                        Organisation.HOST.id().value())));
        assets.put("rights", "Trường quản lý, sử dụng");
        sender.does(Cast.OFFICER, "handOverAssets", assets);
        moment.run();
        confirmed(task);
        Map<String, Object> minutes = new HashMap<>(seen(task, Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        minutes.put("number", "07/TLHĐ-SKHCN");
        minutes.put("signedOn", today());
        minutes.put("hostSignatory", Cast.HOST_HEAD.person().value());
        sender.does(Cast.OFFICER, "liquidateContract", minutes);
        moment.run();
        confirmed(task);
        moment.run();
    }

    private void inspected(String task) {
        sender.does(
                Cast.OFFICER,
                "announceInspection",
                Map.of(
                        "project",
                        task,
                        "on",
                        today(),
                        "planned",
                        false,
                        "purpose",
                        "Kiểm tra hồ sơ và hiện trường",
                        "decision",
                        LETTER));
        moment.run();
        Map<String, Object> inspection = new HashMap<>(seen(task, Sender.on("MINUTES", "04/BB-SKHCN")));
        inspection.put("on", today());
        inspection.put(
                "present",
                List.of(
                        Map.of("seat", "HOST", "person", Cast.HOST_HEAD.person().value()),
                        Map.of(
                                "seat",
                                "ACCOUNTANT",
                                "person",
                                Cast.HOST_ACCOUNTANT.person().value()),
                        Map.of(
                                "seat",
                                "INVESTIGATOR",
                                "person",
                                Cast.INVESTIGATOR.person().value())));
        inspection.put("findings", "Chưa triển khai nội dung nào");
        sender.does(Cast.OFFICER, "recordInspection", inspection);
    }

    private String today() {
        return system.clock().today().toString();
    }

    /** Suspended, and looked at on the site: what a termination needs. */
    void stopped(String task) {
        sender.does(Cast.OFFICER, "proposeSuspension", Map.of("project", task, "decision", LETTER));
        sender.does(Cast.DIRECTOR, "suspendTask", seen(task, LETTER));
        moment.run();
        inspected(task);
    }

    private void terminated(String task) {
        sender.does(Cast.OFFICER, "proposeSuspension", Map.of("project", task, "decision", LETTER));
        moment.run();
        sender.does(Cast.DIRECTOR, "declineSuspension", seen(task, LETTER));
        sender.does(Cast.HOST_HEAD, "proposeSuspension", Map.of("project", task, "decision", LETTER));
        sender.does(Cast.OFFICER, "suspendTask", seen(task, Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        moment.run();
        sender.does(Cast.REGISTRAR, "rejectTaskDecision", seen(task, LETTER));
        sender.does(Cast.DIRECTOR, "suspendTask", seen(task, LETTER));
        moment.run();
        sender.does(Cast.OFFICER, "resumeTask", seen(task, Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        moment.run();
        confirmed(task);
        stopped(task);
        Map<String, Object> termination = new HashMap<>(seen(task, Sender.on("MINUTES", "04/BB-SKHCN")));
        termination.put("refund", "0");
        termination.put("noRefundReason", "Thiên tai, chưa sử dụng kinh phí");
        termination.put("productPlan", "Bàn giao số liệu khảo sát cho Sở");
        termination.put("assetPlan", "Chưa mua tài sản");
        sender.does(Cast.COMMITTEE, "terminateTask", termination);
        moment.run();
    }

    private void confirmed(String task) {
        sender.does(Cast.REGISTRAR, "confirmTaskDecision", seen(task, LETTER));
    }

    private static final Map<String, Object> LETTER = Sender.on("LETTER", "120/SKHCN-QLKH");

    private static Map<String, Object> seen(String task, Map<String, Object> decision) {
        return Map.of("project", task, "seenAt", Sender.NOW, "decision", decision);
    }

    /** Taken on paper, with minutes among its bases. */
    private static Map<String, Object> minutes(Cast decider, String role) {
        Map<String, Object> decision = new HashMap<>(Sender.recordedFor(decider, role));
        decision.put("basis", Sender.on("MINUTES", "03/BB-HĐNT").get("basis"));
        return decision;
    }
}
