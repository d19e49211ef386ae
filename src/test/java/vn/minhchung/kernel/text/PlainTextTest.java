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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00A0",
                "\u2003\u2028\u2029",
                "\u3000",
                "\u200B",
                "\u200C\u200D\u200E",
                "\u2060\uFEFF",
                "\u00AD",
                "\u180E",
                "\u0301\u20DD",
                "\uFE0F",
                "\u115F\u1160\u3164\uFFA0",
                "\u2800",
                "\uE000",
                "\uDB40\uDC41",
                "\u0378",
                " \u00A0\u200B\n\u3164\u2800\uFEFF"
            })
    void what_nobody_sees_says_nothing(String text) {
        assertThat(PlainText.saysNothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ế",
                "e\u0302\u0301",
                "7",
                "½",
                "-",
                ".",
                "…",
                "₫",
                "+",
                "\u200B.\u200B",
                "農",
                "\uD83C\uDF3E"
            })
    void one_sign_that_is_seen_says_something(String text) {
        assertThat(PlainText.saysNothing(text)).isFalse();
    }
}
