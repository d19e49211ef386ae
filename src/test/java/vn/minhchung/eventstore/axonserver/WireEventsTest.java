package vn.minhchung.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.minhchung.eventstore.NewEvent;

class WireEventsTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-7741-b9f0-7f2a4b8c0001");

    @Test
    void an_event_comes_back_from_the_wire_byte_for_byte() throws InvalidProtocolBufferException {
        NewEvent sent = event("{\"note\":\"Đề tài \\u0000 ký tự 𐍈\"}", "{\"part\":\"1/2\",\"reason\":\"đúng hạn\"}");

        NewEvent back =
                WireEvents.fromWire(Event.parseFrom(WireEvents.toWire(sent).toByteArray()));

        assertThat(back).usingRecursiveComparison().isEqualTo(sent);
        assertThat(back.envelope()).isEqualTo(sent.envelope());
        assertThat(back.payload()).isEqualTo(sent.payload());
    }

    @Test
    void bytes_of_a_payload_that_are_no_text_come_back_too() {
        NewEvent text = event("x", "{}");
        byte[] noText = {(byte) 0xff, 0, (byte) 0xc0, 7};
        NewEvent sent = new NewEvent(ID, text.stream(), 0, text.type(), text.name(), "1", 0, noText, text.envelope());

        assertThat(WireEvents.fromWire(WireEvents.toWire(sent)).payload()).isEqualTo(noText);
    }

    @Test
    void an_envelope_that_would_not_come_back_as_it_is_does_not_go() {
        NewEvent text = event("x", "{}");
        byte[] noText = {(byte) 0xff};
        NewEvent sent = new NewEvent(ID, text.stream(), 0, text.type(), text.name(), "1", 0, text.payload(), noText);

        assertThatThrownBy(() -> WireEvents.toWire(sent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_envelope_is_the_only_metadata_entry() {
        Event wire = WireEvents.toWire(event("x", "{\"part\":\"1/1\"}"));

        assertThat(wire.getMetaDataMap()).containsOnlyKeys("envelope");
        assertThat(wire.getMetaDataOrThrow("envelope").getTextValue()).isEqualTo("{\"part\":\"1/1\"}");
    }

    @Test
    void what_others_wrote_is_not_read_as_ours() {
        Event ours = WireEvents.toWire(event("x", "{}"));
        MetaDataValue trace = MetaDataValue.newBuilder().setTextValue("t").build();

        assertThatThrownBy(() -> WireEvents.fromWire(
                        ours.toBuilder().putMetaData("traceId", trace).build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        WireEvents.fromWire(ours.toBuilder().clearMetaData().build()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> WireEvents.fromWire(
                        ours.toBuilder().setMessageIdentifier("no uuid").build()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_first_position_is_token_zero() {
        assertThat(WireEvents.position(0)).isEqualTo(1);
        assertThat(WireEvents.token(1)).isZero();
        assertThat(WireEvents.token(0)).isEqualTo(-1);
    }

    private static NewEvent event(String payload, String envelope) {
        return new NewEvent(
                ID,
                "project:1",
                3,
                "Project",
                "projects.TaskRegistered",
                "2",
                1_700_000_000_123L,
                payload.getBytes(StandardCharsets.UTF_8),
                envelope.getBytes(StandardCharsets.UTF_8));
    }
}
