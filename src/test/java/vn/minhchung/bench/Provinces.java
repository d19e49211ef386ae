package vn.minhchung.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.demo.Story;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.Traffic;

/**
 * A province of years, loaded through the real commands on a driven clock: every month the tasks that live in it do what is
 * theirs to do, several at once; every January the money of the year is assigned.
 */
final class Provinces {
    private static final int CALLERS = 16;

    /** The cast, its accounts, the signatories and the rules are there; nothing of the demo's own tasks. */
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2024, 1, 15);

    private static final int FIRST_YEAR = 2024;
    /** The first month in which a task begins. */
    private static final LocalDate FIRST_MONTH = LocalDate.of(FIRST_YEAR, 2, 1);

    private static final int FUNDS = 4;
    private static final Vnd OF_A_FUND = new Vnd(1_000_000_000_000L);
    private static final int MONTHS_A_YEAR = 12;
    /** All tasks of a province act on one day of a month: thousands of steps before midnight. */
    private static final Duration PACE = Duration.ofSeconds(10);

    private Provinces() {}

    /** The appropriations of a year, and where the host's money goes. */
    record Money() {
        AppropriationId appropriation(int year, int task) {
            return fund(year, task % FUNDS);
        }

        DepositAccountId depositAccount() {
            return new DepositAccountId(Id.derived("deposit-account", "demo", Organisation.HOST.name()));
        }

        private static AppropriationId fund(int year, int fund) {
            return new AppropriationId(
                    Id.derived("appropriation", "province", Integer.toString(year), Integer.toString(fund)));
        }
    }

    /** @param loadMillis from the first command to the last view */
    record Loaded(List<ProvinceTask> tasks, long commands, long events, long loadMillis) {}

    /** The demo's first days, then {@code tasks} tasks that begin and end within {@code years}. */
    static Loaded load(RunningSystem system, int tasks, int years) throws InterruptedException {
        Traffic.loadDemo(system, DEMO_UNTIL);
        RecordedEvents events = system.bean(RecordedEvents.class);
        long before = events.head();
        long begun = System.nanoTime();
        Money money = new Money();
        Story office = story(system, "province");
        int months = years * MONTHS_A_YEAR;
        List<Story> stories = new ArrayList<>();
        List<ProvinceTask> all = new ArrayList<>();
        for (int number = 0; number < tasks; number++) {
            Story own = story(system, "province-" + number);
            int firstMonth = begin(number * (months - ProvinceTask.MONTHS - 3) / tasks);
            stories.add(own);
            all.add(new ProvinceTask(own, number, firstMonth, money));
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int month = 0; month < months; month++) {
                LocalDate day = workday(FIRST_MONTH.plusMonths(month));
                office.on(day);
                if (month == 0 || day.getMonthValue() == 1) assign(office, day);
                allocate(office, all, month, day);
                live(callers, all, month, day);
            }
        }
        if (!system.views().await(events.head())) throw new IllegalStateException("the views are late");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        long commands =
                office.steps() + stories.stream().mapToLong(Story::steps).sum();
        return new Loaded(all, commands, events.head() - before, millis);
    }

    /** Every fourth month after the next an advance is drawn, settled two months later: in the same year. */
    private static int begin(int month) {
        int begin = month;
        while (FIRST_MONTH.plusMonths(begin).getMonthValue() % 4 > 1) begin++;
        return begin;
    }

    private static void live(ExecutorService callers, List<ProvinceTask> all, int month, LocalDate day)
            throws InterruptedException {
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (ProvinceTask task : all)
            if (task.livesIn(month))
                acts.add(() -> {
                    task.live(month, day);
                    return true;
                });
        try {
            for (Future<Boolean> each : callers.invokeAll(acts)) each.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void assign(Story office, LocalDate day) {
        for (int fund = 0; fund < FUNDS; fund++) {
            AppropriationId appropriation = Money.fund(day.getYear(), fund);
            office.as(Cast.COMMITTEE)
                    .because("Giao dự toán năm " + day.getYear())
                    .under(LegalBasis.Kind.DECISION, "1%d/QĐ-UBND".formatted(fund), "UBND tỉnh", day)
                    .does(new AssignAppropriation(
                            appropriation,
                            Organisation.DEPARTMENT.id(),
                            "417",
                            "101",
                            "12",
                            "%05d".formatted(fund + 1),
                            day.getYear(),
                            Vnd.ZERO,
                            OF_A_FUND));
            office.as(Cast.FINANCE)
                    .because("Đã nhập dự toán vào TABMIS")
                    .under(LegalBasis.Kind.LETTER, "3%d/STC".formatted(fund), "Sở Tài chính", day)
                    .does(new EnterInTabmis(appropriation, day));
        }
    }

    /** One after the other: whoever gives money of an appropriation to a task has seen what was given before. */
    private static void allocate(Story office, List<ProvinceTask> all, int month, LocalDate day) {
        for (ProvinceTask task : all)
            if (task.livesIn(month) && task.draws(month))
                office.as(Cast.DIRECTOR)
                        .because("Theo tiến độ nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, "2/QĐ-SKHCN", Organisation.DEPARTMENT.fullName(), day)
                        .does(task.share(day));
    }

    private static LocalDate workday(LocalDate month) {
        LocalDate day = month.withDayOfMonth(20);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) day = day.minusDays(1);
        return day;
    }

    private static Story story(RunningSystem system, String name) {
        return new Story(
                        system.commands(),
                        system.bean(Logins.class),
                        system.clock(),
                        system.views(),
                        system.bean(PersonalData.class),
                        system.bean(RefusalLog.class),
                        name,
                        () -> {})
                .atPace(PACE);
    }
}
