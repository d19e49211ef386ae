package vn.minhchung.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static final String PROJECT = "project:01890a5d-ac96-7741-b9f0-7f2a4b8c0301";
    private static final String PERSON = "person:01890a5d-ac96-7741-b9f0-7f2a4b8c0001";

    @Test
    void finds_typed_ids_at_every_depth_the_stream_s_own_first() {
        String payload = """
                {"project":"%s","lines":[{"payee":{"person":"%s"}},{"payee":null}],"amount":5}
                """.formatted(PROJECT, PERSON);

        assertThat(Subjects.of("paper:w1", bytes(payload))).containsExactly("paper:w1", PROJECT, PERSON);
    }

    @Test
    void names_each_once() {
        assertThat(Subjects.of(PROJECT, bytes("[\"%s\",\"%s\"]".formatted(PROJECT, PROJECT))))
                .containsExactly(PROJECT);
    }

    @Test
    void takes_neither_a_web_address_nor_a_sentence_for_an_id() {
        String payload = "{\"url\":\"https://example.org/x\",\"note\":\"lý do: thiếu chữ ký\",\"text\":\"note: more\"}";

        assertThat(Subjects.of(PROJECT, bytes(payload))).containsExactly(PROJECT);
    }

    @Test
    void finds_ids_with_natural_keys() {
        assertThat(Subjects.of(PROJECT, bytes("[\"rule-version:advance.first/2020-11\"]")))
                .contains("rule-version:advance.first/2020-11");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
