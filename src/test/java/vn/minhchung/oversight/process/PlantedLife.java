package vn.minhchung.oversight.process;

import static vn.minhchung.oversight.process.PlantedTask.million;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundEvent.RefundDecided;
import vn.minhchung.budgets.RefundEvent.RefundReopened;
import vn.minhchung.budgets.RefundEvent.RefundSettled;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.VolumeEvent.VolumeConfirmed;
import vn.minhchung.budgets.VolumeEvent.VolumeDrawnUp;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.RefundId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.oversight.process.PlantedRecord.Act;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplementAsked;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentWithdrawn;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierFiled;
import vn.minhchung.projects.LifeEvent.InspectionAnnounced;
import vn.minhchung.projects.LifeEvent.InspectionHeld;
import vn.minhchung.projects.LifeEvent.ResultsRecognised;
import vn.minhchung.projects.LifeEvent.ResultsRegistered;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.projects.LifeEvent.TaskResumed;
import vn.minhchung.projects.LifeEvent.TaskSuspended;
import vn.minhchung.projects.LifeEvent.TaskTerminated;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.projects.TermsEvent.ExceptionGranted;
import vn.minhchung.projects.TermsEvent.TaskExtended;

/** Stopped tasks, extensions, deadlines and reports: questions 16, 21, 22 and 24. */
final class PlantedLife extends PlantedCases {
    PlantedLife(PlantedRecord record, Map<String, int[]> planted) {
        super(record, 16, planted);
    }

    @Override
    void plant() {
        volumes();
        decisions();
        shares();
        payments();
        debtors();
        lengths();
        repeated();
        askedLate();
        retroactive();
        answers();
        confirmations();
        dossiers();
        registrations();
        recognitions();
        reports();
        inspections();
    }

    // stopped tasks

    /** One that got 100 million, if any, and is stopped after 100 days. */
    private final class Stopped {
        final PlantedTask task = draft();
        final LocalDate from;

        @Nullable
        Act stop;

        Stopped(boolean paid, boolean measured) {
            this(paid, measured, KhoanMode.TUNG_PHAN);
        }

        Stopped(boolean paid, boolean measured, KhoanMode khoan) {
            task.khoan = khoan;
            task.open();
            from = task.start.plusDays(100);
            if (paid) {
                task.assign(task.start, 500);
                task.allocate(task.start, 300);
                task.pay(TreasuryPaperKind.PAYMENT, 1, 100, task.start.plusDays(9));
            }
            if (measured) measure(from.minusDays(5));
            task.dossier = false;
            task.reportsUntil = from;
        }

        void measure(LocalDate day) {
            VolumeId volume = new VolumeId("volume:" + task.name);
            record.add(
                    day,
                    volume.value(),
                    new VolumeConfirmed(
                            volume,
                            task.id,
                            million(50),
                            PlantedRecord.person("director"),
                            List.of(PlantedRecord.person("director")),
                            day));
        }

        Act stop(@Nullable String noRefundReason) {
            stop = task.add(
                    from,
                    new TaskTerminated(
                            task.id, from, "không thực hiện", million(20), noRefundReason, "lưu", "trả", List.of()));
            return stop;
        }

        Act decide(LocalDate day, RefundPart part, @Nullable LocalDate due, List<String> barred) {
            RefundId refund = RefundId.of(task.id);
            return record.add(
                    day,
                    refund.value(),
                    new RefundDecided(
                            refund,
                            task.id,
                            task.host,
                            new RefundTerms(List.of(part), Vnd.ZERO, true, false),
                            million(100),
                            Vnd.ZERO,
                            million(30),
                            Vnd.ZERO,
                            null,
                            due,
                            barred,
                            "entry",
                            day,
                            day,
                            Evidence.DOCUMENT,
                            List.of()));
        }

        Act decide(LocalDate day, int shareBp) {
            return decide(day, new RefundPart(RefundCause.SUBJECTIVE, million(100), shareBp, "lỗi"), null, List.of());
        }

