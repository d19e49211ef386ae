package vn.minhchung.oversight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightExamples;
import vn.minhchung.projects.ProjectEvent.TaskCorrected;
import vn.minhchung.rules.RuleVersion;

/** What is new, read from a record that grows. */
class FoundByRulesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final String FAMILY = "audit.corrections";

    private final PlantedRecord planted = new PlantedRecord();
    private final Growing record = new Growing();
    private final FoundByRules finder = new FoundByRules(record);

    /** A store with as many events as the test has let in. */
    private static final class Growing implements RecordedEvents {
        private List<Recorded> events = new ArrayList<>();

        @Override
        public List<Recorded> read(long after, int max) {
            return events.stream()
                    .filter(event -> event.position() > after)
                    .limit(Math.min(max, 2))
                    .toList();
        }

        @Override
        public long head() {
            return events.size();
        }

        @Override
        public void onAppend(Runnable listener) {
            throw new UnsupportedOperationException();
        }
    }

    private void grown() {
        record.events = planted.write();
    }

    private void ruleInForce(LocalDate on) {
        for (RuleVersion version : PlantedRecord.shipped())
            if (version.family().equals(FAMILY)) planted.putInForce(on, version);
    }

    private void correctedWithoutReason(String task, LocalDate day) {
        ProjectId project = new ProjectId("project:" + task);
        planted.add(day, project.value(), new TaskCorrected(project, "cũ", "mới"))
                .because(null);
    }

    private void recorded(Hit hit, LocalDate day) {
        planted.add(day, hit.id().value(), OversightExamples.found(hit));
    }

    @Test
    void finds_what_is_new_until_it_is_on_record_and_then_nothing() {
        ruleInForce(DAY);
        correctedWithoutReason("a", DAY.plusDays(1));
        grown();

        HitFinder.Found first = finder.find(false, DAY.plusDays(1));
        assertThat(first.through()).isEqualTo(2);
        assertThat(first.hits()).extracting(Hit::subject).containsExactly("project:a");
        assertThat(finder.find(false, DAY.plusDays(1))).isEqualTo(first);

        recorded(first.hits().getFirst(), DAY.plusDays(2));
        correctedWithoutReason("b", DAY.plusDays(3));
        grown();

        assertThat(finder.find(false, DAY.plusDays(3)).hits())
                .extracting(Hit::subject)
                .containsExactly("project:b");
        assertThat(new FoundByRules(record).find(false, DAY.plusDays(3)).hits())
                .as("after a restart, or on another node")
                .extracting(Hit::subject)
                .containsExactly("project:b");
    }

    @Test
    void the_whole_past_is_judged_by_the_rules_known_now_and_gives_nothing_twice() {
        correctedWithoutReason("a", DAY.minusDays(5));
        ruleInForce(DAY);
        correctedWithoutReason("b", DAY.plusDays(1));
        grown();

        assertThat(finder.find(false, DAY.plusDays(1)).hits())
                .extracting(Hit::subject)
                .containsExactly("project:b");
        List<Hit> past = finder.find(true, DAY.plusDays(1)).hits();
        assertThat(past).extracting(Hit::subject).containsExactly("project:a", "project:b");

        past.forEach(hit -> recorded(hit, DAY.plusDays(2)));
        grown();

        assertThat(finder.find(true, DAY.plusDays(9)).hits()).isEmpty();
        assertThat(finder.find(false, DAY.plusDays(9)).hits()).isEmpty();
    }

    @Test
    void an_event_of_the_system_about_a_hit_is_no_hit() {
        ruleInForce(DAY);
        Hit hit = OversightExamples.hit();
        recorded(hit, DAY);
        planted.add(DAY, hit.id().value(), OversightExamples.explained(new PersonId("person:x")));
        grown();

        assertThat(finder.find(true, DAY.plusYears(1)).hits()).isEmpty();
    }
}
