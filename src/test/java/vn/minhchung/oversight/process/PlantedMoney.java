package vn.minhchung.oversight.process;

import static vn.minhchung.oversight.process.PlantedTask.million;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.minhchung.budgets.AppropriationEvent.AllocationReleased;
import vn.minhchung.budgets.AppropriationEvent.AppropriationSupplemented;
import vn.minhchung.budgets.CarryOverEvent.CarriedOver;
import vn.minhchung.budgets.CarryOverKind;
import vn.minhchung.budgets.CarryOverPart;
import vn.minhchung.budgets.Evidence;
import vn.minhchung.budgets.GuardEvent.TaskFundsReturned;
import vn.minhchung.budgets.TreasuryPaperEvent.TreasuryPaperExecuted;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.process.PlantedRecord.Act;
import vn.minhchung.oversight.process.PlantedTask.Payment;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeEvent.ResultsRecognised;
import vn.minhchung.projects.LifeEvent.ResultsRegistered;
import vn.minhchung.projects.LifeEvent.TaskResumed;
import vn.minhchung.projects.LifeEvent.TaskSuspended;
import vn.minhchung.projects.LifeEvent.TaskTerminated;
import vn.minhchung.projects.TranchePlan;

/** Advances, payments and idle money: questions 11, 12 and 19. */
final class PlantedMoney extends PlantedCases {
    private static final TreasuryPaperKind ADVANCE = TreasuryPaperKind.ADVANCE;
    private static final TreasuryPaperKind PAYMENT = TreasuryPaperKind.PAYMENT;

    PlantedMoney(PlantedRecord record, Map<String, int[]> planted) {
        super(record, 11, planted);
    }

    @Override
    void plant() {
        firstAdvance();
        nextAdvance();
        lastPayment();
        uncleared();
        beforeContract();
        suspended();
        terminated();
        beyondAppropriation();
        neverDrawn();
        carriedAgain();
    }

