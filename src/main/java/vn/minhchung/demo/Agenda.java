package vn.minhchung.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps of many tasks put into the order of their days; steps of one day keep the order they were noted in. */
final class Agenda {
    private record Entry(LocalDate day, Runnable step) {}

    private final List<Entry> entries = new ArrayList<>();

    /** On the day, or on the Monday after it. */
    void note(LocalDate day, Runnable step) {
        LocalDate working = day;
        while (working.getDayOfWeek() == DayOfWeek.SATURDAY || working.getDayOfWeek() == DayOfWeek.SUNDAY) {
            working = working.plusDays(1);
        }
        entries.add(new Entry(working, step));
    }

    int size() {
        return entries.size();
    }

    /** Everything up to and including the last day; later entries have not happened yet. */
    void run(Story story, LocalDate lastDay) {
        entries.sort(Comparator.comparing(Entry::day));
        for (Entry entry : entries) {
            if (entry.day().isAfter(lastDay)) return;
            story.on(entry.day());
            entry.step().run();
        }
    }
}
