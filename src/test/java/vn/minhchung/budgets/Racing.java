package vn.minhchung.budgets;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** One department for many seeded rounds of commands that race each other over the real store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("axonserver")
abstract class Racing {
    final Department department = new Department();
    final Race race;

    Racing(int callers) {
        race = new Race(department, callers);
    }

    @BeforeAll
    void organisations() {
        department.withOrganisations();
    }

    @AfterAll
    void stop() {
        race.close();
        department.close();
    }

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 20).boxed();
    }
}
