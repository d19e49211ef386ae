package vn.minhchung.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Đề tài số 1\n\tdòng hai\r\ndòng ba", "\uD83C\uDF3E lúa", "\u0300"})
    void text_is_text(String text) {
        assertThat(PlainText.firstUnstorable(text)).isEqualTo(-1);
        assertThat(PlainText.storable(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab\u0000", "ab\u0001c", "ab\u001b", "ab\rc", "ab\r", "ab\uD800", "ab\uDC00c", "ab\uD800\uD800"})
    void control_characters_and_halves_of_pairs_are_none(String text) {
        assertThat(PlainText.firstUnstorable(text)).isEqualTo(2);
    }

    @Test
    void what_is_no_text_is_shown_by_its_number() {
        assertThat(PlainText.escaped("a\u0000b", 1, 60)).isEqualTo("a\\u0000b");
        assertThat(PlainText.escaped("x".repeat(100), 0, 6)).isEqualTo("xxxxxx…");
        assertThat(PlainText.escaped("x".repeat(100) + "\uDC00", 100, 6)).isEqualTo("…xxx\\udc00");
    }
}
