package vn.minhchung.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.EventUpcaster;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.kernel.Vnd;

class JacksonEventCodecTest {
    @EventType(name = "codectest.Funded", revision = 3)
    record Funded(
            ProjectId project,
            Vnd amount,
            LocalDate effectiveOn,
            @Nullable PartialDate signed,
            @Nullable String note,
            List<Line> lines)
            implements DomainEvent {
        record Line(String item, Vnd amount) {}

        boolean isLarge() {
            return amount.amount() > 1_000_000;
        }
    }

    private final JacksonEventCodec codec = new JacksonEventCodec(new EventTypes(List.of(Funded.class)), List.of());
    private final Funded funded = new Funded(
            new ProjectId("project:1"),
            Vnd.of(9_007_199_254_740_993L),
            LocalDate.of(2026, 2, 28),
            PartialDate.of(2015),
            null,
            List.of(new Funded.Line("7049", Vnd.of(-5))));

    @Test
    void an_event_is_flat_json_in_record_order_without_nulls() {
        assertThat(new String(codec.encode(funded), StandardCharsets.UTF_8)).isEqualTo("""
                {"project":"project:1","amount":9007199254740993,"effectiveOn":"2026-02-28","signed":"2015",\
                "lines":[{"item":"7049","amount":-5}]}""");
        assertThat(codec.nameOf(Funded.class)).isEqualTo("codectest.Funded");
        assertThat(codec.revisionOf(Funded.class)).isEqualTo(3);
    }

    @Test
    void what_was_written_is_read_back() {
        assertThat(codec.decode(1, "codectest.Funded", "3", codec.encode(funded)))
                .isEqualTo(funded);
    }

    @Test
    void an_unknown_name_revision_or_property_is_never_read_as_something_else() {
        byte[] payload = codec.encode(funded);
        byte[] more = "{\"project\":\"project:1\",\"secret\":1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.decode(7, "codectest.Other", "3", payload))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("position 7");
        assertThatThrownBy(() -> codec.decode(7, "codectest.Funded", "4", payload))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> codec.decode(7, "codectest.Funded", "x", payload))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> codec.decode(7, "codectest.Funded", "3", more)).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void older_revisions_and_names_go_through_every_upcaster_in_turn() {
        record Step(String name, int revision, String toName, String key, Object value) implements EventUpcaster {
            @Override
            public Map<String, @Nullable Object> upcast(Map<String, @Nullable Object> payload) {
                payload.put(key, value);
                return payload;
            }
        }
        var upcasting = new JacksonEventCodec(
                new EventTypes(List.of(Funded.class)),
                List.of(
                        new Step("codectest.Funded", 2, "codectest.Funded", "lines", List.of()),
                        new Step("codectest.Paid", 1, "codectest.Funded", "amount", 7L)));
        byte[] old = "{\"project\":\"project:1\",\"effectiveOn\":\"2026-02-28\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(upcasting.decode(1, "codectest.Paid", "1", old))
                .isEqualTo(new Funded(
                        new ProjectId("project:1"), Vnd.of(7), LocalDate.of(2026, 2, 28), null, null, List.of()));
    }

    @Test
    void a_set_is_written_in_one_order_whatever_its_own() {
        @EventType(name = "codectest.Tagged")
        record Tagged(Set<String> tags) implements DomainEvent {}
        var tagged = new JacksonEventCodec(new EventTypes(List.of(Tagged.class)), List.of());

        assertThat(new String(tagged.encode(new Tagged(Set.of("c", "a", "b"))), StandardCharsets.UTF_8))
                .isEqualTo("{\"tags\":[\"a\",\"b\",\"c\"]}");
    }

    @Test
    void one_name_for_two_events_is_refused_at_start() {
        @EventType(name = "codectest.Funded")
        record Other() implements DomainEvent {}

        assertThatThrownBy(() -> new EventTypes(List.of(Funded.class, Other.class)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_envelope_is_canonical_json_of_texts_and_read_back_equal() {
        Envelope envelope = envelope();

        String json = new String(codec.encode(envelope), StandardCharsets.UTF_8);

        assertThat(codec.decodeEnvelope(codec.encode(envelope))).isEqualTo(envelope);
        assertThat(json)
                .startsWith("{\"build\":\"b\",\"causedBy\":")
                .contains("\"seenAt\":\"12\"")
                .contains("\"roles\":[\"ACCOUNTANT\",\"DIRECTOR\",\"OFFICER\"]")
                .contains("\"part\":\"1/2\"")
                .contains("Nguyễn \\\"A\\\"\\n")
                .doesNotContain("null");
    }

    @Test
    void an_envelope_without_a_decision_is_read_back_equal() {
        Envelope bare = new Envelope("1/1", "00", "b", null, null, List.of(), List.of(), null, null, Map.of());

        assertThat(codec.decodeEnvelope(codec.encode(bare))).isEqualTo(bare);
    }

    private static Envelope envelope() {
        PersonId person = new PersonId("person:a");
        var delegated = new Actor.Delegated("delegation:1", new PersonId("person:b"), Set.of(person));
        var organisation = new OrganisationId("organisation:1");
        var actor = new Actor(
                new AccountId("account:1"),
                person,
                Set.of(Role.OFFICER, Role.ACCOUNTANT, Role.DIRECTOR),
                Map.of(Role.HOST_HEAD, Set.of(organisation, new OrganisationId("organisation:0"))),
                Map.of(Role.DIRECTOR, delegated),
                Map.of("method", "password"));
        var decider = new Decider(
                person,
                Role.DIRECTOR,
                "Giám đốc",
                Capacity.KT,
                null,
                null,
                LocalDate.of(2026, 1, 2),
                "558/QĐ-UBND",
                DecisionMode.RECORDED,
                null);
        var basis = new LegalBasis(
                LegalBasis.Kind.DECISION,
                "558/QĐ-UBND",
                null,
                LocalDate.of(2026, 1, 2),
                "Điều 1",
                null,
                LegalBasis.Seen.NUMBER_ONLY);
        LocalDate today = LocalDate.of(2026, 1, 3);
        var decision = new Decision(
                actor,
                decider,
                List.of(basis),
                "Nguyễn \"A\"\n",
                today,
                today,
                null,
                12L,
                "r",
                "approve",
                "k",
                "graphql");
        return new Envelope(
                "1/2",
                "ab".repeat(16),
                "b",
                "demo",
                decision,
                List.of(new RuleRef("advance", "2023-1")),
                List.of("LATE"),
                "e1",
                null,
                Map.of("traceId", "t"));
    }
}
