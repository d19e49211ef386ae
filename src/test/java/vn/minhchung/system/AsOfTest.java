package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.projects.ProjectViews;
import vn.minhchung.testing.RunningSystem.Client;
import vn.minhchung.testing.TestPostgres;

/** What was answered at a moment is what {@code asOf} answers about it later: every field, every type. */
class AsOfTest {
    /** Types no question about a moment is answered with. */
    static final Set<String> ELSEWHERE = Set.of(
            // a subscription's message
            "EventTick",
            // what a mutation answers beside its object
            "ImportLine",
            "ImportProblem",
            "ImportReport",
            "UserError",
            // kept outside the stream, so that a position says nothing about them
            "ExplainedFact",
            "RefusalExplanation",
            "RefusedAttempt",
            "RefusedAttemptConnection",
            "RefusedAttemptEdge",
            "OwnReading",
            "OwnReadingConnection",
            "OwnReadingEdge",
            "Reading",
            "ReadingConnection",
            "ReadingEdge",
            // how it is at the time of asking
            "DeadLetter",
            "DeadLetterConnection",
            "DeadLetterEdge",
            "ViewStanding",
            "ViewOrderProgress",
            // what is proven is proven of the log as it is: SealedLogTest
            "Checkpoint",
            "ConsistencyProof",
            "Cosignature",
            "EventProof",
            "LogContradiction");

    /** Of the one person the demo's story erases. */
    static final Set<String> FORGOTTEN = Set.of("Đinh Rút Lui", "1991-02-03");

    private static final String CHANGED = ", sửa bằng SQL";

    private final ToldStory story = ToldStory.once();
    private final Client inspector = story.system().as(Cast.INSPECTOR.login());

    @Test
    void answers_about_forty_past_moments_are_what_was_answered_then() {
        assertThat(story.stored()).hasSizeGreaterThanOrEqualTo(40);
        List<String> differences = new ArrayList<>();
        story.stored().forEach(then -> differences.addAll(differences(then)));
        assertThat(differences).isEmpty();
    }

    /** What {@code asOf} answers now about a moment, where it is not what was answered then. */
    private List<String> differences(ToldStory.Stored then) {
        return then.answers().entrySet().parallelStream()
                .flatMap(each -> differences(then.position(), each.getKey(), each.getValue()).stream())
                .toList();
    }

    private List<String> differences(long position, Questions.Operation operation, JsonNode then) {
        JsonNode now = story.system()
                .as(operation.asker().login())
                .data("{ asOf(position: \"%d\") { %s } }".formatted(position, operation.fields()))
                .get("asOf");
        return ThenAndNow.of("at " + position + ": ", then, now, FORGOTTEN).differences();
    }

    /** The control: the comparison sees one cell of one row that is no longer the newest. */
    @Test
    void one_old_view_row_changed_behind_the_back_of_the_system_is_found() throws SQLException {
        String task = DemoLoader.firstTask().value();
        String table = story.system().views().qualified(ProjectViews.PROJECTS.name());
        try (Connection connection = TestPostgres.superuser(story.system().database())) {
            // a moment with the views' receipts, which cover what is in force no longer
            List<ToldStory.Stored> received =
                    story.stored().stream().filter(AsOfTest::withReceipts).toList();
            ToldStory.Stored then = received.getFirst();
            long version = 0;
            for (Iterator<ToldStory.Stored> moments = received.iterator(); version == 0 && moments.hasNext(); ) {
                then = moments.next();
                version = superseded(connection, table, task, then.position());
            }
            assertThat(version).isPositive();
            retitle(connection, table, task, version, "(doc ->> 'title') || '%s'".formatted(CHANGED));
            try {
                List<String> found = differences(then);
                assertThat(found).filteredOn(AsOfTest::ofReceipt).hasSize(1);
                assertThat(found)
                        .filteredOn(difference ->
                                !ofReceipt(difference) && !ofChanges(difference) && !ofSentence(difference))
                        .isNotEmpty()
                        .allSatisfy(difference ->
                                assertThat(difference).containsPattern("then \"(.*)\", now \"\\1" + CHANGED + "\""));
                assertThat(found)
                        .filteredOn(AsOfTest::ofSentence)
                        .allSatisfy(difference -> assertThat(difference).contains(CHANGED));
                assertThat(differences(received.getLast()))
                        .as("it is in force no longer, but the view's receipt still covers it")
                        .filteredOn(difference -> !ofChanges(difference))
                        .hasSize(1)
                        .allMatch(AsOfTest::ofReceipt);
                assertThat(differences(story.stored().getLast()))
                        .filteredOn(difference -> !ofReceipt(difference) && !ofChanges(difference))
                        .isEmpty();
            } finally {
                retitle(connection, table, task, version, "left(doc ->> 'title', -%d)".formatted(CHANGED.length()));
            }
            assertThat(differences(then)).isEmpty();
        }
    }

    private static boolean withReceipts(ToldStory.Stored moment) {
        return moment.answers().keySet().stream()
                .anyMatch(operation -> operation.fields().startsWith("viewReceipts"));
    }

