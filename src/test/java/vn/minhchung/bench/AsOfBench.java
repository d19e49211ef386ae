package vn.minhchung.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.minhchung.platform.views.StandingViews;
import vn.minhchung.testing.HibernateUnit;
import vn.minhchung.testing.TestPostgres;

/**
 * Asking as of a moment: one of our views, read as the application reads it, beside Envers' revision reads of the same history,
 * over the same PostgreSQL, one caller, moments from the newer half of the history.
 */
final class AsOfBench {
    static final String PART = "as of";
    static final String OURS = "our view";
    static final String VALIDITY = "Envers, validity strategy";
    static final String DEFAULT = "Envers, default strategy";

    private static final int MOST_ASKED = 100;
    private static final int WARM_UP = 20;
    private static final int CHECKED = 5;

    /** Lists of more objects are paged, not counted and sorted. */
    private static final int MOST_SORTED = 10_000;

    private AsOfBench() {}

    /** @param longest no series of questions lasts longer, however few were answered */
    static void measure(List<Integer> sizes, int repetitions, Duration longest, Samples into) throws Exception {
        for (int versions : sizes) {
            int objects = Math.min(MOST_SORTED, versions / 10);
            for (KeptHistory history : List.of(
                    KeptHistory.single(versions),
                    KeptHistory.even(versions, objects),
                    KeptHistory.hot(versions, objects))) {
                TestPostgres.Database database = TestPostgres.freshDatabase();
                try {
                    measure(history, database, repetitions, longest, into);
                } finally {
                    Rounds.drop(database);
                }
            }
        }
    }

    private static void measure(
            KeptHistory history, TestPostgres.Database database, int repetitions, Duration longest, Samples into)
            throws Exception {
        try (HikariDataSource pool = Rows.pool(database, 1, 0);
                HikariDataSource ours = Rows.reading(database);
                HibernateUnit validity = Envers.unit(pool, Envers.Strategy.VALIDITY, "create-only");
                HibernateUnit byDefault = Envers.unit(pool, Envers.Strategy.DEFAULT, "none")) {
            AskedViews views = new AskedViews(history, StandingViews.of(database, ours, KeptHistory.VIEW), ours);
            history.fillView(database, views.table());
            history.fillEnvers(database);
            KeptHistory.analyze(database);
            Map<String, Asked> asked =
                    Map.of(OURS, views, VALIDITY, new AskedEnvers(validity), DEFAULT, new AskedEnvers(byDefault));
            for (Question question : Question.values()) {
                if (question.overAll && history.objects() > MOST_SORTED) continue;
                check(history, question, asked);
                for (int repetition = 1; repetition <= repetitions; repetition++)
                    for (String peer : List.of(OURS, VALIDITY, DEFAULT)) {
                        Asked one = asked.get(peer);
                        if (one == null) throw new IllegalStateException(peer);
                        Measured measured = series(history, question, one, repetition, longest);
                        String part = part(history, question);
                        Logs.progress("%s, repetition %d: %s, %s".formatted(part, repetition, peer, measured));
                        into.add(Sample.of(part, peer, repetition, measured));
                    }
            }
        }
    }

    static String part(KeptHistory history, Question question) {
        return "%s/%d/%s/%s".formatted(PART, history.versions(), history.name(), question.text);
    }

    /** All answer the same, or the comparison is none. */
    private static void check(KeptHistory history, Question question, Map<String, Asked> asked) {
        Random random = new Random(0);
        for (int i = 0; i < CHECKED; i++) {
            Moment moment = Moment.of(history, random);
            List<List<String>> answers = new ArrayList<>();
            for (Asked one : asked.values()) answers.add(one.answer(question, moment));
            if (answers.stream().distinct().count() != 1)
                throw new IllegalStateException(history + ", " + question + ", " + moment + ": " + answers);
        }
    }

    private static Measured series(
            KeptHistory history, Question question, Asked asked, int repetition, Duration longest) {
        Random random = new Random(repetition);
        long end = System.nanoTime() + longest.toNanos();
        for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) asked.answer(question, Moment.of(history, random));
        List<Long> took = new ArrayList<>();
        long begun = System.nanoTime();
        do {
            Moment moment = Moment.of(history, random);
            long before = System.nanoTime();
            asked.answer(question, moment);
            took.add((System.nanoTime() - before) / 1_000);
        } while (took.size() < MOST_ASKED && System.nanoTime() < end);
        return new Measured(
                1,
                Duration.ofNanos(System.nanoTime() - begun),
                took.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** What is asked. */
    enum Question {
        DETAIL("detail", false),
        PAGE("page of 100", false),
        COUNT("count", true),
        SORT("sort, first 100", true);

        final String text;
        final boolean overAll;

        Question(String text, boolean overAll) {
            this.text = text;
            this.overAll = overAll;
        }
    }

    /** Somebody who is asked; answers the titles or the number. */
    interface Asked {
        List<String> answer(Question question, Moment moment);
    }

    /**
     * A moment and an object that there is then; of a history with a hot one, that.
     *
     * @param first the position of its first version
     */
    record Moment(long position, long object, long first) {
        static Moment of(KeptHistory history, Random random) {
            int half = history.versions() / 2;
            long position = half + 1L + random.nextInt(half);
            long object = history.hotEvery() > 0 ? 0 : random.nextInt((int) Math.min(position, history.objects()));
            return new Moment(position, object, history.firstPosition(object));
        }
    }
}
