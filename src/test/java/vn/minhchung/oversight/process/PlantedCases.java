package vn.minhchung.oversight.process;

import static vn.minhchung.oversight.process.PlantedTask.million;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.oversight.process.PlantedRecord.Act;

/**
 * What every kind of case needs: a task of its own, begun on a Monday of a year that lies far from every change of law, and a
 * count of what was planted. The limits are written here as the law and the house rules say them; nothing is asked of the
 * rules under test.
 */
abstract class PlantedCases {
    final PlantedRecord record;
    private final Random random;
    private final String prefix;
    private int tasks;

    /** How many of each kind were planted, by rule. */
    final Map<String, int[]> planted;

    PlantedCases(PlantedRecord record, long seed, Map<String, int[]> planted) {
        this.record = record;
        this.random = new Random(seed);
        this.planted = planted;
        this.prefix = getClass().getSimpleName();
    }

    abstract void plant();

    int tasks() {
        return tasks;
    }

    String unique() {
        return prefix + "-" + ++tasks;
    }

    /** Not yet approved: a case sets its terms first. */
    PlantedTask draft() {
        LocalDate monday = LocalDate.of(2023, 7, 3).plusWeeks(random.nextInt(34));
        return draft(monday);
    }

    PlantedTask draft(LocalDate start) {
        return new PlantedTask(record, unique(), start);
    }

    PlantedTask task() {
        return draft().open();
    }

    int draw(int bound) {
        return random.nextInt(bound);
    }

    /** The first Monday in June after a day: no holiday lies in that month and the next. */
    static LocalDate june(LocalDate after) {
        LocalDate june = LocalDate.of(after.getYear(), 6, 1);
        if (!june.isAfter(after)) june = june.plusYears(1);
        return june.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    // what is planted, and how often

    void violations(String family, int times, Consumer<Integer> plant) {
        repeat(family, 0, times, plant);
    }

    void inside(String family, int times, Consumer<Integer> plant) {
        repeat(family, 1, times, plant);
    }

    void lawful(String family, int times, Consumer<Integer> plant) {
        repeat(family, 2, times, plant);
    }

    private void repeat(String family, int kind, int times, Consumer<Integer> plant) {
        for (int i = 0; i < times; i++) plant.accept(i);
        planted.computeIfAbsent("audit." + family, _ -> new int[3])[kind] += times;
    }

    void hit(String family, String part, Act act) {
        record.expect(family, part, act);
    }

    static Vnd dong(long millions, long dong) {
        return million(millions).plus(Vnd.of(dong));
    }
}
