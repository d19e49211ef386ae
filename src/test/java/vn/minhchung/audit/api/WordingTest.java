package vn.minhchung.audit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.graphql.execution.GraphQlSource;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.EnumLabel;

class WordingTest {
    private static final Locale VI = Locale.of("vi");
    private static final Locale EN = Locale.ENGLISH;

    private final Wording wording = new Wording(new StaticListableBeanFactory().getBeanProvider(GraphQlSource.class));

    @Test
    void writes_values_as_people_do() {
        assertThat(wording.of(Vnd.of(1_250_000_000), VI)).isEqualTo("1.250.000.000 đồng");
        assertThat(wording.of(Vnd.of(1_250_000_000), EN)).isEqualTo("VND 1,250,000,000");
        assertThat(wording.of(LocalDate.of(2025, 3, 9), VI)).isEqualTo("09/03/2025");
        assertThat(wording.of(PartialDate.parse("2015-12"), VI)).isEqualTo("12/2015");
        assertThat(wording.of(BasisPoints.percent(50), EN)).isEqualTo("50%");
        assertThat(wording.of(true, VI)).isEqualTo("có");
        assertThat(wording.of(null, VI)).isEqualTo("—");
    }

    @Test
    void takes_the_name_of_an_enum_value_from_its_description() {
        String description = "Đang thực hiện; hợp đồng có hiệu lực.\nRunning; under contract.";

        assertThat(EnumLabel.of(description, VI)).isEqualTo("đang thực hiện");
        assertThat(EnumLabel.of(description, EN)).isEqualTo("running");
        assertThat(EnumLabel.of("UBND tỉnh.\nProvincial committee.", VI)).isEqualTo("UBND tỉnh");
    }
}
