package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlValuesTest {
    @Test
    void writes_arrays_lists_and_sets_as_array_literals() {
        assertThat(SqlValues.text(new String[] {"a", "b \"c\""}, "text[]")).isEqualTo("{\"a\",\"b \\\"c\\\"\"}");
        assertThat(SqlValues.text(List.of("a", "b"), "text[]")).isEqualTo("{\"a\",\"b\"}");
        assertThat(SqlValues.text(Set.of("b", "a"), "text[]")).isEqualTo("{\"a\",\"b\"}");
        assertThat(SqlValues.text(new String[0], "text[]")).isEqualTo("{}");
    }
}