        void reopen(LocalDate day) {
            RefundId refund = RefundId.of(task.id);
            record.add(day, refund.value(), new RefundReopened(refund, task.id, task.host, List.of()));
        }

        void settle(LocalDate day) {
            RefundId refund = RefundId.of(task.id);
            record.add(day, refund.value(), new RefundSettled(refund, task.id, task.host, million(30)));
        }
    }

    private void volumes() {
        violations("stopped-tasks", 5, i -> {
            Stopped one = new Stopped(true, false);
            hit("stopped-tasks", "STOPPED_WITHOUT_VOLUME", one.stop(null));
            if (i > 2) one.measure(one.from.plusDays(31));
            one.decide(one.from.plusDays(20), 3_000);
        });
        inside("stopped-tasks", 5, _ -> {
            Stopped one = new Stopped(true, false);
            one.stop(null);
            one.measure(one.from.plusDays(30));
            one.decide(one.from.plusDays(20), 3_000);
        });
        // it never got money
        lawful("stopped-tasks", 2, _ -> new Stopped(false, false).stop(null));
    }

    private void decisions() {
        violations("stopped-tasks", 5, i -> {
            Stopped one = new Stopped(true, true);
            hit("stopped-tasks", "REFUND_NOT_DECIDED", one.stop(null));
            if (i % 2 == 0) one.decide(one.from.plusDays(91), 3_000);
        });
        violations("stopped-tasks", 1, _ -> {
            Stopped one = new Stopped(true, true);
            LocalDate day = one.from;
            hit(
                    "stopped-tasks",
                    "REFUND_NOT_DECIDED",
                    one.task.add(
                            day,
                            new TaskGraded(
                                    one.task.id,
                                    Grade.FAILED,
                                    day,
                                    PlantedRecord.person("chair"),
                                    null,
                                    "một phần",
                                    List.of())));
            one.task.dossier = true;
            one.task.reportsUntil = one.task.end;
            one.task.close();
        });
        inside("stopped-tasks", 5, _ -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            one.decide(one.from.plusDays(90), 3_000);
        });
        lawful("stopped-tasks", 2, _ -> new Stopped(true, true).stop("khách quan"));
    }

    private void shares() {
        violations("stopped-tasks", 3, i -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            hit("stopped-tasks", "REFUND_TOO_LOW", one.decide(one.from.plusDays(10), 2_999 - i));
        });
        violations("stopped-tasks", 2, _ -> {
            Stopped one = new Stopped(true, true, KhoanMode.CUOI_CUNG);
            one.stop(null);
            hit("stopped-tasks", "REFUND_TOO_LOW", one.decide(one.from.plusDays(10), 3_999));
        });
        inside("stopped-tasks", 5, i -> {
            Stopped one = new Stopped(true, true, i % 2 == 0 ? KhoanMode.CUOI_CUNG : KhoanMode.TUNG_PHAN);
            one.stop(null);
            one.decide(one.from.plusDays(10), i % 2 == 0 ? 4_000 : 3_000);
        });
        // an objective cause: nothing of what was properly used comes back
        lawful("stopped-tasks", 2, _ -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            one.decide(
                    one.from.plusDays(10),
                    new RefundPart(RefundCause.OBJECTIVE, million(100), 0, "bão"),
                    null,
                    List.of());
        });
        // under the new law the risk is accepted where the procedure was followed
        lawful("stopped-tasks", 2, _ -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            one.decide(one.from.plusDays(10), 3_000);
            one.decide(LocalDate.of(2026, 1, 12), 0);
        });
    }

    private void payments() {
        violations("stopped-tasks", 5, i -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            LocalDate day = one.from.plusDays(10);
            LocalDate due = day.plusDays(60);
            hit("stopped-tasks", "REFUND_NOT_PAID", one.decide(day, part(), due, List.of()));
            if (i % 2 == 0) one.settle(due.plusDays(11));
        });
        inside("stopped-tasks", 5, i -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            LocalDate day = one.from.plusDays(10);
            one.decide(day, part(), day.plusDays(60), List.of());
            one.settle(day.plusDays(60 - i));
        });
        // all back in time, and a return reversed when the due day was over
        violations("stopped-tasks", 1, _ -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            LocalDate day = one.from.plusDays(10);
            LocalDate due = day.plusDays(60);
            hit("stopped-tasks", "REFUND_NOT_PAID", one.decide(day, part(), due, List.of()));
            one.settle(due.minusDays(1));
            one.reopen(due.plusDays(40));
        });
        // booked within the days of grace; revised before it was due
        lawful("stopped-tasks", 2, i -> {
            Stopped one = new Stopped(true, true);
            one.stop(null);
            LocalDate day = one.from.plusDays(10);
            one.decide(day, part(), day.plusDays(60), List.of());
            if (i == 0) one.settle(day.plusDays(70));
            else {
                one.decide(day.plusDays(50), part(), day.plusDays(110), List.of());
                one.settle(day.plusDays(110));
            }
        });
    }

    private static RefundPart part() {
        return new RefundPart(RefundCause.SUBJECTIVE, million(100), 3_000, "lỗi");
    }

    private void debtors() {
        violations("stopped-tasks", 5, i -> {
            Stopped one = debtor();
            hit("stopped-tasks", "DEBTOR_AWARDED", awarded(one, 20 + i, i % 2 == 0));
        });
        inside("stopped-tasks", 5, i -> awarded(debtor(), 41 + i, true));
        // another organisation
        lawful("stopped-tasks", 2, _ -> {
            Stopped one = debtor();
            PlantedTask other = draft(one.from.plusDays(30)).open();
            other.close();
        });
    }

    /** Owes from the 10th to the 40th day after the stop; host and investigator are barred. */
    private Stopped debtor() {
        Stopped one = new Stopped(true, true);
        one.stop(null);
        LocalDate day = one.from.plusDays(10);
        one.decide(day, part(), day.plusDays(60), List.of(one.task.host.value(), one.task.investigator.value()));
        one.settle(one.from.plusDays(40));
        return one;
    }

    private Act awarded(Stopped one, int day, boolean host) {
        PlantedTask next = draft(one.from.plusDays(day));
        if (host) next.host = one.task.host;
        else next.investigator = one.task.investigator;
        Act act = next.approve();
        next.contract();
        next.close();
        return act;
    }

    // extensions

    private AdjustmentId requested(PlantedTask task, AdjustmentKind kind, LocalDate day, String which) {
        AdjustmentId id = new AdjustmentId("adjustment:" + task.name + which);
        record.add(
                day,
                id.value(),
                new AdjustmentRequested(
                        id,
                        task.id,
                        task.host,
                        kind,
                        AdjustmentContent.NONE,
                        "chậm vì bão",
                        AdjustmentDecider.AUTHORITY,
                        OpinionNeed.NONE,
                        task.investigator,
                        day));
        return id;
    }

    private void decided(PlantedTask task, AdjustmentId id, LocalDate recordedOn, LocalDate decidedOn) {
        record.add(
                recordedOn,
                id.value(),
                new AdjustmentDecided(
                        id, task.id, task.host, AdjustmentOutcome.APPROVED, null, "đồng ý", null, null, decidedOn));
    }

    private Act extended(PlantedTask task, LocalDate askedOn, LocalDate on, int months, String which) {
        AdjustmentId id = requested(task, AdjustmentKind.EXTENSION, askedOn, which);
        decided(task, id, on, on);
        LocalDate old = task.end;
        LocalDate end = old.plusDays(1).plusMonths(months).minusDays(1);
        List<Integer> exceptions = which.isEmpty() ? List.of() : List.of(1);
        Act act = task.add(on, new TaskExtended(task.id, id, old, end, months, exceptions, null));
        task.end = end;
        task.reportsUntil = end;
        return act;
    }

    private void exception(PlantedTask task, ExceptionKind kind) {
        task.add(task.start.plusDays(20), new ExceptionGranted(task.id, 1, kind, "33/QĐ-UBND", "bão"));
    }

    private Act length(int months) {
        PlantedTask task = task();
        LocalDate asked = task.end.minusMonths(2);
        Act act = extended(task, asked, asked.plusDays(9), months, "");
        task.close();
        return act;
    }

    private void lengths() {
        violations("extensions", 5, i -> hit("extensions", "EXTENSION_TOO_LONG", length(7 + i)));
        inside("extensions", 5, i -> length(6 - i));
    }

    private Act twice(boolean excepted) {
        PlantedTask task = task();
        if (excepted) exception(task, ExceptionKind.SECOND_EXTENSION);
        LocalDate asked = task.end.minusMonths(2);
        extended(task, asked, asked.plusDays(9), 3, "");
        LocalDate again = task.end.minusMonths(2);
        Act act = extended(task, again, again.plusDays(9), 2, excepted ? "-2" : "-x");
        task.close();
        return act;
    }

    private void repeated() {
        violations("extensions", 5, _ -> hit("extensions", "EXTENSION_AGAIN", twice(false)));
        lawful("extensions", 2, _ -> twice(true));
    }

    private Act asked(int daysBefore, boolean excepted) {
        PlantedTask task = task();
        if (excepted) exception(task, ExceptionKind.LATE_EXTENSION_REQUEST);
        LocalDate latest = task.end.minusMonths(1);
        LocalDate asked = latest.minusDays(daysBefore);
        Act act = extended(task, asked, asked.plusDays(9), 3, excepted ? "-e" : "");
        task.close();
        return act;
    }

    private void askedLate() {
        violations("extensions", 5, i -> hit("extensions", "EXTENSION_ASKED_LATE", asked(-1 - i, false)));
        inside("extensions", 5, i -> asked(i, false));
        lawful("extensions", 2, i -> asked(-1 - i, true));
    }

    private void retroactive() {
        violations("extensions", 5, i -> {
            PlantedTask task = task();
            LocalDate on = task.end.plusDays(1 + i);
            Act act = extended(task, task.end.minusMonths(1).minusDays(2), on, 3, "");
            // asked for in time, and answered after the thirty days an answer may take
            hit("extensions", "EXTENSION_RETROACTIVE", act);
            hit("deadlines", "AUTHORITY_ADJUSTMENT", request(task));
            task.close();
        });
        inside("extensions", 2, i -> {
            PlantedTask task = task();
            LocalDate asked = task.end.minusMonths(1);
            extended(task, asked, asked.plusDays(28 + i), 3, "");
            task.close();
        });
    }

    private Act request(PlantedTask task) {
        return record.acts().stream()
                .filter(act -> act.event instanceof AdjustmentRequested asked
                        && asked.project().equals(task.id))
                .findFirst()
                .orElseThrow();
    }

    // deadlines

    private void answers() {
        violations("deadlines", 5, i -> {
            PlantedTask task = task();
            LocalDate day = task.start.plusDays(50);
            AdjustmentId id = requested(task, AdjustmentKind.CONTENT, day, "");
            hit("deadlines", "AUTHORITY_ADJUSTMENT", request(task));
            if (i < 4) decided(task, id, day.plusDays(31 + 5L * i), day.plusDays(31 + 5L * i));
            task.close();
        });
        inside("deadlines", 5, i -> {
            PlantedTask task = task();
            LocalDate day = task.start.plusDays(50);
            decided(task, requested(task, AdjustmentKind.CONTENT, day, ""), day.plusDays(30), day.plusDays(30 - i));
            task.close();
        });
        lawful("deadlines", 1, _ -> {
            PlantedTask task = task();
            LocalDate day = task.start.plusDays(50);
            AdjustmentId id = requested(task, AdjustmentKind.CONTENT, day, "");
            record.add(
                    day.plusDays(20),
                    id.value(),
                    new AdjustmentSupplementAsked(id, task.id, task.host, "thiếu", day.plusDays(20)));
            record.add(
                    day.plusDays(60),
                    id.value(),
                    new AdjustmentSupplemented(
                            id,
                            task.id,
                            task.host,
                            "đủ",
                            AdjustmentContent.NONE,
                            OpinionNeed.NONE,
                            false,
                            day.plusDays(60)));
            decided(task, id, day.plusDays(90), day.plusDays(90));
            task.close();
        });
        lawful("deadlines", 1, _ -> {
            PlantedTask task = task();
            LocalDate day = task.start.plusDays(50);
            AdjustmentId id = requested(task, AdjustmentKind.CONTENT, day, "");
            record.add(
                    day.plusDays(29),
                    id.value(),
                    new AdjustmentWithdrawn(id, task.id, task.host, "không cần nữa", day.plusDays(29)));
            task.close();
        });
        // decided in time, recorded within the days of grace
        lawful("deadlines", 1, _ -> {
            PlantedTask task = task();
            LocalDate day = task.start.plusDays(50);
            decided(task, requested(task, AdjustmentKind.CONTENT, day, ""), day.plusDays(40), day.plusDays(29));
            task.close();
        });
    }

    /** Twenty working days are four weeks where no holiday lies between. */
    private Act volume(int confirmedAfter) {
        PlantedTask task = draft(LocalDate.of(2024, 1, 8).plusWeeks(draw(4))).open();
        LocalDate monday = june(task.start);
        VolumeId volume = new VolumeId("volume:" + task.name);
        Act act = record.add(
                monday,
                volume.value(),
                new VolumeDrawnUp(
                        volume,
                        task.id,
                        task.host,
                        PlantedTask.DEPARTMENT,
                        "KL",
                        1,
                        monday,
                        monday,
                        List.of(),
                        million(900),
                        Vnd.ZERO,
                        million(50),
                        List.of(PlantedRecord.person("officer"))));
        LocalDate day = monday.plusDays(confirmedAfter);
        record.add(
                day,
                volume.value(),
                new VolumeConfirmed(volume, task.id, million(50), PlantedRecord.person("director"), List.of(), day));
        task.close();
        return act;
    }

    private void confirmations() {
        violations("deadlines", 5, i -> hit("deadlines", "AUTHORITY_VOLUME", volume(29 + 7 * i)));
        inside("deadlines", 5, i -> volume(28 - i));
    }

    private Act dossier(int filedAfter, int recordedAfter) {
        PlantedTask task = draft();
        task.approve();
        Act contract = task.contract();
        task.dossier = false;
        task.close();
        task.add(
                task.end.plusDays(recordedAfter),
                new AcceptanceDossierFiled(task.id, 1, List.of("Báo cáo"), task.end.plusDays(filedAfter)));
        return contract;
    }

    private void dossiers() {
        violations("deadlines", 5, i -> hit("deadlines", "HOST_DOSSIER", dossier(31 + 6 * i, 31 + 6 * i)));
        inside("deadlines", 5, i -> dossier(30 - i, 30));
        lawful("deadlines", 2, i -> dossier(30 - i, 40));
    }

    private Act registered(int registeredAfter, int recognisedAfter, boolean wantsRegistration) {
        PlantedTask task = draft().open();
        LocalDate monday = june(task.end.plusDays(20));
        LocalDate graded = monday.minusDays(registeredAfter);
        Act grade = task.add(
                graded,
                new TaskGraded(task.id, Grade.PASSED, graded, PlantedRecord.person("chair"), null, null, List.of()));
        Act registration = task.add(monday, new ResultsRegistered(task.id, "GCN", monday));
        LocalDate recognised = monday.plusDays(recognisedAfter);
        task.add(recognised, new ResultsRecognised(task.id, recognised, List.of()));
        task.close();
        return wantsRegistration ? registration : grade;
    }

    private void registrations() {
        violations("deadlines", 5, i -> hit("deadlines", "HOST_REGISTRATION", registered(31 + 7 * i, 7, false)));
        inside("deadlines", 5, i -> registered(30 - i, 7, false));
    }

    /** Ten working days are two weeks where no holiday lies between. */
    private void recognitions() {
        violations("deadlines", 5, i -> hit("deadlines", "AUTHORITY_RECOGNITION", registered(20, 15 + 7 * i, true)));
        inside("deadlines", 5, i -> registered(20, 14 - i, true));
    }

    // reports

    private void reports() {
        violations("reports", 5, i -> {
            PlantedTask task = draft();
            task.approve();
            hit("reports", "REPORT_MISSING", task.contract());
            task.silent = List.of(1);
            if (i % 2 == 0) task.report(1, task.start.plusMonths(6).plusDays(16));
            task.close();
        });
        inside("reports", 5, i -> {
            PlantedTask task = task();
            task.silent = List.of(1);
            task.report(1, task.start.plusMonths(6).plusDays(15 - i));
            task.close();
        });
        lawful("reports", 2, _ -> {
            PlantedTask task = task();
            LocalDate from = task.start.plusMonths(6).minusDays(20);
            task.add(from, new TaskSuspended(task.id, from, "bão", List.of()));
            task.add(from.plusDays(60), new TaskResumed(task.id, from.plusDays(60), "xong", List.of()));
            task.silent = List.of(1);
            task.close();
        });
        violations("reports", 5, _ -> {
            PlantedTask task = draft(LocalDate.of(2024, 1, 8).plusWeeks(draw(6)));
            task.approve();
            hit("reports", "REPORT_MISSING", task.contract());
            hit("reports", "PAID_WITHOUT_REPORT", paid(task, 20));
            task.silent = List.of(1);
            task.close();
        });
        inside("reports", 5, i -> {
            PlantedTask task =
                    draft(LocalDate.of(2024, 1, 8).plusWeeks(draw(6))).open();
            paid(task, 10 + i);
            task.silent = List.of(1);
            task.report(1, task.start.plusMonths(6).plusDays(15));
            task.close();
        });
    }

    private Act paid(PlantedTask task, int daysAfterDue) {
        task.assign(task.start, 500);
        task.allocate(task.start, 200);
        return task.pay(
                        TreasuryPaperKind.PAYMENT,
                        1,
                        50,
                        task.start.plusMonths(6).plusDays(daysAfterDue))
                .paid();
    }

    private Act inspection(PlantedTask task, int number, LocalDate on) {
        return task.add(on.minusDays(14), new InspectionAnnounced(task.id, number, true, on, "theo kế hoạch"));
    }

    private void held(PlantedTask task, int number, LocalDate on) {
        task.add(on, new InspectionHeld(task.id, number, on, List.of(), "đúng tiến độ"));
    }

    private void inspections() {
        violations("reports", 5, i -> {
            PlantedTask task = task();
            LocalDate on = task.start.plusDays(70);
            hit("reports", "INSPECTION_NOT_HELD", inspection(task, 1, on));
            if (i % 2 == 0) held(task, 1, on.plusDays(31));
            task.close();
        });
        inside("reports", 5, i -> {
            PlantedTask task = task();
            LocalDate on = task.start.plusDays(70);
            inspection(task, 1, on);
            held(task, 1, on.plusDays(30 - i));
            task.close();
        });
        lawful("reports", 2, _ -> {
            PlantedTask task = task();
            LocalDate on = task.start.plusDays(70);
            inspection(task, 1, on);
            inspection(task, 2, on.plusDays(40));
            held(task, 2, on.plusDays(60));
            task.close();
        });
    }
}
