package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** The result under another rule version: said to be hypothetical, right, and written nowhere. */
class WhatIfTest {
    private static final String ANSWER = """
            hypothetical sentence(lang: VI) english: sentence(lang: EN) version { stableId } task { stableId }
            parameters { name value supposed }
            hits(first: 100) { totalCount nodes { effect part severity source target supposedTarget unit
              subject { id } events { position } rule { family } onRecord { stableId } } }
            dueDays(first: 100) { totalCount nodes { dueOn overdueDays
              waiting { step dueOn overdueDays rule { stableId family } project { stableId } } } }""";

    private final RunningSystem system = ToldStory.once().system();
    private final Client inspector = system.as(Cast.INSPECTOR.login());

    @Test
    void steps_that_wait_would_be_due_by_the_days_of_the_supposed_version() {
        JsonNode step = waitingByDays();
        String rule = step.at("/rule/stableId").asString();
        long days = parameter(rule, "count");
        JsonNode supposed = whatIf(rule, Map.of("count", Long.toString(days + 10)), "");

        JsonNode dueDays = supposed.at("/dueDays/nodes");
        assertThat(dueDays).isNotEmpty();
        for (JsonNode each : dueDays) {
            assertThat(each.at("/waiting/rule/family")).isEqualTo(step.at("/rule/family"));
            if (!each.at("/waiting/rule/stableId").asString().equals(rule)) continue;
            LocalDate was = LocalDate.parse(each.at("/waiting/dueOn").asString());
            assertThat(each.get("dueOn").asString()).isEqualTo(was.plusDays(10).toString());
            assertThat(each.get("overdueDays").asInt())
                    .isEqualTo(Math.max(0, each.at("/waiting/overdueDays").asInt() - 10));
        }
        assertThat(supposed.get("sentence").asString())
                .startsWith("Giả định, không ghi gì")
                .contains(dueDays.size() + " bước đang chờ có hạn khác");
        assertThat(supposed.get("english").asString()).startsWith("Hypothetical, nothing is written");
        // what is on record is as it was
        assertThat(waitingByDays()).isEqualTo(step);
    }

    @Test
    void estimates_are_judged_by_the_norms_of_the_supposed_version() {
        String norm = versionOf("labour.pi-ceiling");
        JsonNode unchanged = whatIf(norm, Map.of(), "");
        JsonNode supposed = whatIf(norm, Map.of("maxVnd", "1"), "");

        List<JsonNode> gained = new ArrayList<>();
        for (JsonNode hit : supposed.at("/hits/nodes")) {
            if (!hit.get("effect").asString().equals("GAINED")) continue;
            gained.add(hit);
            assertThat(hit.get("part").asString()).isEqualTo("NORM_LABOUR_RATE");
            assertThat(hit.get("target").isNull()).isTrue();
            assertThat(hit.get("supposedTarget").asString()).isEqualTo("1");
            assertThat(hit.get("source").asLong()).isGreaterThan(1);
            assertThat(hit.get("onRecord").isNull()).as("nobody found it").isTrue();
            assertThat(hit.at("/events/0/position").asLong()).isPositive();
        }
        assertThat(gained).isNotEmpty();
        assertThat(gained.size()).isGreaterThan(unchanged.at("/hits/totalCount").asInt());
        JsonNode parameter = supposed.at("/parameters")
                .valueStream()
                .filter(each -> each.get("name").asString().equals("maxVnd"))
                .findFirst()
                .orElseThrow();
        assertThat(parameter.get("supposed").asString()).isEqualTo("1");
        assertThat(parameter.get("value").asString()).isNotEqualTo("1");

        String task = gained.getFirst().at("/subject/id").asString();
        JsonNode ofTask = whatIf(norm, Map.of("maxVnd", "1"), ", task: \"%s\"".formatted(task));
        assertThat(ofTask.at("/task/stableId").asString()).isEqualTo(task);
        assertThat(ofTask.at("/hits/nodes")).isNotEmpty();
        for (JsonNode hit : ofTask.at("/hits/nodes"))
            assertThat(hit.at("/subject/id").asString()).isEqualTo(task);
    }

    @Test
    void under_the_version_that_held_all_along_nothing_is_otherwise() {
        JsonNode same = whatIf(versionOf("audit.credential-reset"), Map.of(), "");
        assertThat(same.at("/hits/totalCount").asInt()).isZero();
        assertThat(same.at("/dueDays/totalCount").asInt()).isZero();
        assertThat(same.get("hypothetical").asBoolean()).isTrue();
    }

    /** The hit of the told story, taken away by an audit rule that looks at no hour. */
    @Test
    void hits_that_would_no_longer_be_found_are_named_with_the_one_on_record() {
        String rule = versionOf("audit.credential-reset");
        JsonNode lost = whatIf(rule, Map.of("resetHours", "0"), "").at("/hits/nodes");
        Set<String> onRecord = new HashSet<>();
        for (JsonNode hit : lost) {
            assertThat(hit.get("effect").asString()).isEqualTo("LOST");
            assertThat(hit.get("supposedTarget").isNull()).isTrue();
            onRecord.add(hit.at("/onRecord/stableId").asString(""));
        }
        assertThat(onRecord).contains(OversightScene.hit(system));
    }

    @Test
    void nothing_is_written() throws SQLException {
        long head = system.views().position();
        Map<String, Long> before = rows();
        whatIf(versionOf("labour.pi-ceiling"), Map.of("maxVnd", "1"), "");
        whatIf(waitingByDays().at("/rule/stableId").asString(), Map.of("count", "1"), "");
        whatIf(versionOf("audit.deadlines"), Map.of("graceDays", "0"), "");
        assertThat(system.views().position()).isEqualTo(head);
        assertThat(rows()).isEqualTo(before);
    }

