package vn.minhchung.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.minhchung.audit.LogContradictionId;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.RunningSystem;

/**
 * What a payment rests on, made over HTTP by the demo's accounts: an unpublished task of the first host, its contract, an
 * appropriation of its own with 300 million for the task. Everything is new, so that the demo's story stays as it was told.
 */
final class Scene {
    static final long ADVANCE = 100_000_000;

    /** Scenes told with the story have numbers of their own, below this. */
    private static final AtomicInteger COUNT = new AtomicInteger(100);

    private final Sender sender;
    private final int number;
    private final String project;
    private final String investigator;
    private final String appropriation;
    private int papers;

    Scene(RunningSystem system) {
        this(system, COUNT.incrementAndGet());
    }

    Scene(RunningSystem system, int number) {
        this.sender = new Sender(system);
        this.number = number;
        this.project = project(number);
        this.investigator = Id.derived("person", "scene", Integer.toString(number));
        this.appropriation = appropriation(number);
    }

    static String project(int number) {
        return Id.derived("project", "scene", Integer.toString(number));
    }

    static String appropriation(int number) {
        return Id.derived("appropriation", "scene", Integer.toString(number));
    }

    static String paper(int number, int n) {
        return Id.derived("paper", "scene", Integer.toString(number), Integer.toString(n));
    }

    /** Approved and contracted, with money of its year. */
    static Scene ready(RunningSystem system) {
        return ready(new Scene(system));
    }

    static Scene ready(RunningSystem system, int number) {
        return ready(new Scene(system, number));
    }

    private static Scene ready(Scene scene) {
        scene.approved();
        scene.contracted();
        scene.financed();
        return scene;
    }

    String project() {
        return project;
    }

    String investigator() {
        return investigator;
    }

    String appropriation() {
        return appropriation;
    }

    String code() {
        return "ĐTKHCN.THU-%02d/%d".formatted(number, today().getYear());
    }

    String title() {
        return "Nhiệm vụ chưa công khai số " + number;
    }

    static String depositAccount() {
        return Id.derived("deposit-account", "demo", Organisation.HOST.name());
    }

    /** The story may go on for days. */
    private LocalDate today() {
        return sender.system().clock().today();
    }

