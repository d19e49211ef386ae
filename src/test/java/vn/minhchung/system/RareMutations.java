package vn.minhchung.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Id;
import vn.minhchung.operations.DeadLetterId;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;
import vn.minhchung.testing.TokenIssuer;

/**
 * What the demo's story has no use for, done once over HTTP by somebody who may. On the way a moment is told whenever
 * something stands that the next step changes.
 */
final class RareMutations {
    static final int CONTRACTED = 1;
    static final int PAID = 2;
    static final int CALENDAR = 2031;
    static final String RULE = "family: \"estimate.quotes\", version: \"hy-thu\"";
    static final String LOGIN = "tai-khoan-thu";
    static final String ACCOUNT = Id.derived("account", "scene", LOGIN);
    static final String DELEGATION = Id.derived("delegation", "scene", "recorded");
    static final String PASSED_ON = Id.derived("delegation", "scene", "passed-on");
    static final String OF_HOST = Id.derived("delegation", "scene", "of-host");
    static final String PAST_TASK = Id.derived("project", "scene", "past");
    static final String RECORDED_MONEY = Id.derived("appropriation", "scene", "recorded");
    static final String CLOSED = Id.derived("deposit-account", "scene", "closed");

    private static final Map<String, Object> PAPER = Sender.on("DECISION", "902/QĐ-SKHCN");
    private static final String PASSWORD = "mat-khau-khac";
    private static final Map<String, Object> SOURCE = Map.of(
            "number", "902/QĐ-UBND",
            "article", "Điều 1",
            "title", "Quyết định thử",
            "vi", "Mức thử của tỉnh",
            "en", "A provincial figure for the test");

    private final RunningSystem system;
    private final Sender sender;
    private final TokenIssuer issuer;
    private final Runnable moment;

    /** @param moment told when there is something to ask about */
    RareMutations(RunningSystem system, TokenIssuer issuer, Runnable moment) {
        this.system = system;
        this.issuer = issuer;
        this.moment = moment;
        this.sender = new Sender(system);
    }

    void done() {
        courses().values().forEach(Runnable::run);
        atOnce();
    }

    /** Courses of events that know nothing of each other, by name. */
    Map<String, Runnable> courses() {
        Map<String, Runnable> courses = new LinkedHashMap<>();
        courses.put("accounts", () -> {
            accounts();
            delegations();
        });
        courses.put("signatories", this::signatories);
        courses.put("rules", this::rules);
        courses.put("tasks", this::tasks);
        courses.put("appropriations", () -> {
            appropriations();
            new YearEndScene(system, moment).done(PAID);
        });
        courses.put("deposit accounts", this::depositAccounts);
        courses.put("adjustments", () -> new RareAdjustments(system, moment).done());
        courses.put("lives", () -> new LifeStory(system, moment).told());
        courses.put("refund", () -> {
            new RefundScene(system, moment).told();
            new SettlementScene(system, moment).told();
        });
        courses.put("views", () -> {
            sender.does(Cast.ADMIN, "sealRefusals", Map.of("day", "2023-12-31"));
            sender.does(Cast.ADMIN, "sealReadings", Map.of("day", "2023-12-31"));
            viewOrders();
        });
        return courses;
    }

    /** While a contradiction stands open nobody can write, and what the inspector finds rests on the newest decisions. */
    void atOnce() {
        deadLetter();
        contradiction();
        sender.does(
                Cast.ADMIN,
                "rotateLogKey",
                Map.of("oldKey", system.bean(LogKeyRing.class).current().text(), "decision", PAPER));
        new OversightScene(system, moment).told();
    }

    /** What is said to have been signed was not: the log is as it was. */
    private void contradiction() {
        Scene.contradiction(system, sender);
    }

