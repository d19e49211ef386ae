package vn.minhchung.kernel.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.view.Moment;

class GlobalIdTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 40, 999_999_999_999_999_999L})
    void what_a_moment_put_together_comes_apart(long position) {
        String then = new Moment(position, Instant.EPOCH, true).idOf("guard:login:an@vi-du.example");

        assertThat(GlobalId.read(then)).isEqualTo(new GlobalId("guard:login:an@vi-du.example", position));
        assertThat(GlobalId.stable(then)).isEqualTo("guard:login:an@vi-du.example");
    }

    @Test
    void of_two_positions_only_the_last_is_taken_off() {
        assertThat(GlobalId.stable("project:1@2@3")).isEqualTo("project:1@2");
    }

    /** No moment gives such an id, so it is part of a name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "project:1",
                "guard:login:an@vi-du.example",
                "project:1@",
                "project:1@-2",
                "project:1@007",
                "project:1@2 ",
                "project:1@٣",
                "project:1@1000000000000000000"
            })
    void what_no_moment_put_together_stays_whole(String id) {
        assertThat(GlobalId.read(id)).isEqualTo(new GlobalId(id, null));
        assertThat(GlobalId.stable(id)).isEqualTo(id);
    }
}
