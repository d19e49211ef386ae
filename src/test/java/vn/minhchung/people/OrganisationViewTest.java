package vn.minhchung.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.people.OrganisationView.DatedName;

class OrganisationViewTest {
    private static final LocalDate MERGED = LocalDate.of(2025, 3, 1);

    private final OrganisationView department = new OrganisationView(
            OrganisationKind.DEPARTMENT,
            List.of(
                    new DatedName("Sở Khoa học và Công nghệ (cũ)", LocalDate.of(2003, 1, 1), MERGED.minusDays(1)),
                    new DatedName("Sở Khoa học và Công nghệ", MERGED, null)),
            List.of(),
            List.of());

    @Test
    void a_paper_of_an_earlier_day_keeps_the_name_of_that_day() {
        assertThat(department.nameOn(MERGED.minusDays(1))).isEqualTo("Sở Khoa học và Công nghệ (cũ)");
        assertThat(department.nameOn(MERGED)).isEqualTo("Sở Khoa học và Công nghệ");
    }

    @Test
    void without_a_day_the_newest_name_and_before_all_days_the_oldest_is_used() {
        assertThat(department.nameOn(null)).isEqualTo("Sở Khoa học và Công nghệ");
        assertThat(department.nameOn(LocalDate.of(1990, 1, 1))).isEqualTo("Sở Khoa học và Công nghệ (cũ)");
    }
}