    /** A process that is not there could not do something: it stays as it is. */
    private void deadLetter() {
        DeadLetters.Work work = new DeadLetters.Work("scene.Process", "scene", "work");
        system.bean(DeadLetters.class).attempt(work, () -> {
            throw new IllegalStateException("không làm được");
        });
        sender.does(
                Cast.ADMIN,
                "retryDeadLetter",
                Map.of("letter", DeadLetterId.of(work.process(), work.item()).value(), "decision", PAPER));
    }

    /** Nothing is wrong with these views: the orders are carried out and leave them as they are. */
    private void viewOrders() {
        sender.does(Cast.ADMIN, "resumeView", Map.of("view", "audit.RefusalSeal", "decision", PAPER));
        sender.does(
                Cast.ADMIN,
                "rebuildViews",
                Map.of(
                        "views",
                        List.of("audit.RefusalSeal", "operations.ViewOrder"),
                        "mayDiffer",
                        List.of("audit.RefusalSeal"),
                        "decision",
                        PAPER));
        moment.run();
    }

    private void accounts() {
        Scene.account(sender, LOGIN);
        sender.does(
                system.as(Cast.OFFICER.login()).withToken(issuer.token(Cast.OFFICER.login(), "phien-01")),
                "correctPerson",
                Map.of("person", Scene.person(LOGIN), "name", "Quách Thử Vai Mới", "decision", detailed()));
        Map<String, Object> locking = Map.of("account", ACCOUNT, "decision", PAPER);
        sender.does(Cast.ADMIN, "lockAccount", locking);
        moment.run();
        sender.does(Cast.ADMIN, "unlockAccount", locking);
        Map<String, Object> role = Map.of("account", ACCOUNT, "role", "CITIZEN", "decision", PAPER);
        Map<String, Object> granted = new HashMap<>(role);
        granted.put("to", today().plusMonths(1).toString());
        sender.does(Cast.ADMIN, "grantRole", granted);
        sender.does(LOGIN, "resetCredential", Map.of("account", ACCOUNT, "password", PASSWORD));
        moment.run();
        sender.does(Cast.ADMIN, "revokeRole", role);
        moment.run();
    }

    /** A decision that names its document to the article and the file. */
    private static Map<String, Object> detailed() {
        return Map.of(
                "reason",
                "Theo căn cước",
                "basis",
                List.of(Map.of(
                        "kind", "DECISION",
                        "number", "902/QĐ-SKHCN",
                        "issuer", "Sở KH&CN",
                        "date", "2026-06-01",
                        "article", "Điều 2",
                        "document", "902-qd-skhcn.pdf",
                        "seen", "E_SIGNED")));
    }

