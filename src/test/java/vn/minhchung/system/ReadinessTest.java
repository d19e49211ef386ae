package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Secret;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** Nobody is sent to a node whose views are still being filled, or that must not append. */
class ReadinessTest {
    @Test
    void readiness_is_503_while_the_views_are_being_filled_and_200_once_they_are() throws Exception {
        CountDownLatch filling = new CountDownLatch(1);
        try (RunningSystem system = RunningSystem.start(
                        TestPostgres.freshDatabase(),
                        context -> context.addBeanFactoryPostProcessor(
                                beans -> beans.addBeanPostProcessor(new Slowly(filling))));
                HttpClient http = HttpClient.newHttpClient()) {
            try {
                assertThat(status(system, http, "readiness")).isEqualTo(503);
                assertThat(status(system, http, "liveness")).isEqualTo(200);
            } finally {
                filling.countDown();
            }
            eventually(() -> assertThat(status(system, http, "readiness")).isEqualTo(200));
        }
    }

    @Test
    void readiness_is_503_where_the_log_is_closed_and_200_when_it_is_open_again() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningSystem system = RunningSystem.start(database);
                HttpClient http = HttpClient.newHttpClient()) {
            eventually(() -> assertThat(status(system, http, "readiness")).isEqualTo(200));
            asOwner(database, "insert into event_store.log_closed (position) values (0)");
            assertThatThrownBy(() -> system.bean(Bootstrap.class)
                            .administrator("Lê Vận Hành", "admin", new Secret(RunningSystem.PASSWORD)))
                    .isInstanceOfSatisfying(
                            Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));

            assertThat(status(system, http, "readiness")).isEqualTo(503);
            assertThat(status(system, http, "liveness")).isEqualTo(200);
            asOwner(database, "delete from event_store.log_closed");
            eventually(() -> assertThat(status(system, http, "readiness")).isEqualTo(200));
        }
    }

    private static void asOwner(TestPostgres.Database database, String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int status(RunningSystem system, HttpClient http, String group) {
        HttpRequest request = HttpRequest.newBuilder(system.address("/actuator/health/" + group))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A log whose events come only when it is let. */
    private record Slowly(CountDownLatch filling) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof RecordedEvents events ? new Late(events, filling) : bean;
        }
    }

    private record Late(RecordedEvents events, CountDownLatch filling) implements RecordedEvents {
        @Override
        public List<Recorded> read(long after, int max) {
            try {
                filling.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
            return events.read(after, max);
        }

        @Override
        public long head() {
            return events.head();
        }

        @Override
        public void onAppend(Runnable listener) {
            events.onAppend(listener);
        }
    }
}
