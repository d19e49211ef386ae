package vn.minhchung.oversight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Hit;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.rules.RuleVersion;

/**
 * Five years of tasks in which it is known what is wrong: the audit rules find that, and nothing else. The cases share nothing
 * with the rules: they are written from the limits of the law.
 */
class PlantedSetTest {
    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 4);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static final PlantedRecord RECORD = new PlantedRecord();
    private static final Map<String, int[]> PLANTED = new TreeMap<>();
    private static List<Recorded> written = List.of();

    @BeforeAll
    static void plant() {
        RECORD.putEverythingInForce(BEGIN);
        for (PlantedCases cases : List.of(
                new PlantedMoney(RECORD, PLANTED),
                new PlantedSpending(RECORD, PLANTED),
                new PlantedLife(RECORD, PLANTED),
                new PlantedActs(RECORD, PLANTED))) cases.plant();
        clean();
        written = RECORD.write();
    }

    /** Tasks that keep every rule, through all the years and changes of law. */
    private static void clean() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            PlantedTask task = new PlantedTask(
                    RECORD, "clean-" + i, LocalDate.of(2021, 2, 1).plusDays(random.nextInt(1_500)));
            task.open();
            task.close();
        }
    }

    private static List<Hit> whole(AuditRun run) {
        List<Hit> hits = new ArrayList<>();
        written.forEach(event -> hits.addAll(run.feed(event)));
        hits.addAll(run.passTo(END));
        return hits;
    }

    /** Rule, part and first event, as one line each: readable where they differ. */
    private static List<String> lines(Collection<Hit> hits) {
        return hits.stream()
                .map(hit -> hit.rule().family() + " " + hit.part() + " "
                        + hit.events().getFirst())
                .sorted()
                .toList();
    }

    @Test
    void what_was_planted_is_found_and_nothing_else() {
        Map<String, String> names = new HashMap<>();
        RECORD.acts().forEach(act -> names.put(act.id(), act.stream + " " + act.day));

        List<Hit> hits = whole(new AuditRun());

        assertThat(lines(hits).stream().map(line -> line + " " + names.get(line.substring(line.lastIndexOf(' ') + 1))))
                .containsExactlyInAnyOrderElementsOf(RECORD.expected().stream()
                        .map(each -> each.family() + " " + each.part() + " "
                                + each.act().id() + " " + names.get(each.act().id()))
                        .toList());
    }

    @Test
    void every_rule_has_enough_violations_cases_at_the_limit_and_lawful_exceptions() {
        assertThat(PLANTED.keySet())
                .containsExactlyInAnyOrderElementsOf(PlantedRecord.shipped().stream()
                        .map(RuleVersion::family)
                        .filter(family -> family.startsWith("audit."))
                        .toList());
        PLANTED.forEach((family, counts) -> {
            assertThat(counts[0]).as(family + ": violations").isGreaterThanOrEqualTo(5);
            assertThat(counts[1]).as(family + ": just inside").isGreaterThanOrEqualTo(5);
            assertThat(counts[2]).as(family + ": lawful").isGreaterThanOrEqualTo(2);
        });
        assertThat(written.stream().filter(each -> each.event() instanceof ApprovedTaskRegistered))
                .hasSizeGreaterThan(300);
        assertThat(written.getFirst().recordedAt().plusSeconds(5L * 365 * 86_400))
                .isBefore(written.getLast().recordedAt());
    }

    @Test
    void every_part_of_a_rule_was_planted_five_times_or_more() {
        Map<String, Long> parts = RECORD.expected().stream()
                .collect(Collectors.groupingBy(each -> each.family() + " " + each.part(), Collectors.counting()));

        assertThat(parts)
                .hasSize(AuditHitPart.values().length)
                .allSatisfy((part, count) -> assertThat(count).as(part).isGreaterThanOrEqualTo(5));
    }

    /** Told in portions, with days passing in between, on as many days as one likes. */
    @Test
    void as_it_grows_it_shows_the_same_hits_in_the_same_order_as_the_whole_past_at_once() {
        List<Hit> whole = whole(new AuditRun());
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            AuditRun run = new AuditRun();
            List<Hit> grown = new ArrayList<>();
            LocalDate passed = BEGIN;
            for (Recorded event : written) {
                LocalDate day = event.envelope().decision() == null
                        ? passed
                        : event.envelope().decision().today();
                while (passed.isBefore(day)) {
                    passed = passed.plusDays(1 + random.nextInt(9));
                    if (passed.isAfter(day)) passed = day;
                    if (random.nextBoolean()) grown.addAll(run.passTo(passed));
                }
                grown.addAll(run.feed(event));
            }
            grown.addAll(run.passTo(END));

            assertThat(grown).as("seed " + seed).isEqualTo(whole);
        }
    }

    @Test
    void the_past_up_to_any_day_shows_what_was_shown_up_to_that_day() {
        List<Hit> whole = whole(new AuditRun());
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            int events = random.nextInt(written.size());
            AuditRun run = new AuditRun();
            List<Hit> part = new ArrayList<>();
            written.subList(0, events).forEach(event -> part.addAll(run.feed(event)));

            assertThat(part).isEqualTo(whole.subList(0, part.size()));
        }
    }

    @Test
    void a_hit_names_its_rule_its_events_and_how_far_apart_things_are() {
        Map<String, Long> positions =
                written.stream().collect(Collectors.toMap(event -> event.id().toString(), Recorded::position));

        for (Hit hit : whole(new AuditRun())) {
            assertThat(hit.rule().version()).isEqualTo("kiem-soat-noi-bo");
            assertThat(hit.subject()).contains(":");
            assertThat(hit.events()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(hit.positions())
                    .isEqualTo(hit.events().stream().map(positions::get).toList());
            assertThat(hit.difference().source())
                    .as(hit.toString())
                    .isNotEqualTo(hit.difference().target());
        }
    }
}
