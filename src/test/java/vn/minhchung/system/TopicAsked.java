package vn.minhchung.system;

import tools.jackson.databind.JsonNode;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** The inspector's questions about the task of the topic's story. */
record TopicAsked(DayAsked days) {
    private static final String CODE = "ĐTKHCN.HY-101/2024";

    TopicAsked(RunningSystem system) {
        this(new DayAsked(system));
    }

    Client inspector() {
        return days.inspector();
    }

    /** As known when the day ended. */
    JsonNode on(String day, String fields) {
        return days.on(day, "project(code: \"%s\") { %s }".formatted(CODE, fields))
                .get("project");
    }

    JsonNode now(String fields) {
        return inspector()
                .data("{ project(code: \"%s\") { %s } }".formatted(CODE, fields))
                .get("project");
    }

    String id() {
        return now("stableId").get("stableId").asString();
    }
}
