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
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.SupposedRules;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
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

    /** Supposing a version finds what the same record shows that had this version's parameters from the start. */
    @Test
    void what_would_be_under_another_version_is_what_a_record_with_that_version_shows() {
        JudgedSupposing supposing = new JudgedSupposing(new Written(written));
        long head = written.getLast().position();
        List<Hit> whole = knowing(written);
        Map<String, RuleVersion> newest = new TreeMap<>();
        for (RuleVersion version : PlantedRecord.shipped())
            if (supposing.judges(version.family())) newest.put(version.family(), version);
        List<String> different = new ArrayList<>();
        newest.forEach((family, version) -> {
            RuleVersion supposed = version.supposing(halved(version));

            SupposedRules.Outcome outcome = supposing.judge(supposed, head, END);

            assertThat(outcome.recorded()).isEqualTo(whole);
            assertThat(outcome.supposed().stream().map(PlantedSetTest::line))
                    .as(family)
                    .containsExactlyElementsOf(knowing(rewritten(supposed)).stream()
                            .map(PlantedSetTest::line)
                            .toList());
            if (!outcome.supposed().equals(whole)) different.add(family);
        });
        assertThat(newest).hasSizeGreaterThan(35);
        assertThat(different)
                .as("families of which another version makes a difference")
                .contains("labour.pi-ceiling", "norms.survey", "advance.first", "deadline.adjustment-answer")
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_version_supposed_in_place_of_itself_changes_nothing() {
        JudgedSupposing supposing = new JudgedSupposing(new Written(written));
        RuleVersion only = PlantedRecord.shipped().stream()
                .filter(version -> version.family().equals("audit.deadlines"))
                .findFirst()
                .orElseThrow();

        SupposedRules.Outcome outcome = supposing.judge(only, written.getLast().position(), END);

        assertThat(outcome.supposed()).isEqualTo(outcome.recorded()).isNotEmpty();
    }

    @Test
    void a_record_up_to_a_position_is_judged_by_what_was_known_there() {
        int events = written.size() / 2;
        List<Recorded> first = written.subList(0, events);
        RuleVersion labour = PlantedRecord.shipped().stream()
                .filter(version -> version.family().equals("labour.pi-ceiling"))
                .findFirst()
                .orElseThrow();

        SupposedRules.Outcome outcome = new JudgedSupposing(new Written(written))
                .judge(labour, first.getLast().position(), dayOf(first.getLast()));

        List<Hit> expected = new ArrayList<>();
        AuditRun run = new AuditRun();
        first.forEach(run::know);
        first.forEach(event -> expected.addAll(run.feed(event)));
        expected.addAll(run.passTo(dayOf(first.getLast())));
        assertThat(outcome.recorded()).isEqualTo(expected);
    }

    private static LocalDate dayOf(Recorded event) {
        var decision = event.envelope().decision();
        return decision == null ? BEGIN : decision.today();
    }

    private static List<Hit> knowing(List<Recorded> record) {
        AuditRun run = new AuditRun();
        record.forEach(run::know);
        List<Hit> hits = new ArrayList<>();
        record.forEach(event -> hits.addAll(run.feed(event)));
        hits.addAll(run.passTo(END));
        return hits;
    }

    /** All of it but which version of its rule an audit rule cites. */
    private static String line(Hit hit) {
        return "%s %s %s %s %s %s"
                .formatted(hit.id(), hit.part(), hit.severity(), hit.difference(), hit.on(), hit.events());
    }

    /** Every number half of what it was; a day is a day at least. */
    private static Map<String, String> halved(RuleVersion version) {
        Map<String, String> values = new HashMap<>();
        version.parameters().forEach((name, value) -> {
            if (value.matches("[0-9]+")) values.put(name, Long.toString(Math.max(1, Long.parseLong(value) / 2)));
        });
        return values;
    }

    /** The same record, written when all versions of the family already computed as the supposed one does. */
    private static List<Recorded> rewritten(RuleVersion supposed) {
        return written.stream()
                .map(recorded -> recorded.event() instanceof RuleVersionPutInForce inForce
                                && inForce.family().equals(supposed.family())
                        ? with(recorded, inForce, supposed)
                        : recorded)
                .toList();
    }

    private static Recorded with(Recorded recorded, RuleVersionPutInForce inForce, RuleVersion supposed) {
        RuleVersion was = inForce.content();
        RuleVersion content = new RuleVersion(
                was.family(),
                was.version(),
                was.standing(),
                was.confidence(),
                was.source(),
                was.validFrom(),
                was.validTo(),
                was.trigger(),
                supposed.evaluation(),
                supposed.parameters(),
                was.examples());
        return new Recorded(
                recorded.position(),
                recorded.recordedAt(),
                recorded.id(),
                recorded.stream(),
                recorded.sequence(),
                recorded.type(),
                recorded.name(),
                recorded.revision(),
                new RuleVersionPutInForce(
                        inForce.family(), inForce.version(), content, inForce.sha256(), inForce.overrides()),
                recorded.envelope(),
                recorded.payload());
    }

    /** A record that is only read. */
    private record Written(List<Recorded> events) implements RecordedEvents {
        @Override
        public List<Recorded> read(long after, int max) {
            return events.stream()
                    .filter(event -> event.position() > after)
                    .limit(max)
                    .toList();
        }

        @Override
        public long head() {
            return events.getLast().position();
        }

        @Override
        public void onAppend(Runnable listener) {
            throw new UnsupportedOperationException("nothing is appended");
        }
    }
}
