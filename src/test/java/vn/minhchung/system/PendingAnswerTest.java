package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tools.jackson.databind.JsonNode;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** What was written is no error because it cannot be shown. */
class PendingAnswerTest {
    private static final String ADMIN = "admin";

    /** The view of organisations fails at its first event. */
    private record Failing(Projector whole) implements Projector {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public List<ViewTable<?>> tables() {
            return whole.tables();
        }

        @Override
        public List<RowTable> rows() {
            return whole.rows();
        }

        @Override
        public void project(Recorded recorded, ViewWriter views) {
            if (recorded.name().equals("people.OrganisationRegistered"))
                throw new IllegalStateException("cannot read organisations");
            whole.project(recorded, views);
        }
    }

    private static final class FailingOrganisations implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Projector projector && projector.name().equals("people.Organisation")
                    ? new Failing(projector)
                    : bean;
        }
    }

    @Test
    void a_mutation_whose_view_is_set_aside_answers_pending_with_position_and_events() {
        try (RunningSystem system = RunningSystem.start(
                TestPostgres.freshDatabase(),
                context -> context.getBeanFactory().addBeanPostProcessor(new FailingOrganisations()))) {
            system.bean(Bootstrap.class).administrator("Quản trị", ADMIN, new Secret(RunningSystem.PASSWORD));
            eventually(() -> assertThat(system.as(ADMIN)
                            .data("{ me { login } }")
                            .at("/me/login")
                            .asString())
                    .isEqualTo(ADMIN));
            long before = system.views().position();
            Map<String, Object> input = Map.of("name", "Viện Chưa Thấy", "kind", "UNIVERSITY", "idempotencyKey", "one");

            JsonNode first = register(system, input);
            JsonNode again = register(system, input);

            for (JsonNode answer : List.of(first, again)) {
                assertThat(answer.get("pending").asBoolean()).isTrue();
                assertThat(answer.get("errors")).isEmpty();
                assertThat(answer.get("position").asLong()).isEqualTo(before + 2);
                assertThat(answer.at("/events/0/name").asString()).isEqualTo("people.OrganisationRegistered");
                assertThat(answer.at("/events/0/sentence").asString()).isNotBlank();
                assertThat(answer.get("organisation").isNull()).isTrue();
            }
            assertThat(again.get("replayed").asBoolean()).isTrue();
            assertThat(system.views().position()).isEqualTo(before + 2);
        }
    }

    private static JsonNode register(RunningSystem system, Map<String, Object> input) {
        return new Sender(system)
                .asked(
                        ADMIN,
                        "registerOrganisation",
                        input,
                        "position pending replayed organisation { id } events { name sentence } errors { code }");
    }
}