    private static boolean ofReceipt(String difference) {
        return difference.contains(".viewReceipts") && difference.contains(".hash: ");
    }

    /** What differs between two moments shows a version as often as it is one of both. */
    private static boolean ofChanges(String difference) {
        return difference.contains(".changes");
    }

    /** A sentence names the task among other words. */
    private static boolean ofSentence(String difference) {
        return difference.contains(".sentence: ");
    }

    /** The version that was in force at a position and no longer is; 0 when there is none. */
    private static long superseded(Connection connection, String table, String id, long at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select max(from_position) filter (where from_position <= ?), max(from_position)
                from %s where id = ?""".formatted(table))) {
            statement.setLong(1, at);
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1) < row.getLong(2) ? row.getLong(1) : 0;
            }
        }
    }

    private static void retitle(Connection connection, String table, String id, long version, String title)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update %s set doc = jsonb_set(doc, '{title}', to_jsonb(%s))
                where id = ? and from_position = ?""".formatted(table, title))) {
            statement.setString(1, id);
            statement.setLong(2, version);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void no_field_is_left_out_or_null_throughout() {
        Set<String> never = new TreeSet<>(story.walk().neverAnswered());
        never.removeIf(field -> ELSEWHERE.contains(field.substring(0, field.indexOf('.'))));
        assertThat(never).isEmpty();
    }

    @Test
    void two_moments_and_now_side_by_side_answer_each_their_own() {
        long first = story.stored().get(5).position();
        long second = story.stored().get(20).position();
        String fields = "viewedAt { position } projects(first: 5) { totalCount edges { node { id stableId state"
                + " host { id name } } } } events(first: 2) { edges { node { id position } } }";
        JsonNode together = inspector.data("{ a: asOf(position: \"%d\") { %s } b: asOf(position: \"%d\") { %s } %s }"
                .formatted(first, fields, second, fields, fields));
        for (Map.Entry<String, Long> moment : Map.of("a", first, "b", second).entrySet()) {
            JsonNode alone = inspector
                    .data("{ asOf(position: \"%d\") { %s } }".formatted(moment.getValue(), fields))
                    .get("asOf");
            assertThat(together.get(moment.getKey())).isEqualTo(alone);
        }
        assertThat(together.get("projects")).isNotEqualTo(together.get("a").get("projects"));
    }

    @Test
    void a_normalising_client_cache_keeps_the_same_task_now_and_then_apart() {
        long then = story.stored().get(20).position();
        String fields = "id stableId state title host { id stableId name }";
        String id = DemoLoader.firstTask().value();
        JsonNode answer = inspector.data(
                "{ now: project(id: \"%1$s\") { %3$s } then: asOf(position: \"%2$d\") { project(id: \"%1$s\") { %3$s } } }"
                        .formatted(id, then, fields));
        NormalisingCache cache = new NormalisingCache();
        JsonNode now = answer.get("now");
        JsonNode past = answer.get("then").get("project");
        cache.write(now);
        cache.write(past);
        assertThat(cache.read(now.get("id").asString())).isEqualTo(now);
        assertThat(cache.read(past.get("id").asString())).isEqualTo(past);
        assertThat(past.get("id")).isNotEqualTo(now.get("id"));
        assertThat(past.get("stableId")).isEqualTo(now.get("stableId"));
        JsonNode again = inspector.data("{ node(id: \"%s\") { id ... on Project { stableId state title } } }"
                .formatted(past.get("id").asString()));
        assertThat(again.get("node").get("id")).isEqualTo(past.get("id"));
        assertThat(again.get("node").get("state")).isEqualTo(past.get("state"));
    }

    @Test
    void a_cursor_of_another_moment_is_refused_under_as_of() {
        JsonNode page = inspector.data("{ projects(first: 2) { pageInfo { endCursor } } }");
        String cursor = page.at("/projects/pageInfo/endCursor").asString();
        long then = story.stored().get(20).position();

        JsonNode answer =
                inspector.ask("{ asOf(position: \"%d\") { projects(first: 2, after: \"%s\") { totalCount } } }"
                        .formatted(then, cursor));

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("MALFORMED_CURSOR");
    }

    @Test
    void a_moment_in_the_future_nested_or_doubly_named_is_refused() {
        for (String wrong : List.of(
                "asOf { viewedAt { position } }",
                "asOf(position: \"1\", at: \"2025-01-01T00:00:00Z\") { viewedAt { position } }",
                "asOf(position: \"999999999\") { viewedAt { position } }",
                "asOf(at: \"2999-01-01T00:00:00Z\") { viewedAt { position } }",
                "asOf(position: \"9\") { asOf(position: \"5\") { viewedAt { position } } }")) {
            JsonNode answer = inspector.ask("{ " + wrong + " }");
            assertThat(answer.get("errors").get(0).get("extensions").get("code").asString())
                    .as(wrong)
                    .isEqualTo("ASOF_ARGUMENT");
        }
    }
}