    private static List<TranchePlan> plan(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new TranchePlan(number, million(900 / count), null, null))
                .toList();
    }

    /** With instalments, and money of its year. */
    private PlantedTask funded(int instalments, long allocated) {
        PlantedTask task = draft();
        task.tranches = plan(instalments);
        task.open();
        task.assign(task.start, 2_000);
        task.allocate(task.start, allocated);
        return task;
    }

    private static Vnd of(long millions) {
        return million(millions);
    }

    private static void clear(PlantedTask task, Payment payment) {
        payment.cleared(task.end.plusDays(20), payment.amount);
    }

    private Payment first(PlantedTask task, Vnd amount) {
        LocalDate day = task.start.plusDays(10 + draw(10));
        Payment payment = task.pay(ADVANCE, 1, amount, day, day);
        clear(task, payment);
        task.close();
        return payment;
    }

    private void firstAdvance() {
        violations(
                "advances",
                5,
                _ -> hit(
                        "advances",
                        "FIRST_ADVANCE",
                        first(funded(3, 600), dong(450, 1)).paid()));
        violations(
                "advances",
                2,
                _ -> hit(
                        "advances",
                        "FIRST_ADVANCE",
                        first(funded(3, 400), dong(400, 1)).paid()));
        inside("advances", 5, _ -> first(funded(3, 600), of(450)));
        inside("advances", 2, _ -> first(funded(3, 400), of(400)));
        // a direct payment is no advance
        lawful("advances", 2, _ -> {
            PlantedTask task = funded(3, 600);
            task.pay(PAYMENT, 1, 500, task.start.plusDays(12));
            task.close();
        });
        // what came back may be advanced again
        lawful("advances", 2, _ -> {
            PlantedTask task = funded(3, 600);
            Payment one = task.pay(ADVANCE, 1, 300, task.start.plusDays(12));
            record.add(
                    task.start.plusDays(15),
                    "task-funds:" + task.name,
                    new TaskFundsReturned(task.id, one.paper, 1, of(100)));
            Payment two = task.pay(ADVANCE, 1, 250, task.start.plusDays(16));
            clear(task, one);
            clear(task, two);
            task.close();
        });
    }

    private Payment next(TreasuryPaperKind kind, Vnd cleared) {
        PlantedTask task = funded(3, 900);
        Payment one = task.pay(ADVANCE, 1, 400, task.start.plusDays(10));
        if (cleared.isPositive()) one.cleared(task.start.plusDays(40), cleared);
        Payment two = task.pay(kind, 2, 100, task.start.plusDays(41));
        one.cleared(task.end.plusDays(20), of(400).minus(cleared));
        if (kind == ADVANCE) clear(task, two);
        task.close();
        return two;
    }

    private void nextAdvance() {
        violations(
                "advances",
                5,
                _ -> hit(
                        "advances",
                        "NEXT_ADVANCE",
                        next(ADVANCE, dong(199, 999_999)).paid()));
        inside("advances", 5, _ -> next(ADVANCE, of(200)));
        lawful("advances", 2, _ -> next(PAYMENT, of(100)));
    }

    private Payment last(int instalments, int instalment, int gradedBefore) {
        PlantedTask task = funded(instalments, 900);
        LocalDate day = june(task.end);
        if (gradedBefore >= 0) {
            LocalDate graded = day.minusDays(gradedBefore);
            task.graded(graded, Grade.PASSED);
            task.add(graded.plusDays(9), new ResultsRegistered(task.id, "GCN", graded.plusDays(9)));
            task.add(graded.plusDays(11), new ResultsRecognised(task.id, graded.plusDays(11), List.of()));
        }
        task.pay(PAYMENT, 1, 100, task.start.plusDays(30));
        Payment payment = task.pay(PAYMENT, instalment, 200, day);
        task.close();
        return payment;
    }

    private void lastPayment() {
        violations(
                "advances",
                5,
                _ -> hit("advances", "LAST_BEFORE_ACCEPTANCE", last(2, 2, -1).paid()));
        inside("advances", 5, i -> last(2, 2, i % 2));
        lawful("advances", 1, _ -> last(1, 1, -1));
        lawful("advances", 1, _ -> last(3, 2, -1));
    }

    private Payment cleared(LocalDate day, PlantedTask task) {
        Payment payment = task.pay(ADVANCE, 1, 100, task.start.plusDays(15));
        payment.cleared(day, payment.amount);
        task.close();
        return payment;
    }

    private void uncleared() {
        violations("advances", 5, _ -> {
            PlantedTask task = funded(3, 300);
            hit(
                    "advances",
                    "ADVANCE_UNCLEARED",
                    cleared(task.end.plusMonths(4).plusDays(11), task).paid());
        });
        violations("advances", 5, _ -> {
            PlantedTask task = funded(3, 300);
            Act paid = cleared(task.end.plusMonths(6).plusDays(11), task).paid();
            hit("advances", "ADVANCE_UNCLEARED", paid);
            hit("advances", "ADVANCE_DEDUCTIBLE", paid);
        });
        inside("advances", 5, _ -> {
            PlantedTask task = funded(3, 300);
            cleared(task.end.plusMonths(4), task);
        });
        // booked late, within the days of grace
        lawful("advances", 2, _ -> {
            PlantedTask task = funded(3, 300);
            cleared(task.end.plusMonths(4).plusDays(10), task);
        });
    }

    private Payment contracted(int daysAfterPayment) {
        PlantedTask task = draft();
        task.approve();
        LocalDate day = task.start.plusDays(10);
        LocalDate signed = day.plusDays(daysAfterPayment);
        task.assign(task.start, 500);
        task.allocate(task.start, 300);
        if (daysAfterPayment <= 0) task.contract(signed, signed);
        Payment payment = task.pay(PAYMENT, 1, 100, day);
        if (daysAfterPayment > 0) task.contract(signed, signed);
        task.close();
        return payment;
    }

    private void beforeContract() {
        violations(
                "payments",
                5,
                i -> hit("payments", "PAID_BEFORE_CONTRACT", contracted(1 + i).paid()));
        inside("payments", 5, i -> contracted(-(i % 2)));
        // what an opening booked was paid by the office before
        lawful("payments", 2, _ -> {
            PlantedTask task = draft();
            task.approve();
            TreasuryPaperId paper = new TreasuryPaperId("paper:" + task.name + "-opening");
            record.add(
                    task.start.plusDays(3),
                    paper.value(),
                    new TreasuryPaperExecuted(
                            paper,
                            task.id,
                            TreasuryPaperKind.OPENING,
                            task.appropriation(),
                            "CT",
                            List.of(),
                            of(100),
                            "entry",
                            task.start.plusDays(3),
                            task.start.plusDays(3),
                            Evidence.DOCUMENT,
                            List.of()));
            task.contract(task.start.plusDays(20), task.start.plusDays(20));
            task.close();
        });
    }

    /** Suspended on the 30th day, resumed on the 50th; paid by the treasury and recorded on these days. */
    private Payment suspended(int paidOn, int recordedOn) {
        PlantedTask task = funded(3, 300);
        LocalDate from = task.start.plusDays(30);
        task.add(from, new TaskSuspended(task.id, from, "bão", List.of()));
        LocalDate again = task.start.plusDays(50);
        task.add(again, new TaskResumed(task.id, again, "khắc phục xong", List.of()));
        Payment payment = task.pay(PAYMENT, 1, of(100), task.start.plusDays(paidOn), task.start.plusDays(recordedOn));
        task.close();
        return payment;
    }

    private void suspended() {
        violations(
                "payments",
                5,
                i -> hit(
                        "payments",
                        "PAID_WHILE_SUSPENDED",
                        suspended(30 + i, 40).paid()));
        inside("payments", 5, i -> suspended(29 - i, 40));
        lawful("payments", 2, i -> suspended(50 + i, 55));
    }

    private Payment terminated(int paidAfter) {
        PlantedTask task = funded(3, 300);
        LocalDate from = task.start.plusDays(60);
        task.add(
                from,
                new TaskTerminated(task.id, from, "bất khả kháng", Vnd.ZERO, "khách quan", "lưu", "trả", List.of()));
        Payment payment = task.pay(PAYMENT, 1, of(100), from.plusDays(paidAfter), from.plusDays(5));
        task.dossier = false;
        task.reportsUntil = from;
        task.close();
        return payment;
    }

    private void terminated() {
        violations(
                "payments",
                5,
                i -> hit("payments", "PAID_AFTER_TERMINATION", terminated(i).paid()));
        inside("payments", 5, i -> terminated(-1 - i));
    }

    private Payment drawn(Vnd amount, long supplemented) {
        PlantedTask task = draft();
        task.open();
        task.assign(task.start, 100);
        task.allocate(task.start, 300);
        if (supplemented > 0)
            record.add(
                    task.start.plusDays(2),
                    task.appropriation().value(),
                    new AppropriationSupplemented(
                            task.appropriation(),
                            null,
                            of(supplemented),
                            "entry",
                            task.start,
                            task.start,
                            Evidence.DOCUMENT,
                            List.of()));
        LocalDate day = task.start.plusDays(5);
        Payment payment = task.pay(PAYMENT, 1, amount, day, day);
        task.close();
        return payment;
    }

    private void beyondAppropriation() {
        violations(
                "payments",
                5,
                _ -> hit(
                        "payments",
                        "BEYOND_APPROPRIATION",
                        drawn(dong(100, 1), 0).drawn()));
        inside("payments", 5, _ -> drawn(of(100), 0));
        lawful("payments", 2, _ -> drawn(of(140), 40));
    }

    private void neverDrawn() {
        violations("idle-money", 5, _ -> {
            PlantedTask task =
                    draft(LocalDate.of(2023, 7, 3).plusWeeks(draw(18))).open();
            task.assign(task.start, 500);
            hit("idle-money", "ALLOCATION_NEVER_DRAWN", task.allocate(task.start.plusDays(1), 200));
            task.close();
        });
        // drawn on the last day, and booked in the adjustment period
        inside("idle-money", 5, i -> {
            PlantedTask task = draft(LocalDate.of(2023, 7, 3)).open();
            task.assign(task.start, 500);
            task.allocate(task.start.plusDays(1), 200);
            LocalDate last = LocalDate.of(2023, 12, 31);
            task.pay(PAYMENT, 1, of(10), last, last.plusDays(i * 7L));
            task.close();
        });
        // given within the last 45 days of the year
        lawful("idle-money", 2, i -> {
            PlantedTask task = draft(LocalDate.of(2023, 7, 3)).open();
            LocalDate late = LocalDate.of(2023, 11, 17).plusDays(i);
            task.assign(late, 500);
            task.allocate(late, 200);
            task.close();
        });
        lawful("idle-money", 2, i -> {
            PlantedTask task = draft(LocalDate.of(2023, 9, 4)).open();
            task.assign(task.start, 500);
            task.allocate(task.start, 200);
            LocalDate from = LocalDate.of(2023, 12, 10).plusDays(i);
            task.add(from, new TaskSuspended(task.id, from, "bão", List.of()));
            task.add(from.plusDays(40), new TaskResumed(task.id, from.plusDays(40), "xong", List.of()));
            task.close();
        });
        lawful("idle-money", 2, _ -> {
            PlantedTask task = task();
            task.assign(task.start, 500);
            task.allocate(task.start, 200);
            record.add(
                    task.start.plusDays(9),
                    task.appropriation().value(),
                    new AllocationReleased(
                            task.appropriation(),
                            task.id,
                            of(200),
                            "entry",
                            task.start,
                            task.start,
                            Evidence.DOCUMENT,
                            List.of()));
            task.close();
        });
    }

    private Act carried(PlantedTask task, int year) {
        CarryOverId id = new CarryOverId("carry-over:" + task.name + "-" + year);
        LocalDate day = LocalDate.of(year + 1, 2, 12);
        return record.add(
                day,
                id.value(),
                new CarriedOver(
                        id,
                        CarryOverKind.APPROPRIATION,
                        new AppropriationId("appropriation:" + task.name + "-" + year),
                        new AppropriationId("appropriation:" + task.name + "-" + (year + 1)),
                        year,
                        of(50),
                        List.of(new CarryOverPart(task.id, null, of(50))),
                        "CN-" + year,
                        "entry",
                        day,
                        day,
                        Evidence.DOCUMENT,
                        List.of()));
    }

    private void carriedAgain() {
        violations("idle-money", 5, i -> {
            PlantedTask task = task();
            carried(task, 2021 + i % 2);
            carried(task, 2022 + i % 2);
            hit("idle-money", "CARRIED_OVER_AGAIN", carried(task, 2023 + i % 2));
            task.close();
        });
        inside("idle-money", 5, i -> {
            PlantedTask task = task();
            carried(task, 2022 + i % 2);
            carried(task, 2023 + i % 2);
            task.close();
        });
        // a year between begins the count anew
        lawful("idle-money", 2, _ -> {
            PlantedTask task = task();
            carried(task, 2021);
            carried(task, 2023);
            carried(task, 2024);
            task.close();
        });
    }
}
