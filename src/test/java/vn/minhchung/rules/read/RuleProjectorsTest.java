package vn.minhchung.rules.read;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.rules.RuleViews.CALENDARS;
import static vn.minhchung.rules.RuleViews.FAMILIES;
import static vn.minhchung.rules.RuleViews.GAPS;
import static vn.minhchung.rules.RuleViews.VERSIONS;
import static vn.minhchung.rules.RulesExamples.FAMILY;
import static vn.minhchung.rules.RulesExamples.LIKELY;
import static vn.minhchung.rules.RulesExamples.SURE;
import static vn.minhchung.rules.RulesExamples.YEAR_2025;
import static vn.minhchung.rules.RulesExamples.putInForce;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.RuleEvent.RuleSwitched;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleFamilyView;
import vn.minhchung.rules.RuleGapView;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleState;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.SwitchMode;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** Events in, rows out. */
class RuleProjectorsTest {
    private static final String SURE_ID = "rule-version:advance.first/ttlt-27-2015";

    private final Memory views = new Memory();
    private long position;

    @Test
    void a_version_is_recorded_comes_into_force_ends_and_is_withdrawn() {
        RuleProjector projector = new RuleProjector();

        feed(projector, new RuleVersionRecorded(FAMILY, SURE, RuleHash.of(SURE), null, List.of()));
        assertThat(sure().state()).isEqualTo(RuleState.RECORDED);
        feed(projector, putInForce(SURE));
        assertThat(sure().state()).isEqualTo(RuleState.IN_FORCE);
        assertThat(sure().sha256()).isEqualTo(RuleHash.of(SURE));
        feed(projector, new RuleVersionEnded(FAMILY, SURE.version(), LocalDate.of(2025, 1, 31)));
        assertThat(sure().validTo()).isEqualTo(LocalDate.of(2025, 1, 31));
        feed(projector, new RuleVersionWithdrawn(FAMILY, SURE.version()));
        assertThat(sure().state()).isEqualTo(RuleState.WITHDRAWN);
    }

    @Test
    void a_family_lists_its_versions_once_and_shows_the_switch_with_its_reason() {
        RuleProjector projector = new RuleProjector();
        feed(projector, new RuleVersionRecorded(FAMILY, SURE, RuleHash.of(SURE), null, List.of()));
        feed(projector, putInForce(SURE));
        feed(projector, putInForce(LIKELY));
        feed(projector, new RuleSwitched(FAMILY, SwitchMode.WARN, SwitchMode.REFUSE));

        RuleFamilyView family = Objects.requireNonNull(views.get(FAMILIES, "rule:advance.first"));
        assertThat(family.versionIds()).hasSize(2);
        assertThat(family.control())
                .isEqualTo(new RuleFamilyView.Control(SwitchMode.WARN, "vì đã đủ điều kiện", Decisions.TODAY));
    }

    @Test
    void a_calendar_keeps_the_decided_list_while_another_waits() {
        CalendarProjector projector = new CalendarProjector();
        feed(projector, new CalendarYearDecided(2025, YEAR_2025));
        feed(projector, new CalendarYearRecorded(2025, YEAR_2025, List.of()));

        var calendar = Objects.requireNonNull(views.get(CALENDARS, "calendar:2025"));
        assertThat(calendar.decided()).isEqualTo(YEAR_2025);
        assertThat(calendar.recorded()).isEqualTo(YEAR_2025);
        feed(projector, new CalendarYearDecided(2025, YEAR_2025));
        assertThat(Objects.requireNonNull(views.get(CALENDARS, "calendar:2025")).recorded())
                .isNull();
    }

