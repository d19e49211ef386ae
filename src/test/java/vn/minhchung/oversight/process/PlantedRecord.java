package vn.minhchung.oversight.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.rules.CalendarEvent.CalendarYearDecided;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.DayOff;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleEvent.RuleVersionPutInForce;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;

/** A record as a store would give it back, written down without any command: what a command would refuse stands in it too. */
final class PlantedRecord {
    static final PersonId CLERK = person("clerk");
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Act> acts = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();

    /** What has to be found: by rule, by part of the rule, and the first event. */
    record Expected(String family, String part, Act act) {}

    /** One event to be recorded. */
    static final class Act {
        final LocalDate day;
        final String stream;
        final DomainEvent event;
        LocalTime at = LocalTime.of(9, 0);
        PersonId person = CLERK;
        AccountId account = new AccountId("account:clerk");
        Role role = Role.OFFICER;
        Set<OrganisationId> hosts = Set.of();

        @Nullable
        String reason = "theo hồ sơ";

        List<LegalBasis> basis = List.of();

        @Nullable
        LocalDate effectiveOn;

        @Nullable
        LocalDate signedOn;

        @Nullable
        String document;

        boolean recorded;

        @Nullable
        String corrects;

        String mutation = "planted";
        int gapBefore;
        int skippedInStream;
        boolean timeStandsStill;

        @Nullable
        Recorded written;

        private Act(LocalDate day, String stream, DomainEvent event) {
            this.day = day;
            this.stream = stream;
            this.event = event;
        }

        Act by(String name, Role asRole) {
            person = PlantedRecord.person(name);
            account = new AccountId("account:" + name);
            role = asRole;
            return this;
        }

        /** The organisations for which the host role is held. */
        Act holding(OrganisationId... organisations) {
            hosts = Set.of(organisations);
            return this;
        }

        Act at(int hour, int minute) {
            at = LocalTime.of(hour, minute);
            return this;
        }

        Act because(@Nullable String why) {
            reason = why;
            return this;
        }

        Act under(LegalBasis... papers) {
            basis = List.of(papers);
            return this;
        }

        Act effective(LocalDate on) {
            effectiveOn = on;
            return this;
        }

        /** Taken on paper. */
        Act signed(LocalDate on, String number) {
            recorded = true;
            signedOn = on;
            document = number;
            return this;
        }

        String id() {
            if (written == null) throw new IllegalStateException("not written yet");
            return written.id().toString();
        }
    }

    Act add(LocalDate day, String stream, DomainEvent event) {
        Act act = new Act(day, stream, event);
        acts.add(act);
        return act;
    }

    void expect(String family, String part, Act act) {
        expected.add(new Expected("audit." + family, part, act));
    }

    List<Expected> expected() {
        return expected;
    }

    List<Act> acts() {
        return acts;
    }

    static PersonId person(String name) {
        return new PersonId("person:" + name);
    }

    /** Sorted by day and hour, numbered, timed: position, number in the stream and time grow unless an act says otherwise. */
    List<Recorded> write() {
        List<Act> ordered = new ArrayList<>(acts);
        ordered.sort(Comparator.comparing((Act act) -> act.day).thenComparing(act -> act.at));
        List<Recorded> written = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        long position = 0;
        Instant time = Instant.EPOCH;
        for (Act act : ordered) {
            position += 1 + act.gapBefore;
            Instant stated = act.day.atTime(act.at).atZone(OFFICE).toInstant();
            if (!act.timeStandsStill) time = stated.isAfter(time) ? stated : time.plusMillis(1);
            long sequence = sequences.getOrDefault(act.stream, -1L) + 1 + act.skippedInStream;
            sequences.put(act.stream, sequence);
            EventType type = act.event.getClass().getAnnotation(EventType.class);
            act.written = new Recorded(
                    position,
                    time,
                    UUID.nameUUIDFromBytes(("planted " + position).getBytes(StandardCharsets.UTF_8)),
                    act.stream,
                    sequence,
                    "Planted",
                    type.name(),
                    type.revision(),
                    act.event,
                    envelope(act, position),
                    new byte[0]);
            written.add(act.written);
        }
        return written;
    }

