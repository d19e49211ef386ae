package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.RunningSystem.Client;

/** The inspector's questions about days of the stories: what was known when a day ended. */
record DayAsked(RunningSystem system) {
    private static final int MILLION = 1_000_000;

    Client inspector() {
        return system.as(Cast.INSPECTOR.login());
    }

    JsonNode on(String day, String fields) {
        return inspector()
                .data("{ asOf(at: \"%s\") { %s } }".formatted(end(day), fields))
                .get("asOf");
    }

    /** The last second of a day in Việt Nam. */
    static String end(String day) {
        return day + "T23:59:59+07:00";
    }

    /** Whole million đồng; the stories have no smaller amounts where this is asked. */
    static long millions(JsonNode amount) {
        long dong = Long.parseLong(amount.asString());
        assertThat(dong % MILLION).isZero();
        return dong / MILLION;
    }
}
