package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;

class PostgresRequestLogTest {
    private static final String REQUEST = "request:somebody:key-1";

    private final LogFixture log = new LogFixture();
    private final RequestLog requests = new PostgresRequestLog(
            log.database.app(), new JacksonEventCodec(new EventTypes(List.of(RequestAccepted.class)), List.of()));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void a_key_that_was_used_tells_its_command_and_how_many_events_it_has() {
        log.appender.append(List.of(LogFixture.event("note:a", 0)));
        NewEvent second = LogFixture.event("note:a", 1, 1_000, "2/3");
        NewEvent third = LogFixture.event("note:b", 0, 1_000, "3/3");
        log.appender.append(List.of(accepted(second, "1/3"), second, third));

        assertThat(requests.find(REQUEST))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(new RequestLog.Accepted(2, 3, "abc")));
        assertThat(requests.find("request:somebody:key-2")).isEmpty();
    }

    /** Its envelope is as of the other parts, but for the part. */
    private static NewEvent accepted(NewEvent other, String part) {
        return new NewEvent(
                UUID.randomUUID(),
                REQUEST,
                0,
                "Request",
                "platform.RequestAccepted",
                "1",
                1_000,
                "{\"inputHash\":\"abc\",\"request\":\"%s\"}".formatted(REQUEST).getBytes(StandardCharsets.UTF_8),
                new String(other.envelope(), StandardCharsets.UTF_8)
                        .replaceFirst("\"part\":\"[^\"]*\"", "\"part\":\"" + part + "\"")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
