package vn.minhchung.kernel.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.identifier.BudgetCode.Confidence;
import vn.minhchung.kernel.identifier.BudgetCode.Level;

class BudgetIndexTest {

    private final BudgetIndex index = BudgetIndex.shipped();

    @Test
    void science_has_three_branches() {
        BudgetCode science = index.find(Level.SECTOR, "100").orElseThrow();

        assertThat(science.name()).isEqualTo("Khoa học và công nghệ");
        assertThat(index.under(science)).extracting(BudgetCode::code).containsExactly("101", "102", "103");
    }

    @Test
    void every_item_and_branch_has_a_listed_parent() {
        assertThat(index.all(Level.ITEM))
                .hasSize(109)
                .allSatisfy(item -> assertThat(index.find(Level.GROUP, String.valueOf(item.parent())))
                        .isPresent());
        assertThat(index.all(Level.BRANCH))
                .hasSize(7)
                .allSatisfy(branch -> assertThat(index.find(Level.SECTOR, String.valueOf(branch.parent())))
                        .isPresent());
    }

    @Test
    void a_field_in_quotes_keeps_its_comma_and_a_certainty_its_grade() {
        assertThat(index.find(Level.ITEM, "6001").orElseThrow().name()).isEqualTo("Lương theo ngạch, bậc");
        assertThat(index.find(Level.CHAPTER, "417").orElseThrow().confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(index.all(Level.CHAPTER)).hasSize(13);
        assertThat(index.all(Level.SECTOR)).hasSize(14);
        assertThat(index.all(Level.GROUP)).hasSize(20);
        assertThat(index.all(Level.SOURCE_NATURE)).hasSize(3);
    }

    @Test
    void tells_a_misshapen_code_from_an_unknown_one() {
        assertThat(index.check(Level.CHAPTER, "417")).isEmpty();
        assertThat(index.check(Level.CHAPTER, "41").orElseThrow().key()).isEqualTo("identifier.budget_code.shape");
        assertThat(index.check(Level.CHAPTER, "599").orElseThrow().key()).isEqualTo("identifier.budget_code.unknown");
    }
}
