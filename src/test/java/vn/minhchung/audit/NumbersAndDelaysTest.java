package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** Numbers of documents and days of delay, read back from what was recorded over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersAndDelaysTest {
    private static final String SERIES = "numberSeries(issuer: \"ubnd\", kind: \"QĐ\", year: 1999%s)";

    private final RunningSystem system = RunningSystem.start();
    private final Client admin = system.as("admin");
    private final Client inspector = system.as("inspector");
    private final LocalDate today = system.clock().today();
    private long early;

    /** Days late by the id of the event, as it was typed. */
    private final Map<String, Long> late = new TreeMap<>();

    @BeforeAll
    void told() {
        system.bean(Bootstrap.class).administrator("Quản trị", "admin", new Secret(RunningSystem.PASSWORD));
        String person = register("Lý Minh Tra", Map.of()).at("/person/stableId").asString();
        String account = "account:00000000-0000-0000-0000-000000000001";
        admin.data(
                "mutation { createAccount(input: {idempotencyKey: \"a\", account: \"%s\", person: \"%s\", login: \"inspector\", password: \"%s\"}) { errors { code } } }"
                        .formatted(account, person, RunningSystem.PASSWORD));
        admin.data(
                "mutation { grantRole(input: {idempotencyKey: \"g\", account: \"%s\", role: INSPECTOR}) { errors { code } } }"
                        .formatted(account));
        named("1/QĐ-UBND", "1999-01-06", "UBND tỉnh Hưng Yên");
        early = named("02/QĐ-UBND", "1999-01-08", "UBND tỉnh Hưng Yên");
        named("4/QĐ-UBND", "1999-03-03", "UBND tỉnh Hưng Yên");
        named("4/QĐ-UBND", "1999-03-03", "UBND tỉnh Hưng Yên");
        named("5/QĐ-UBND", "1999-02-14", "UBND tỉnh Hưng Yên");
        named("12/QĐ-UBND", "1999-04-01", "UBND tỉnh Thái Bình");
        named("12a/QĐ-UBND", "1999-04-02", "UBND tỉnh Hưng Yên");
        named("12/QĐ-UBND", "1999-04-09", "UBND tỉnh Hưng Yên");
        named("88/SKHCN-QLKH", "1999-05-05", "Sở KH&CN");
        Random random = new Random(20);
        for (int i = 0; i < 12; i++) delayed(random.nextInt(40), random.nextInt(40));
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_series_shows_used_missing_doubled_inserted_and_disordered_numbers() {
        JsonNode series = inspector.data("""
                        { %s { issuer kind year known highest missing
                          documents(first: 100) { totalCount edges { node { number serial inserted date issuers findings
                            lowerNumberDatedLater { number }
                            mentions { totalCount edges { node { place issuer date recordedOn event { name } subject { id } } } } } } }
                          gaps { edges { node { from to count } } } } }""".formatted(SERIES.formatted(""))).get("numberSeries");

        assertThat(List.of(text(series, "issuer"), text(series, "kind"), text(series, "known")))
                .containsExactly("UBND", "QĐ", "7");
        assertThat(nodes(series.get("documents")))
                .extracting(
                        each -> text(each, "number"),
                        each -> text(each, "date"),
                        each -> each.get("findings").toString(),
                        each -> each.at("/lowerNumberDatedLater/number").asString(""))
                .containsExactly(
                        tuple("1/QĐ-UBND", "1999-01-06", "[]", ""),
                        tuple("02/QĐ-UBND", "1999-01-08", "[]", ""),
                        tuple("4/QĐ-UBND", "1999-03-03", "[]", ""),
                        tuple("5/QĐ-UBND", "1999-02-14", "[\"OUT_OF_ORDER\"]", "4/QĐ-UBND"),
                        tuple("12/QĐ-UBND", "1999-04-01", "[\"DUPLICATE\"]", ""),
                        tuple("12/QĐ-UBND", "1999-04-09", "[\"DUPLICATE\"]", ""),
                        tuple("12a/QĐ-UBND", "1999-04-02", "[\"INSERTED\",\"OUT_OF_ORDER\"]", "12/QĐ-UBND"));
        assertThat(nodes(series.get("gaps")))
                .extracting(
                        gap -> gap.get("from").asInt(),
                        gap -> gap.get("to").asInt(),
                        gap -> gap.get("count").asInt())
                .containsExactly(tuple(3, 3, 1), tuple(6, 11, 6));
        assertThat(series.get("missing").asInt()).isEqualTo(7);
        JsonNode fourth = nodes(series.get("documents")).get(2);
        assertThat(fourth.at("/mentions/totalCount").asInt()).isEqualTo(2);
        JsonNode mention = fourth.at("/mentions/edges/0/node");
        assertThat(text(mention, "place")).isEqualTo("basis");
        assertThat(text(mention, "recordedOn")).isEqualTo(today.toString());
        assertThat(mention.at("/event/name").asString()).isEqualTo("people.PersonRegistered");
    }

    @Test
    void of_two_bodies_with_one_abbreviation_one_is_asked_about() {
        JsonNode ofOne = inspector
                .data("{ %s { documents(only: [DUPLICATE]) { totalCount } known } }"
                        .formatted(SERIES.formatted(", issuedBy: \"UBND tỉnh Hưng Yên\"")))
                .get("numberSeries");

        assertThat(ofOne.at("/documents/totalCount").asInt()).isZero();
        assertThat(ofOne.get("known").asInt()).isEqualTo(6);
    }

    @Test
    void as_of_an_earlier_moment_the_series_ends_where_it_ended_then() {
        JsonNode then = inspector
                .data("{ asOf(position: \"%d\") { %s { known highest } numberSeriesKnown { totalCount } } }"
                        .formatted(early, SERIES.formatted("")))
                .get("asOf");

        assertThat(then.at("/numberSeries/known").asInt()).isEqualTo(2);
        assertThat(then.at("/numberSeries/highest").asInt()).isEqualTo(2);
        assertThat(then.at("/numberSeriesKnown/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void letters_are_a_series_without_a_kind_and_every_series_is_listed() {
        JsonNode known = inspector
                .data("{ numberSeriesKnown(year: 1999) { totalCount edges { node { issuer kind year known } } } }")
                .get("numberSeriesKnown");

        assertThat(nodes(known))
                .extracting(each -> text(each, "issuer"), each -> text(each, "kind"))
                .containsExactly(tuple("SKHCN", ""), tuple("UBND", "QĐ"));
        assertThat(inspector
                        .data("{ numberSeries(issuer: \"KHÔNG\", year: 1999) { known } }")
                        .get("numberSeries")
                        .isNull())
                .isTrue();
    }

    @Test
    void who_does_not_see_every_event_is_shown_no_series() {
        JsonNode answer = admin.ask("{ %s { known } }".formatted(SERIES.formatted("")));

        assertThat(answer.at("/data/numberSeries").isNull()).isTrue();
        assertThat(answer.at("/extensions/withheld/0/reason").asString()).isEqualTo("STAFF");
    }

    @Test
    void facts_recorded_late_are_listed_with_the_days_of_delay() {
        for (int days : new int[] {0, 1, 7, 20, 39, 40}) {
            Map<String, Long> expected = new TreeMap<>(late);
            expected.values().removeIf(delay -> delay <= days);
            Map<String, Long> found = new TreeMap<>();
            String cursor = "";
            JsonNode page;
            do {
                page = inspector.data("""
                                { lateFacts(moreThanDays: %d, first: 5%s) { totalCount pageInfo { hasNextPage endCursor }
                                  edges { node { delayDays effectiveOn documentDate recordedOn event { stableId } } } } }""".formatted(days, cursor)).get("lateFacts");
                nodes(page).forEach(fact -> {
                    found.put(
                            fact.at("/event/stableId").asString(),
                            fact.get("delayDays").asLong());
                    assertThat(text(fact, "recordedOn")).isEqualTo(today.toString());
                });
                assertThat(page.get("totalCount").asInt()).isEqualTo(expected.size());
                cursor = ", after: \"%s\""
                        .formatted(page.at("/pageInfo/endCursor").asString(""));
            } while (page.at("/pageInfo/hasNextPage").asBoolean());
            assertThat(found).as("more than %d days", days).isEqualTo(expected);
        }
        assertThat(late).hasSizeGreaterThan(5);
    }

    @Test
    void late_facts_are_asked_for_by_object_and_by_day() {
        String subject = inspector
                .data("{ lateFacts(moreThanDays: 5, first: 1) { edges { node { event { subjects { id } } } } } }")
                .at("/lateFacts/edges/0/node/event/subjects/0/id")
                .asString();
        String document = "{ lateFacts(moreThanDays: 5, filter: {%s}) { totalCount } }";

        assertThat(count(document.formatted("subject: \"" + subject + "\""))).isEqualTo(1);
        assertThat(count(document.formatted("happenedThrough: \"%s\"".formatted(today.minusDays(6)))))
                .isEqualTo(late.values().stream().filter(days -> days > 5).count());
        assertThat(count(document.formatted("happenedFrom: \"%s\"".formatted(today.minusDays(5)))))
                .isZero();
        assertThat(count(document.formatted("recordedFrom: \"%s\"".formatted(today.plusDays(1)))))
                .isZero();
        assertThat(count(document.formatted("recordedThrough: \"%s\"".formatted(today.minusDays(1)))))
                .isZero();
    }

    private long count(String document) {
        return inspector.data(document).at("/lateFacts/totalCount").asLong();
    }

    @Test
    void nothing_is_late_by_less_than_no_day() {
        JsonNode answer = inspector.ask("{ lateFacts(moreThanDays: -1) { totalCount } }");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).isEqualTo("Trường moreThanDays không được là số âm: -1.");
    }

    /** Nobody but staff sees the events of others, late or not. */
    @Test
    void an_administrator_counts_only_the_late_facts_he_may_see() {
        long all = late.values().stream().filter(days -> days > 0).count();
        assertThat(admin.data("{ lateFacts(moreThanDays: 0) { totalCount } }")
                        .at("/lateFacts/totalCount")
                        .asLong())
                .as("he recorded them all himself")
                .isEqualTo(all);
        assertThat(system.anonymous()
                        .ask("{ lateFacts(moreThanDays: 0) { totalCount } }")
                        .at("/data/lateFacts")
                        .isNull())
                .isTrue();
    }

    private long named(String number, String date, String issuer) {
        Map<String, Object> basis = new HashMap<>(
                Map.of("kind", "DECISION", "number", number, "date", date, "issuer", issuer, "seen", "SCAN_COMPARED"));
        return register("Người Theo Văn Bản", Map.of("basis", List.of(basis)))
                .get("position")
                .asLong();
    }

    private void delayed(int effective, int document) {
        JsonNode written = register(
                "Người Ghi Muộn",
                Map.of(
                        "effectiveOn", today.minusDays(effective).toString(),
                        "documentDate", today.minusDays(document).toString()));
        LocalDate earlier = today.minusDays(Math.max(effective, document));
        long days = ChronoUnit.DAYS.between(earlier, today);
        if (days > 0) late.put(written.at("/events/0/stableId").asString(), days);
    }

    private final List<String> keys = new ArrayList<>();

    private JsonNode register(String name, Map<String, Object> decision) {
        String key = "person-" + keys.size();
        keys.add(key);
        Map<String, Object> whole = new HashMap<>(decision);
        whole.put("reason", "hồ sơ nhân sự");
        JsonNode written = admin.data("""
                        mutation ($key: String!, $name: String!, $decision: DecisionInput) {
                          registerPerson(input: {idempotencyKey: $key, name: $name, decision: $decision}) {
                            position person { stableId } events { stableId } errors { code field facts } } }""", Map.of("key", key, "name", name, "decision", whole))
                .get("registerPerson");
        assertThat(written.get("errors")).isEmpty();
        return written;
    }

    private static List<JsonNode> nodes(JsonNode connection) {
        List<JsonNode> nodes = new ArrayList<>();
        connection.get("edges").forEach(edge -> nodes.add(edge.get("node")));
        return nodes;
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).isNull() ? "" : object.get(field).asString();
    }
}
