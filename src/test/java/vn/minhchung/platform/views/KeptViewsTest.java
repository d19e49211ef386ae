package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.minhchung.platform.views.ViewsFixture.OTHER;
import static vn.minhchung.platform.views.ViewsFixture.SHELF;
import static vn.minhchung.platform.views.ViewsFixture.VIEW;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.view.ViewKeeper.Receipt;
import vn.minhchung.platform.views.ViewsFixture.Choking;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

/** Completeness receipts: up to where, and a hash over what is held. */
class KeptViewsTest {
    private final ViewsFixture fixture = new ViewsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_receipt_about_a_position_is_the_same_for_ever_and_another_for_every_position_that_wrote() {
        fixture.follow("one", new Shelves(), new Sales());
        long first = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(first)).isTrue();
        List<Receipt> then = receipts(first);
        long last = fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        assertThat(fixture.views().await(last)).isTrue();

        assertThat(receipts(first)).isEqualTo(then);
        assertThat(receipts(last))
                .extracting(Receipt::view, Receipt::position)
                .containsExactly(tuple(OTHER, last), tuple(VIEW, last));
        assertThat(receipts(last).get(0).hash())
                .as("sold nothing")
                .isEqualTo(then.get(0).hash());
        assertThat(receipts(last).get(1).hash()).isNotEqualTo(then.get(1).hash());
        assertThat(receipts(last))
                .allSatisfy(receipt -> assertThat(receipt.hash()).matches("[0-9a-f]{64}"));
    }

    @Test
    void one_changed_cell_changes_the_receipt_of_its_view_alone() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        long last = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        assertThat(fixture.views().await(last)).isTrue();
        List<Receipt> before = receipts(last);

        fixture.execute("update %s.%s set doc = jsonb_set(doc, '{total}', '7')"
                .formatted(fixture.schema().name(), SHELF.name()));

        assertThat(receipts(last).get(0)).isEqualTo(before.get(0));
        assertThat(receipts(last).get(1)).isNotEqualTo(before.get(1));
    }

    @Test
    void the_receipt_of_a_stopped_view_ends_where_it_stopped() {
        fixture.follow("one", new Choking(2), new Sales());
        long first = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        long last = fixture.shelved("shelf:a", "Tắt đèn", 1_000);
        assertThat(fixture.views().await(last)).isTrue();

        assertThat(receipts(last)).extracting(Receipt::position).containsExactly(last, first);
        assertThat(receipts(last).get(1)).isEqualTo(receipts(first).get(1));
    }

    @Test
    void a_view_that_is_not_there_has_no_receipt() {
        fixture.follow("one", new Shelves());

        assertThatThrownBy(() -> fixture.kept().receipts(List.of(OTHER), 0)).isInstanceOf(Refusal.class);
    }

    private List<Receipt> receipts(long position) {
        return fixture.kept().receipts(Set.of(VIEW, OTHER), position);
    }
}
