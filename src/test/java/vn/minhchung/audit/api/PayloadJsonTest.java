package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final PayloadJson payloads = new PayloadJson(new PersonalTextsShown(personalData));

    @Test
    void opens_personal_texts_to_record_officers_and_inspectors() {
        String json = payload();

        assertThat(payloads.of(json, viewer("officer", Role.OFFICER))).isEqualTo(shown("0912 000 000"));
        assertThat(payloads.of(json, viewer("inspector", Role.INSPECTOR))).isEqualTo(shown("0912 000 000"));
    }

    @Test
    void opens_a_person_s_own_texts() {
        Actor self = Decisions.actor("Kiều Văn Khảo", null, Role.CITIZEN);

        assertThat(payloads.of(payload(), new Viewer(self))).isEqualTo(shown("0912 000 000"));
    }

    @Test
    void masks_them_for_everybody_else() {
        assertThat(payloads.of(payload(), viewer("finance", Role.FINANCE))).isEqualTo(shown("[đã che]"));
    }

    @Test
    void shows_nobody_what_was_erased() {
        String json = payload();

        personalData.destroyKey(PERSON);

        assertThat(payloads.of(json, viewer("inspector", Role.INSPECTOR))).isEqualTo(shown("[đã xoá]"));
        assertThat(payloads.of(json, viewer("finance", Role.FINANCE))).isEqualTo(shown("[đã xoá]"));
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
