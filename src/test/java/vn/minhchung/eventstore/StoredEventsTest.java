package vn.minhchung.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;

/** What this build cannot read it names, whatever stands in the place of a revision. */
class StoredEventsTest {
    private final JacksonEventCodec codec =
            new JacksonEventCodec(new EventTypes(List.of(LogFixture.Noted.class)), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1.0", "99999999999", "2"})
    void a_revision_that_is_not_known_or_no_number_is_an_unknown_event(String revision) {
        NewEvent event = LogFixture.event("note:1", 0);
        NewEvent strange = new NewEvent(
                event.id(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.name(),
                revision,
                event.storedMs(),
                event.payload(),
                event.envelope());

        assertThatThrownBy(() -> StoredEvents.decode(strange.at(7, 1_000), codec))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("position 7");
    }
}
