package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.InMemoryPersonalData;

class PayloadJsonTest {
    private static final PersonId PERSON = Decisions.person("Kiều Văn Khảo");

    private final InMemoryPersonalData personalData = new InMemoryPersonalData();
    private final List<String> opened = new ArrayList<>();
    private final PayloadJson payloads = new PayloadJson(new PersonalTextsShown(personalData));

    @Test
    void opens_personal_texts_to_record_officers_and_inspectors() {
        String json = payload();

        assertThat(payloads.of(json, viewer("officer", Role.OFFICER), this::opened))
                .isEqualTo(shown("0912 000 000"));
        assertThat(payloads.of(json, viewer("inspector", Role.INSPECTOR), this::opened))
                .isEqualTo(shown("0912 000 000"));

        assertThat(opened).as("whose was opened is noted, each time").containsExactly(PERSON.value(), PERSON.value());
    }

    private void opened(String object, String field) {
        assertThat(field).isEqualTo("RecordedEvent.payload");
        opened.add(object);
    }

    @Test
    void opens_a_person_s_own_texts() {
        Actor self = Decisions.actor("Kiều Văn Khảo", null, Role.CITIZEN);

        assertThat(payloads.of(payload(), new Viewer(self), this::opened)).isEqualTo(shown("0912 000 000"));
    }

    @Test
    void masks_them_for_everybody_else() {
        assertThat(payloads.of(payload(), viewer("finance", Role.FINANCE), this::opened))
                .isEqualTo(shown("[đã che]"));

        assertThat(opened).as("what is masked is not opened").isEmpty();
    }

    @Test
    void shows_nobody_what_was_erased() {
        String json = payload();

        personalData.destroyKey(PERSON);

        assertThat(payloads.of(json, viewer("inspector", Role.INSPECTOR), this::opened))
                .isEqualTo(shown("[đã xoá]"));
        assertThat(payloads.of(json, viewer("finance", Role.FINANCE), this::opened))
                .isEqualTo(shown("[đã xoá]"));

        assertThat(opened).as("what is erased is not opened").isEmpty();
    }

    private String payload() {
        Sealed contact = personalData.seal(PERSON, "0912 000 000");
        return """
                {"person":"%s","lines":[{"contact":{"person":"%s","cipher":"%s"}}],"amount":12}
                """.formatted(PERSON.value(), PERSON.value(), contact.cipher());
    }

    private static Map<String, Object> shown(String contact) {
        return Map.of("person", PERSON.value(), "lines", List.of(Map.of("contact", contact)), "amount", 12);
    }

    private static Viewer viewer(String who, Role role) {
        return new Viewer(Decisions.actor(who, null, role));
    }
}