    @Test
    void a_decision_without_its_rule_is_queued_once_and_leaves_when_the_rule_comes() {
        RuleGapProjector projector = new RuleGapProjector();
        DomainEvent some = new RuleSwitched("other", SwitchMode.OFF, SwitchMode.REFUSE);
        String warning = "RULE_MISSING advance.first:2024-06-01";
        String gap = "rule-gap:advance.first/2024-06-01";

        feed(projector, some, "1/2", warning);
        assertThat(views.get(GAPS, gap)).as("counted at the last part").isNull();
        feed(projector, some, "2/2", warning);
        feed(projector, some, "1/1", warning, "FOUR_EYES four-eyes.rules:v1");
        RuleGapView open = Objects.requireNonNull(views.get(GAPS, gap));
        assertThat(open.decisions()).isEqualTo(2);
        assertThat(open.eventIds()).hasSize(2);

        feed(projector, putInForce(LIKELY));
        assertThat(views.get(GAPS, gap)).as("a neighbour covers nothing").isNotNull();
        feed(projector, putInForce(SURE));
        assertThat(views.get(GAPS, gap)).isNull();
    }

    @Test
    void a_missing_calendar_leaves_the_queue_when_the_year_is_decided() {
        RuleGapProjector projector = new RuleGapProjector();
        feed(
                projector,
                new RuleSwitched("other", SwitchMode.OFF, SwitchMode.REFUSE),
                "1/1",
                "RULE_MISSING calendar:2025");
        assertThat(views.get(GAPS, "rule-gap:calendar/2025")).isNotNull();

        feed(projector, new CalendarYearDecided(2025, YEAR_2025));
        assertThat(views.get(GAPS, "rule-gap:calendar/2025")).isNull();
    }

    @Test
    void a_version_that_came_into_force_without_itself_leaves_no_gap() {
        RuleGapProjector projector = new RuleGapProjector();
        feed(projector, putInForce(SURE), "1/1", "RULE_MISSING advance.first:2024-06-01");

        assertThat(views.get(GAPS, "rule-gap:advance.first/2024-06-01")).isNull();
    }

    @Test
    void a_gap_remembers_the_newest_events_only() {
        RuleGapProjector projector = new RuleGapProjector();
        for (int i = 0; i < RuleGapView.SHOWN + 5; i++) {
            feed(
                    projector,
                    new RuleSwitched("other", SwitchMode.OFF, SwitchMode.REFUSE),
                    "1/1",
                    "RULE_MISSING a.b:2024-06-01");
        }

        RuleGapView open = Objects.requireNonNull(views.get(GAPS, "rule-gap:a.b/2024-06-01"));
        assertThat(open.decisions()).isEqualTo(RuleGapView.SHOWN + 5);
        assertThat(open.eventIds()).hasSize(RuleGapView.SHOWN);
    }

    private RuleVersionView sure() {
        return Objects.requireNonNull(views.get(VERSIONS, SURE_ID));
    }

    private void feed(Projector projector, DomainEvent event) {
        feed(projector, event, "1/1");
    }

    private void feed(Projector projector, DomainEvent event, String part, String... warnings) {
        position++;
        Envelope envelope = new Envelope(
                part,
                "00",
                "test",
                null,
                Decisions.taken(Role.DIRECTOR),
                List.of(),
                List.of(warnings),
                null,
                null,
                Map.of());
        projector.project(
                new Recorded(
                        position,
                        Instant.EPOCH.plusSeconds(position),
                        new UUID(0, position),
                        "stream",
                        position,
                        "Type",
                        "name",
                        1,
                        event,
                        envelope,
                        "{}".getBytes(StandardCharsets.UTF_8)),
                views);
    }

    /** The newest version of each object. */
    private static final class Memory implements ViewWriter {
        private final Map<String, Record> rows = new HashMap<>();

        @Override
        public <V extends Record> @Nullable V get(ViewTable<V> table, String id) {
            return table.type().cast(rows.get(table.name() + id));
        }

        @Override
        public <V extends Record> void put(ViewTable<V> table, String id, V version) {
            rows.put(table.name() + id, version);
        }

        @Override
        public <V extends Record> void end(ViewTable<V> table, String id) {
            rows.remove(table.name() + id);
        }

        @Override
        public void insert(RowTable table, @Nullable Object... values) {
            throw new UnsupportedOperationException(table.name());
        }
    }
}
