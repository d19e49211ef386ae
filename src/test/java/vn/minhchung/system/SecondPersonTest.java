package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.testing.RunningSystem.Client;

/** What was recorded from paper names the second person who confirmed it, from then on. */
class SecondPersonTest {
    private final Client inspector = ToldStory.once().system().as(Cast.INSPECTOR.login());

    @Test
    void a_recorded_event_names_who_confirmed_it_and_the_confirmation_names_what_it_confirms() {
        JsonNode events = inspector.data("{ %s }".formatted(history())).at("/history/edges");
        JsonNode recorded = events.get(0).get("node");
        JsonNode confirmation = named(events, "projects.ApprovalConfirmed");

        assertThat(recorded.at("/decidedBy/mode").asString()).isEqualTo("RECORDED");
        assertThat(recorded.at("/decidedBy/confirmedBy/stableId").asString())
                .isEqualTo(Cast.REGISTRAR.person().value());
        assertThat(confirmation.at("/causedBy/id")).isEqualTo(recorded.get("id"));
        assertThat(confirmation.at("/decidedBy/confirmedBy").isNull()).isTrue();
    }

    @Test
    void before_the_confirmation_nobody_had_confirmed() {
        String position = inspector
                .data("{ %s }".formatted(history()))
                .at("/history/edges/0/node/position")
                .asString();

        JsonNode then = inspector.data("{ asOf(position: \"%s\") { %s } }".formatted(position, history()));

        assertThat(then.at("/asOf/history/edges/0/node/decidedBy/confirmedBy").isNull())
                .isTrue();
    }

    private static JsonNode named(JsonNode events, String name) {
        for (JsonNode edge : events) {
            if (edge.at("/node/name").asString().equals(name)) return edge.get("node");
        }
        throw new AssertionError("no " + name + " in " + events);
    }

    private static String history() {
        return """
                history(of: "%s", first: 9) {
                  edges { node { id position name causedBy { id } decidedBy { mode confirmedBy { stableId } } } }
                }
                """.formatted(DemoLoader.firstTask().value());
    }
}