    /** Every table with its rows; what only notes that the system is alive, and that an inspector asked, is left out. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = system.database().app().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                      and has_schema_privilege(schemaname, 'usage')
                      and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') order by 1""")) {
                while (row.next()) tables.add(row.getString(1));
            }
            tables.remove("event_store.reading");
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(40);
        return rows;
    }

    @Test
    void it_is_asked_of_a_past_moment_too() {
        String norm = versionOf("labour.pi-ceiling");
        String question =
                "whatIf(version: \"%s\", parameters: [{name: \"maxVnd\", value: \"1\"}]) { hits(first: 1) { totalCount } }"
                        .formatted(norm);
        int now = inspector
                .data("{ %s }".formatted(question))
                .at("/whatIf/hits/totalCount")
                .asInt();
        List<ToldStory.Stored> moments = ToldStory.once().stored();
        long early = moments.get(moments.size() / 2).position();
        JsonNode then = inspector.data("{ asOf(position: \"%d\") { %s } }".formatted(early, question));
        assertThat(then.at("/asOf/whatIf/hits/totalCount").asInt()).isLessThanOrEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four-eyes.withdrawal.first-second | ai đã thực hiện
            council.quorum | hội đồng
            adjustment.deciders | khi ra quyết định""")
    void a_family_nothing_recorded_can_be_judged_by_is_refused_with_the_reason(String family, String why) {
        JsonNode refused = inspector.ask("{ whatIf(version: \"%s\") { sentence } }".formatted(versionOf(family)));
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("RULE_NOT_REPLAYABLE");
        assertThat(refused.at("/errors/0/message").asString()).contains(family, why);
    }

    @Test
    void parameters_the_version_does_not_have_and_words_for_numbers_are_refused() {
        String norm = versionOf("labour.pi-ceiling");
        refused(norm, "mostVnd", "1", "name", "mostVnd", "không có tham số `mostVnd`");
        for (String none : List.of("nhiều", "1e9", "12345678901234567890123"))
            refused(
                    norm,
                    "maxVnd",
                    none,
                    "value",
                    none,
                    "cần số nguyên không âm, nhiều nhất 15 chữ số, không phải `" + none + "`");
        refused(versionOf("audit.four-eyes"), "grantHours", "-1", "value", "-1", "không phải `-1`");
        assertThat(inspector
                        .data("{ whatIf(version: \"rule-version:labour.pi-ceiling/never\") { sentence } }")
                        .get("whatIf")
                        .isNull())
                .isTrue();
        assertThat(system.as(Cast.HOST_HEAD.login())
                        .data("{ whatIf(version: \"%s\") { sentence } }".formatted(norm))
                        .get("whatIf")
                        .isNull())
                .isTrue();
    }

    private void refused(String version, String parameter, String value, String field, String fact, String told) {
        JsonNode error = inspector
                .ask("{ whatIf(version: \"%s\"%s) { sentence } }".formatted(version, given(Map.of(parameter, value))))
                .at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).as(value).isEqualTo("INVALID_INPUT");
        assertThat(error.at("/extensions/field").valueStream().map(JsonNode::asString))
                .containsExactly("parameters", "[0]", field);
        assertThat(error.at("/extensions/facts/value").asString()).isEqualTo(fact);
        assertThat(error.get("message").asString()).contains("parameters.[0]." + field, told);
    }

    private JsonNode whatIf(String version, Map<String, String> parameters, String more) {
        JsonNode answer = inspector
                .data("{ whatIf(version: \"%s\"%s%s) { %s } }".formatted(version, given(parameters), more, ANSWER))
                .get("whatIf");
        assertThat(answer.get("hypothetical").asBoolean()).isTrue();
        assertThat(answer.at("/version/stableId").asString()).isEqualTo(version);
        return answer;
    }

    private static String given(Map<String, String> parameters) {
        if (parameters.isEmpty()) return "";
        List<String> each = new ArrayList<>();
        parameters.forEach((name, value) -> each.add("{name: \"%s\", value: \"%s\"}".formatted(name, value)));
        return ", parameters: [%s]".formatted(String.join(", ", each));
    }

    /** A version of the family that is in force on record. */
    private String versionOf(String family) {
        return inspector
                .data("{ ruleVersions(family: \"%s\", first: 100) { nodes { stableId state } } }".formatted(family))
                .at("/ruleVersions/nodes")
                .valueStream()
                .filter(version -> version.get("state").asString().equals("IN_FORCE"))
                .findFirst()
                .orElseThrow()
                .get("stableId")
                .asString();
    }

    private long parameter(String version, String name) {
        return inspector
                .data("{ node(id: \"%s\") { ... on RuleVersion { parameters { name value } } } }".formatted(version))
                .at("/node/parameters")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asLong();
    }

    /** A step of some task whose day is counted in calendar days. */
    private JsonNode waitingByDays() {
        for (JsonNode task : inspector
                .data(
                        "{ projects(first: 100) { nodes { waitingFor { step calendar dueOn rule { stableId family } } } } }")
                .at("/projects/nodes"))
            for (JsonNode step : task.get("waitingFor"))
                if (step.get("calendar").asString("").equals("DAYS")
                        && step.at("/rule/family").asString("").startsWith("deadline.")) return step;
        throw new AssertionError("no step waits by days");
    }
}