    void approved() {
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of("person", investigator, "name", "Kiều Minh Dựng Cảnh", "titles", "TS."));
        sender.does(Cast.COMMITTEE, "registerApprovedTask", approval(Sender.on("LETTER", "45/TTr-SKHCN")));
    }

    Map<String, Object> approval(Map<String, Object> decision) {
        Map<String, Object> input = new HashMap<>();
        input.put("project", project);
        input.put("code", code());
        input.put("issuer", Organisation.DEPARTMENT.id().value());
        input.put("title", title());
        input.put("kind", "DE_TAI");
        input.put("level", "TINH");
        input.put("host", Organisation.HOST.id().value());
        input.put("principalInvestigator", investigator);
        input.put(
                "budget",
                List.of(
                        share("REMUNERATION", today().getYear(), "200000000"),
                        share("MATERIALS", today().getYear(), "100000000"),
                        share("REMUNERATION", today().getYear() + 1, "300000000")));
        input.put("totalBudget", "600000000");
        input.put("stateBudget", "600000000");
        input.put("khoanMode", "TUNG_PHAN");
        input.put("durationMonths", 12);
        input.put("start", today().toString());
        input.put("end", today().plusMonths(12).minusDays(1).toString());
        input.put(
                "triggers",
                List.of(
                        trigger("ORDER_LIST_APPROVED", today().minusMonths(3)),
                        trigger("CALL_PUBLISHED", today().minusMonths(2))));
        input.put("decision", decision);
        return input;
    }

    void contracted() {
        sender.does(Cast.DIRECTOR, "signContract", contract(Sender.on("DECISION", "300/QĐ-UBND")));
    }

    Map<String, Object> contract(Map<String, Object> decision) {
        return Map.of(
                "project",
                project,
                "number",
                "T%02d/%d/HĐ-SKHCN".formatted(number, today().getYear()),
                "signedOn",
                today().toString(),
                "value",
                "600000000",
                "department",
                Organisation.DEPARTMENT.id().value(),
                "hostSignatory",
                Cast.HOST_HEAD.person().value(),
                "tranches",
                List.of(tranche(1), tranche(2)),
                "seenAt",
                Sender.NOW,
                "decision",
                decision);
    }

    void financed() {
        assigned();
        sender.does(
                Cast.DIRECTOR,
                "allocateToTask",
                Map.of(
                        "appropriation",
                        appropriation,
                        "project",
                        project,
                        "amount",
                        "300000000",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.on("DECISION", "21/QĐ-SKHCN")));
    }

    void assigned() {
        sender.does(Cast.COMMITTEE, "assignAppropriation", assignment(Sender.on("DECISION", "12/QĐ-UBND")));
        sender.does(
                Cast.FINANCE,
                "enterInTabmis",
                Map.of(
                        "appropriation",
                        appropriation,
                        "enteredOn",
                        today().toString(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.on("LETTER", "33/STC-NS")));
    }

    Map<String, Object> assignment(Map<String, Object> decision) {
        return Map.of(
                "appropriation",
                appropriation,
                "unit",
                Organisation.DEPARTMENT.id().value(),
                "chapter",
                "417",
                "sector",
                Integer.toString(800 + number),
                "sourceNature",
                "12",
                "programme",
                "00000",
                "year",
                today().getYear(),
                "assigned",
                "1000000000",
                "decision",
                decision);
    }

    /** A new advance of 100 million, prepared by this account. */
    String prepared(String login, String... volumeBy) {
        String paper = paper(number, ++papers);
        sender.does(login, "prepareWithdrawal", preparation(paper, volumeBy));
        return paper;
    }

    Map<String, Object> preparation(String paper, String... volumeBy) {
        Map<String, Object> input = new HashMap<>();
        input.put("paper", paper);
        input.put("project", project);
        input.put("appropriation", appropriation);
        input.put("number", "T%02d-%d".formatted(number, papers));
        input.put("year", today().getYear());
        input.put("tranche", 1);
        input.put(
                "lines",
                List.of(Map.of(
                        "line", "REMUNERATION",
                        "item", "7017",
                        "amount", Long.toString(ADVANCE),
                        "content", "Tạm ứng thù lao")));
        input.put("total", Long.toString(ADVANCE));
        input.put("depositAccount", depositAccount());
        input.put("volumeBy", List.of(volumeBy));
        input.put("decision", Sender.on("CONTRACT", "Hợp đồng"));
        return input;
    }

    /** Prepared, signed by both and sent. */
    String sent() {
        String paper = prepared(Cast.ACCOUNTANT.login());
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", step(paper));
        sender.does(Cast.DIRECTOR, "signFirst", step(paper));
        sender.does(Cast.ACCOUNTANT, "sendToTreasury", step(paper));
        return paper;
    }

    /** The input of every step that needs no more than the paper itself. */
    static Map<String, Object> step(String paper) {
        return Map.of("paper", paper, "seenAt", Sender.NOW, "decision", Sender.on("OTHER", "Hồ sơ rút dự toán"));
    }

    Map<String, Object> execution(String paper) {
        return Map.of(
                "paper",
                paper,
                "voucherNumber",
                "KB-T%02d-%d".formatted(number, papers),
                "executedOn",
                today().toString(),
                "seenAt",
                Sender.NOW,
                "decision",
                Sender.on("TREASURY_VOUCHER", "KB-T%02d-%d".formatted(number, papers)));
    }

    /** A person with an account; money roles are confirmed by the director. */
    static String account(Sender sender, String login, Role... roles) {
        String person = person(login);
        sender.does(Cast.ADMIN, "registerPerson", Map.of("person", person, "name", "Quách Thử Vai"));
        String account = accountOf(sender, person, login);
        for (Role role : roles) {
            sender.does(Cast.ADMIN, "grantRole", Map.of("account", account, "role", role.name()));
            if (role.money()) {
                sender.does(
                        Cast.DIRECTOR,
                        "confirmRole",
                        Map.of("account", account, "role", role.name(), "seenAt", Sender.NOW));
            }
        }
        return account;
    }

    /** A checkpoint is said to have been signed that the log does not hold, and it is decided to go on. */
    static void contradiction(RunningSystem system, Sender sender) {
        Checkpoint signed = Checkpoint.of("scene.example/log", 0, new byte[32]);
        SigningKey key = SigningKey.generate("scene.example/log", KeyKind.NOTE);
        system.bean(LogContradictions.class).judge(signed.signedBy(key));
        sender.does(
                Cast.ADMIN,
                "continueLog",
                Map.of(
                        "contradiction",
                        LogContradictionId.of(signed.text()).value(),
                        "decision",
                        Sender.on("LETTER", "07/TTr-CNTT")));
    }

    /**
     * For thirty days; a money role is confirmed by the director.
     *
     * @param role what is delegated, with the organisation of a host's role
     */
    static void delegate(Sender sender, String login, String delegator, String delegate, Map<String, ?> role) {
        LocalDate today = sender.system().clock().today();
        String name = String.valueOf(role.get("role"));
        String delegation = Id.derived("delegation", "scene", delegator, delegate, name);
        Map<String, Object> input = new HashMap<>(role);
        input.put("delegation", delegation);
        input.put("delegator", delegator);
        input.put("delegate", delegate);
        input.put("start", today.toString());
        input.put("end", today.plusDays(30).toString());
        input.put("decision", Sender.on("AUTHORISATION", "04/GUQ-SKHCN"));
        sender.does(login, "delegateRole", input);
        if (!Role.valueOf(name).money()) return;
        sender.does(Cast.DIRECTOR, "confirmDelegation", Map.of("delegation", delegation, "seenAt", Sender.NOW));
    }

    static String accountOf(Sender sender, String person, String login) {
        String account = Id.derived("account", "scene", login);
        sender.does(
                Cast.ADMIN,
                "createAccount",
                Map.of("account", account, "person", person, "login", login, "password", RunningSystem.PASSWORD));
        return account;
    }

    static String person(String login) {
        return Id.derived("person", "scene", login);
    }

    private static Map<String, Object> share(String line, int year, String amount) {
        return Map.of("source", "STATE_BUDGET", "line", line, "year", year, "amount", amount);
    }

    private static Map<String, Object> trigger(String kind, LocalDate date) {
        return Map.of("kind", kind, "date", date.toString(), "document", "558/QĐ-UBND");
    }

    private Map<String, Object> tranche(int n) {
        return Map.of(
                "number",
                n,
                "amount",
                "300000000",
                "condition",
                "Theo hợp đồng",
                "due",
                today().plusMonths(n).toString());
    }
}