    private void delegations() {
        sender.does(Cast.OFFICER, "delegateRole", delegation(DELEGATION, Cast.REGISTRAR, Map.of("mayPassOn", true)));
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "confirmDelegation",
                Map.of("delegation", DELEGATION, "seenAt", Sender.NOW, "decision", PAPER));
        moment.run();
        sender.does(afterReset(), "recordPastTask", pastTask());
        sender.does(
                afterReset(),
                "delegateRole",
                Map.of(
                        "delegation",
                        PASSED_ON,
                        "delegator",
                        ACCOUNT,
                        "delegate",
                        Scene.account(sender, "nguoi-nhan-lai"),
                        "role",
                        "REGISTRAR",
                        "start",
                        today().toString(),
                        "end",
                        today().plusDays(1).toString(),
                        "under",
                        DELEGATION,
                        "decision",
                        PAPER));
        sender.does(
                Cast.HOST2_HEAD,
                "delegateRole",
                Map.of(
                        "delegation",
                        OF_HOST,
                        "delegator",
                        Cast.HOST2_HEAD.account().value(),
                        "delegate",
                        Scene.account(sender, "nguoi-thay-thu-truong"),
                        "role",
                        "HOST_HEAD",
                        "organisation",
                        Organisation.HOST2.id().value(),
                        "start",
                        today().toString(),
                        "end",
                        today().plusDays(2).toString(),
                        "decision",
                        PAPER));
        moment.run();
        sender.does(afterReset(), "endDelegation", Map.of("delegation", PASSED_ON, "decision", PAPER));
        sender.does(Cast.HOST2_HEAD, "endDelegation", Map.of("delegation", OF_HOST, "decision", PAPER));
        sender.does(Cast.REGISTRAR, "endDelegation", Map.of("delegation", DELEGATION, "decision", PAPER));
        moment.run();
    }

    private Client afterReset() {
        return system.as(LOGIN).withPassword(PASSWORD);
    }

    private Map<String, Object> delegation(String id, Cast delegator, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("delegation", id);
        input.put("delegator", delegator.account().value());
        input.put("delegate", ACCOUNT);
        input.put("role", delegator.roles().getFirst().name());
        input.put("start", today().toString());
        input.put("end", today().plusDays(5).toString());
        input.put(
                "decision",
                Sender.recordedFor(delegator, delegator.roles().getFirst().name()));
        return input;
    }

    private void signatories() {
        String unit = Organisation.HOST2.id().value();
        sender.does(
                Cast.OFFICER,
                "registerSignatory",
                Map.of(
                        "unit",
                        unit,
                        "person",
                        Cast.HOST2_HEAD.person().value(),
                        "position",
                        "FIRST",
                        "rank",
                        "HEAD",
                        "from",
                        today().toString(),
                        "decision",
                        Sender.recordedFor(Cast.HOST2_HEAD, "HOST_HEAD")));
        moment.run();
        sender.does(
                Cast.REGISTRAR,
                "confirmSignatory",
                Map.of("unit", unit, "number", 2, "seenAt", Sender.NOW, "decision", PAPER));
        moment.run();
        sender.does(
                Cast.OFFICER,
                "removeSignatory",
                Map.of("unit", unit, "number", 2, "to", today().plusDays(1).toString(), "decision", PAPER));
        moment.run();
    }

    private void rules() {
        Map<String, Object> override = new HashMap<>();
        override.put("family", "estimate.quotes");
        override.put("overrides", "kiem-soat-noi-bo");
        override.put("version", "hy-thu");
        override.put("confidence", "ASSUMED");
        override.put("source", SOURCE);
        override.put("validFrom", today().toString());
        override.put("validTo", today().plusDays(10).toString());
        override.put("parameters", List.of(Map.of("name", "max", "value", "60")));
        override.put("seenAt", Sender.NOW);
        override.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        sender.does(Cast.OFFICER, "overrideRuleVersion", override);
        moment.run();
        Map<String, Object> version =
                Map.of("family", "estimate.quotes", "version", "hy-thu", "seenAt", Sender.NOW, "decision", PAPER);
        sender.does(Cast.ADMIN, "confirmRuleVersion", version);
        moment.run();
        Map<String, Object> ending = new HashMap<>(version);
        ending.put("lastDay", today().plusDays(2).toString());
        sender.does(Cast.DIRECTOR, "endRuleVersion", ending);
        moment.run();
        sender.does(Cast.DIRECTOR, "withdrawRuleVersion", version);

        sender.does(
                Cast.OFFICER,
                "decideCalendarYear",
                Map.of(
                        "year",
                        CALENDAR,
                        "confidence",
                        "ASSUMED",
                        "source",
                        SOURCE,
                        "daysOff",
                        List.of(Map.of("date", "2031-01-01", "vi", "Tết dương lịch", "en", "New Year")),
                        "workedWeekends",
                        List.of(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        moment.run();
        sender.does(
                Cast.ADMIN, "confirmCalendarYear", Map.of("year", CALENDAR, "seenAt", Sender.NOW, "decision", PAPER));
    }

    private void tasks() {
        Scene scene = new Scene(system, CONTRACTED);
        scene.approved();
        sender.does(Cast.OFFICER, "signContract", scene.contract(Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        moment.run();
        sender.does(
                Cast.REGISTRAR,
                "confirmContract",
                Map.of("project", scene.project(), "seenAt", Sender.NOW, "decision", PAPER));
        moment.run();
    }

    private Map<String, Object> pastTask() {
        return Map.of(
                "project",
                PAST_TASK,
                "sourceTitle",
                "Niên giám thử",
                "sourceUrl",
                "https://nien-giam.vi-du.example/2019",
                "retrievedOn",
                today().toString(),
                "cells",
                List.of(
                        Map.of(
                                "field", "TITLE",
                                "header", "Tên nhiệm vụ",
                                "raw", List.of(Map.of("text", "Một nhiệm vụ cũ")),
                                "reading", "Một nhiệm vụ cũ",
                                "certainty", "EXACT"),
                        Map.of(
                                "field", "PRINCIPAL_INVESTIGATOR",
                                "header", "Chủ nhiệm",
                                "raw", List.of(Map.of("person", Scene.person(LOGIN), "name", "Quách Thử Vai")),
                                "certainty", "APPROXIMATE",
                                "remark", "Tên viết tay"),
                        Map.of(
                                "field", "RATING",
                                "header", "Xếp loại",
                                "raw", List.of(Map.of("text", "Khá")),
                                "reading", "Khá",
                                "certainty", "EXACT")),
                "decision",
                PAPER);
    }

    private void appropriations() {
        Scene scene = Scene.ready(system, PAID);
        Map<String, Object> recorded = new HashMap<>(scene.assignment(Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        recorded.put("appropriation", RECORDED_MONEY);
        recorded.put("sector", "799");
        sender.does(Cast.ACCOUNTANT, "assignAppropriation", recorded);
        moment.run();
        sender.does(
                Cast.DIRECTOR,
                "releaseAllocation",
                Map.of(
                        "appropriation",
                        scene.appropriation(),
                        "project",
                        scene.project(),
                        "amount",
                        "50000000",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
        sender.does(
                Cast.ACCOUNTANT,
                "supplementAppropriation",
                Map.of(
                        "appropriation",
                        scene.appropriation(),
                        "amount",
                        "10000000",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        moment.run();
        sender.does(
                Cast.CHIEF_ACCOUNTANT,
                "rejectAppropriationChange",
                Map.of(
                        "appropriation",
                        scene.appropriation(),
                        "change",
                        1,
                        "reason",
                        "Không khớp bản chụp",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
        moment.run();
        papers(scene);
    }

    /** Recorded as executed by mistake, then as returned, sent again, executed, and left for the host to confirm. */
    private void papers(Scene scene) {
        String paper = scene.sent();
        moment.run();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(paper));
        moment.run();
        Map<String, Object> rejection = new HashMap<>(Scene.step(paper));
        rejection.put("reason", "Không khớp chứng từ");
        sender.does(Cast.CHIEF_ACCOUNTANT, "rejectTreasuryFact", rejection);
        Map<String, Object> returning = new HashMap<>(Scene.step(paper));
        returning.put("returnedOn", today().toString());
        returning.put("reason", "Thiếu bảng kê");
        returning.put("decision", Sender.on("TREASURY_VOUCHER", "TL-T02-1"));
        sender.does(Cast.ACCOUNTANT, "recordReturn", returning);
        moment.run();
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(paper));
        moment.run();
        sender.does(Cast.ACCOUNTANT, "resendTreasuryPaper", Scene.step(paper));
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(paper));
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(paper));
        moment.run();
    }

    private void depositAccounts() {
        sender.does(
                Cast.HOST2_HEAD,
                "registerDepositAccount",
                Map.of(
                        "depositAccount", CLOSED,
                        "host", Organisation.HOST2.id().value(),
                        "number", "3713.0.1099903",
                        "treasury", Organisation.TREASURY.fullName(),
                        "validFrom", today().minusDays(3).toString()));
        moment.run();
        sender.does(
                Cast.HOST2_HEAD,
                "closeDepositAccount",
                Map.of(
                        "depositAccount",
                        CLOSED,
                        "validTo",
                        today().toString(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
        moment.run();
    }

    private LocalDate today() {
        return system.clock().today();
    }
}
