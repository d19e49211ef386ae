package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.CoreSeat;
import vn.minhchung.projects.LifeCommand.AnnounceInspection;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.RecordInspection;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.LifeEvent.InspectionAnnounced;
import vn.minhchung.projects.LifeEvent.InspectionHeld;
import vn.minhchung.projects.LifeEvent.OfReporting;
import vn.minhchung.projects.LifeEvent.PeriodicReportAccepted;
import vn.minhchung.projects.LifeEvent.PeriodicReportFiled;
import vn.minhchung.projects.LifeEvent.PeriodicReportReturned;
import vn.minhchung.projects.TaskProduct;
import vn.minhchung.rules.Applied;

/**
 * Reports and inspections of a running task. Periods follow each other without a gap from the day of the contract; one
 * report at a time is with the department.
 */
final class Reporting {
    /** Every so many months from the contract (TT 04/2015/TT-BKHCN; domain notes 1.6). */
    static final String PERIOD = "deadline.periodic-report";

    /** So many working days before the inspection. */
    static final String NOTICE = "deadline.inspection-notice";

    /** How many of the core team there must be. */
    static final String ATTENDANCE = "inspection.attendance";

    private static final int MOST = 200;

    private @Nullable PeriodicReportFiled report;
    private boolean reviewed;
    private boolean accepted;
    private @Nullable InspectionAnnounced announced;
    private int inspections;
    private @Nullable LocalDate inspectedOn;

    PeriodicReportFiled decide(FilePeriodicReport command, LifeCase on) {
        on.requireOfHost(Role.HOST_HEAD, Role.INVESTIGATOR);
        PeriodicReportFiled before = report;
        if (before != null && !reviewed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "REPORT_FILED");
        boolean again = before != null && !accepted;
        LocalDate from = before == null ? on.contractedOn() : again ? before.from() : before.next();
        LocalDate until = command.until();
        if (until.isBefore(from) || until.isAfter(on.today()))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "from", from, "until", until, "today", on.today())
                    .at("until");
        if (command.products().size() > MOST)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "at most %d products".formatted(MOST))
                    .at("products");
        return new PeriodicReportFiled(
                command.project(),
                before == null ? 1 : again ? before.number() : before.number() + 1,
                from,
                until,
                on.rules()
                        .on(PERIOD, from)
                        .work("from", from)
                        .map(worked -> LocalDate.parse(worked.text("on")))
                        .orElse(until.plusDays(1)),
                Words.required(command.document(), "document"),
                Words.required(command.work(), "work"),
                command.products().stream().map(Reporting::tidy).toList());
    }

    private static TaskProduct tidy(TaskProduct product) {
        if (product.quantity() < 1)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1 or more", "value", product.quantity())
                    .at("products");
        return new TaskProduct(
                Words.required(product.name(), "products"),
                Words.required(product.unit(), "products"),
                product.quantity());
    }

    OfReporting decide(ReviewPeriodicReport command, LifeCase on) {
        on.requireTaken();
        PeriodicReportFiled filed = report;
        if (filed == null || reviewed) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "NOTHING_TO_REVIEW");
        return command.missing() == null
                ? new PeriodicReportAccepted(command.project(), filed.number())
                : new PeriodicReportReturned(
                        command.project(), filed.number(), Words.required(command.missing(), "missing"));
    }

    InspectionAnnounced decide(AnnounceInspection command, LifeCase on) {
        on.requireTaken();
        on.requireBasis();
        if (command.on().isBefore(on.today()))
            throw LifeCase.outOfOrder("today", on.today(), "on", command.on()).at("on");
        Applied notice = on.rules().on(NOTICE, command.on());
        notice.work("from", command.on()).ifPresent(worked -> {
            LocalDate latest = LocalDate.parse(worked.text("on"));
            notice.refuseUnless(
                    !on.today().isAfter(latest), ErrorCode.RULE_REFUSED, "limit", latest, "actual", on.today());
        });
        return new InspectionAnnounced(
                command.project(),
                inspections + 1,
                command.planned(),
                command.on(),
                Words.required(command.purpose(), "purpose"));
    }

    InspectionHeld decide(RecordInspection command, LifeCase on) {
        on.requireTaken();
        on.requireMinutes();
        InspectionAnnounced notice = announced;
        if (notice == null) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "NO_INSPECTION_ANNOUNCED");
        if (command.on().isBefore(notice.on()) || command.on().isAfter(on.today()))
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "announced",
                            notice.on(),
                            "on",
                            command.on(),
                            "today",
                            on.today())
                    .at("on");
        Set<CoreSeat> seats = EnumSet.noneOf(CoreSeat.class);
        Set<PersonId> persons = new HashSet<>();
        for (Attendance present : command.present()) {
            if (!seats.add(present.seat()))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "each seat once", "value", present.seat())
                        .at("present");
            if (!persons.add(present.person()))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "each person once", "value", present.person())
                        .at("present");
        }
        Applied rule = on.rules().on(ATTENDANCE, command.on());
        rule.work("part", seats.size(), "whole", CoreSeat.values().length)
                .ifPresent(worked -> rule.refuseUnless(
                        worked.kept(),
                        ErrorCode.RULE_REFUSED,
                        "limit",
                        worked.number("required"),
                        "actual",
                        seats.size()));
        return new InspectionHeld(
                command.project(),
                notice.number(),
                command.on(),
                command.present(),
                Words.required(command.findings(), "findings"));
    }

    /** True when papers and site were checked on this day or later. */
    boolean inspectedSince(LocalDate day) {
        return inspectedOn != null && !inspectedOn.isBefore(day);
    }

    void evolve(OfReporting event) {
        switch (event) {
            case PeriodicReportFiled e -> {
                report = e;
                reviewed = false;
                accepted = false;
            }
            case PeriodicReportAccepted _ -> {
                reviewed = true;
                accepted = true;
            }
            case PeriodicReportReturned _ -> reviewed = true;
            case InspectionAnnounced e -> {
                announced = e;
                inspections = e.number();
            }
            case InspectionHeld e -> {
                announced = null;
                inspectedOn = e.on();
            }
        }
    }
}
