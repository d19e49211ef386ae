package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.PersonalData;

class ThenAndNowTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FORGOTTEN = Set.of("Đinh Rút Lui");

    @Test
    void ids_may_carry_a_position_and_nothing_else_may_differ() {
        assertThat(of("{\"id\": \"project:1\", \"n\": [1]}", "{\"id\": \"project:1@7\", \"n\": [1]}")
                        .differences())
                .isEmpty();
        for (String other : new String[] {
            "{\"id\": \"project:2@7\", \"n\": [1]}",
            "{\"id\": \"project:1@7\", \"n\": [2]}",
            "{\"id\": \"project:1@7\", \"n\": [1, 2]}",
            "{\"id\": \"project:1@7\", \"n\": null}",
            "{\"id\": \"project:1@7\"}",
            "null"
        }) {
            assertThat(of("{\"id\": \"project:1\", \"n\": [1]}", other).differences())
                    .as(other)
                    .hasSize(1);
        }
    }

    @Test
    void only_what_belongs_to_an_erased_person_may_have_been_erased() {
        ThenAndNow erased = of("[\"Đăng ký Đinh Rút Lui.\"]", "[\"Đăng ký %s.\"]".formatted(PersonalData.ERASED));
        assertThat(erased.differences()).isEmpty();
        assertThat(erased.erased()).isEqualTo(1);

        assertThat(of("[\"Lê Ở Lại\"]", "[\"%s\"]".formatted(PersonalData.ERASED))
                        .differences())
                .hasSize(1);
        assertThat(of("[\"Đinh Rút Lui\"]", "[\"Lê Ở Lại\"]").differences()).hasSize(1);
    }

    private static ThenAndNow of(String then, String now) {
        return ThenAndNow.of("", JSON.readTree(then), JSON.readTree(now), FORGOTTEN);
    }
}
