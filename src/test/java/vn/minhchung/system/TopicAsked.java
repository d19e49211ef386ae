package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** The inspector's questions about the task of the topic's story. */
record TopicAsked(RunningSystem system) {
    private static final String CODE = "ĐTKHCN.HY-101/2024";
    private static final int MILLION = 1_000_000;

    Client inspector() {
        return system.as(Cast.INSPECTOR.login());
    }

    /** As known when the day ended. */
    JsonNode on(String day, String fields) {
        return inspector()
                .data("{ asOf(at: \"%sT23:59:59+07:00\") { project(code: \"%s\") { %s } } }"
                        .formatted(day, CODE, fields))
                .at("/asOf/project");
    }

    JsonNode now(String fields) {
        return inspector()
                .data("{ project(code: \"%s\") { %s } }".formatted(CODE, fields))
                .get("project");
    }

    String id() {
        return now("stableId").get("stableId").asString();
    }

    /** Whole million đồng. */
    static long millions(JsonNode amount) {
        long dong = amount.asLong();
        assertThat(dong % MILLION).isZero();
        return dong / MILLION;
    }
}