    private static Envelope envelope(Act act, long position) {
        Actor actor = new Actor(
                act.account,
                act.person,
                Set.of(act.role),
                act.hosts.isEmpty() ? Map.of() : Map.of(act.role, act.hosts),
                Map.of(),
                Map.of());
        Decider decider = new Decider(
                act.recorded ? person("signatory") : act.person,
                act.role,
                null,
                Capacity.SELF,
                null,
                null,
                act.signedOn == null ? act.day : act.signedOn,
                act.document,
                act.recorded ? DecisionMode.RECORDED : DecisionMode.TAKEN,
                null);
        Decision decision = new Decision(
                actor,
                decider,
                act.basis,
                act.reason,
                act.day,
                act.effectiveOn == null ? act.day : act.effectiveOn,
                null,
                null,
                "request-" + position,
                act.mutation,
                "key-" + position,
                "test");
        return new Envelope("1/1", "00", "test", null, decision, List.of(), List.of(), null, act.corrects, Map.of());
    }

    // rules and calendars as shipped, put in force before anything else

    void putEverythingInForce(LocalDate day) {
        for (RuleVersion version : shipped()) putInForce(day, version);
        for (JsonNode tree : files("classpath*:rules/calendar/*.json")) {
            CalendarYear year = calendar(tree);
            add(day, "calendar:" + year.year(), new CalendarYearDecided(year.year(), year));
        }
    }

    Act putInForce(LocalDate day, RuleVersion version) {
        return add(
                day,
                "rule:" + version.family(),
                new RuleVersionPutInForce(version.family(), version.version(), version, "00", null));
    }

    static List<RuleVersion> shipped() {
        List<RuleVersion> versions = new ArrayList<>();
        for (JsonNode tree : files("classpath*:rules/*/*.json")) {
            if (!tree.has("year")) versions.add(version(tree));
        }
        for (JsonNode table : files("classpath*:rules/deadlines.json"))
            table.forEach(row -> versions.add(version(row)));
        versions.sort(Comparator.comparing(RuleVersion::family).thenComparing(RuleVersion::validFrom));
        return versions;
    }

    private static RuleVersion version(JsonNode tree) {
        boolean deadline = tree.has("kind");
        Map<String, String> parameters = new TreeMap<>();
        tree.path("parameters")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asString()));
        if (deadline) {
            parameters.put("count", tree.path("count").asString());
            parameters.put("unit", tree.path("unit").asString());
        }
        return new RuleVersion(
                deadline
                        ? "deadline." + tree.path("kind").asString()
                        : tree.path("family").asString(),
                tree.path("version").asString(),
                Standing.valueOf(tree.path("standing").asString()),
                Confidence.valueOf(tree.path("confidence").asString()),
                source(tree.path("source")),
                LocalDate.parse(tree.path("validFrom").asString()),
                tree.has("validTo") ? LocalDate.parse(tree.path("validTo").asString()) : null,
                TriggerKind.valueOf(tree.path("trigger").asString()),
                deadline
                        ? "due"
                        : tree.has("evaluation") ? tree.path("evaluation").asString() : null,
                parameters,
                List.of());
    }

    private static CalendarYear calendar(JsonNode tree) {
        List<DayOff> off = new ArrayList<>();
        tree.path("daysOff")
                .forEach(day ->
                        off.add(new DayOff(LocalDate.parse(day.path("date").asString()), "nghỉ", "off")));
        List<LocalDate> worked = new ArrayList<>();
        tree.path("workedWeekends").forEach(day -> worked.add(LocalDate.parse(day.asString())));
        return new CalendarYear(tree.path("year").asInt(), Confidence.LIKELY, source(tree.path("source")), off, worked);
    }

    private static LegalSource source(JsonNode tree) {
        return new LegalSource(
                tree.path("number").asString(),
                tree.path("article").asString(),
                tree.path("title").asString(),
                tree.path("vi").asString(),
                tree.path("en").asString());
    }

    private static List<JsonNode> files(String pattern) {
        List<JsonNode> trees = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (InputStream in = file.getInputStream()) {
                    trees.add(JSON.readTree(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trees;
    }
}
