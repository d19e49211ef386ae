package vn.minhchung.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/** What the demo's story has no use for, done once over HTTP by somebody who may. */
final class RareMutations {
    private static final Map<String, Object> PAPER = Sender.on("DECISION", "902/QĐ-SKHCN");
    private static final Map<String, Object> SOURCE = Map.of(
            "number", "902/QĐ-UBND",
            "article", "Điều 1",
            "title", "Quyết định thử",
            "vi", "Mức thử của tỉnh",
            "en", "A provincial figure for the test");

    private final RunningSystem system;
    private final Sender sender;
    private final LocalDate today;

    RareMutations(RunningSystem system) {
        this.system = system;
        this.sender = new Sender(system);
        this.today = system.clock().today();
    }

    void done() {
        accounts();
        signatories();
        rules();
        tasks();
        money();
        sender.does(Cast.ADMIN, "sealRefusals", Map.of("day", "2023-12-31"));
    }

    private void accounts() {
        String login = "tai-khoan-thu";
        String account = Scene.account(sender, login);
        sender.does(
                Cast.OFFICER,
                "correctPerson",
                Map.of("person", Scene.person(login), "name", "Quách Thử Vai Mới", "decision", PAPER));
        Map<String, Object> locking = Map.of("account", account, "decision", PAPER);
        sender.does(Cast.ADMIN, "lockAccount", locking);
        sender.does(Cast.ADMIN, "unlockAccount", locking);
        Map<String, Object> role = Map.of("account", account, "role", "CITIZEN", "decision", PAPER);
        sender.does(Cast.ADMIN, "grantRole", role);
        sender.does(login, "resetCredential", Map.of("account", account, "password", "mat-khau-khac"));
        sender.does(Cast.ADMIN, "revokeRole", role);

        String delegation = Id.derived("delegation", "scene", "recorded");
        sender.does(
                Cast.OFFICER,
                "delegateRole",
                Map.of(
                        "delegation", delegation,
                        "delegator", Cast.REGISTRAR.account().value(),
                        "delegate", account,
                        "role", "REGISTRAR",
                        "start", today.toString(),
                        "end", today.plusDays(5).toString(),
                        "decision", Sender.recordedFor(Cast.REGISTRAR, "REGISTRAR")));
        sender.does(
                Cast.DIRECTOR,
                "confirmDelegation",
                Map.of("delegation", delegation, "seenAt", Sender.NOW, "decision", PAPER));
        sender.does(Cast.REGISTRAR, "endDelegation", Map.of("delegation", delegation, "decision", PAPER));
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
                        today.toString(),
                        "decision",
                        Sender.recordedFor(Cast.HOST2_HEAD, "HOST_HEAD")));
        sender.does(
                Cast.REGISTRAR,
                "confirmSignatory",
                Map.of("unit", unit, "number", 1, "seenAt", Sender.NOW, "decision", PAPER));
        sender.does(
                Cast.OFFICER,
                "removeSignatory",
                Map.of("unit", unit, "number", 1, "to", today.plusDays(1).toString(), "decision", PAPER));
    }

    private void rules() {
        Map<String, Object> override = new HashMap<>();
        override.put("family", "management.cap");
        override.put("overrides", "tt-03-2023");
        override.put("version", "hy-thu");
        override.put("confidence", "ASSUMED");
        override.put("source", SOURCE);
        override.put("validFrom", today.toString());
        override.put("validTo", today.plusDays(10).toString());
        override.put("parameters", List.of(Map.of("name", "shareBp", "value", "400")));
        override.put("seenAt", Sender.NOW);
        override.put("decision", Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
        sender.does(Cast.OFFICER, "overrideRuleVersion", override);
        Map<String, Object> version =
                Map.of("family", "management.cap", "version", "hy-thu", "seenAt", Sender.NOW, "decision", PAPER);
        sender.does(Cast.ADMIN, "confirmRuleVersion", version);
        Map<String, Object> ending = new HashMap<>(version);
        ending.put("lastDay", today.plusDays(2).toString());
        sender.does(Cast.DIRECTOR, "endRuleVersion", ending);
        sender.does(Cast.DIRECTOR, "withdrawRuleVersion", version);

        sender.does(
                Cast.OFFICER,
                "decideCalendarYear",
                Map.of(
                        "year",
                        2031,
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
        sender.does(Cast.ADMIN, "confirmCalendarYear", Map.of("year", 2031, "seenAt", Sender.NOW, "decision", PAPER));
    }

    private void tasks() {
        Scene scene = new Scene(system);
        scene.approved();
        sender.does(Cast.OFFICER, "signContract", scene.contract(Sender.recordedFor(Cast.DIRECTOR, "DIRECTOR")));
        sender.does(
                Cast.REGISTRAR,
                "confirmContract",
                Map.of("project", scene.project(), "seenAt", Sender.NOW, "decision", PAPER));
        sender.does(
                Cast.REGISTRAR,
                "recordPastTask",
                Map.of(
                        "sourceTitle",
                        "Niên giám thử",
                        "cells",
                        List.of(Map.of(
                                "field", "TITLE",
                                "header", "Tên nhiệm vụ",
                                "raw", List.of(Map.of("text", "Một nhiệm vụ cũ")),
                                "reading", "Một nhiệm vụ cũ",
                                "certainty", "EXACT"))));
    }

    private void money() {
        Scene scene = Scene.ready(system);
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

        String withdrawal = scene.sent();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(withdrawal));
        Map<String, Object> rejection = new HashMap<>(Scene.step(withdrawal));
        rejection.put("reason", "Không khớp chứng từ");
        sender.does(Cast.CHIEF_ACCOUNTANT, "rejectTreasuryFact", rejection);

        String account = Id.derived("deposit-account", "scene", "closed");
        sender.does(
                Cast.HOST2_HEAD,
                "registerDepositAccount",
                Map.of(
                        "depositAccount", account,
                        "host", Organisation.HOST2.id().value(),
                        "number", "3713.0.1099903",
                        "treasury", Organisation.TREASURY.fullName(),
                        "validFrom", today.minusDays(3).toString()));
        sender.does(
                Cast.HOST2_HEAD,
                "closeDepositAccount",
                Map.of(
                        "depositAccount",
                        account,
                        "validTo",
                        today.toString(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
    }
}
